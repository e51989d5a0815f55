import { createTranslator } from "next-intl";
import { headers } from "next/headers";
import type { FlowWords } from "@/components/student/student-words";
import { MOST_NAMED } from "@/lib/ballots/wire/nomination";
import { type Locale, pickLocale } from "@/lib/i18n/locales";
import { messagesOf, type MessageKey } from "@/lib/i18n/messages";

/** Says a message in one language. Values are texts or numbers; the messages' tests check their names. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/** The translator of a language: no cookie, no proxy, no script in the browser. */
export function translateTo(locale: Locale): Translate {
  return createTranslator({ locale, messages: messagesOf(locale) });
}

/** The student's language: `?lang=`, else the browser's wish, else English. */
export async function requestLocale(
  chosen: string | readonly string[] | undefined,
): Promise<Locale> {
  const lang = typeof chosen === "string" ? chosen : undefined;
  return pickLocale(lang, (await headers()).get("accept-language"));
}

/** Date and time of an instant on the school's clock, as the messages take them. */
export function schoolTime(
  instant: Date,
  timeZone: string,
  locale: Locale,
): { date: string; time: string } {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === "en" ? "en-US" : "es-US", { timeZone, ...options }).format(
      instant,
    );
  return {
    date: say({ weekday: "long", month: "long", day: "numeric" }),
    // "9:13 a.m." would meet the sentence's own full stop.
    time: say({ hour: "numeric", minute: "2-digit" }).replace(/\.$/, ""),
  };
}

/** Everything that the flow says by itself. */
export function flowWords(
  t: Translate,
  asked: {
    readonly items: number;
    readonly byName: boolean;
    /** The school that words are read in, and how many must have answered; null where nobody is asked for any. */
    readonly words: { readonly school: string; readonly minimum: number } | null;
  },
): FlowWords {
  return {
    seat: {
      title: t("seat.title"),
      label: t("seat.label"),
      hint: t("seat.hint"),
      why: t(asked.byName ? "seat.whyNamed" : "seat.why"),
      start: t("seat.check"),
      sendAgain: t("preview.send"),
      problem: {
        empty: t("errors.seatCodeMissing"),
        character: t("errors.seatCodeCharacter"),
        length: t("errors.seatCodeLength"),
        typo: t("errors.seatCodeMistyped"),
      },
    },
    question: {
      back: t("questions.back"),
      next: t("questions.next"),
      skip: t("questions.skip"),
      toReview: t("questions.toPreview"),
      readAloud: t("questions.readAloud"),
    },
    nominations: {
      title: t("nominations.title"),
      free: t("nominations.free"),
      sealed: t("nominations.sealed"),
      research: t("nominations.research"),
      loading: t("nominations.loading"),
      noList: t("nominations.noList"),
      tryAgain: t("common.tryAgain"),
      whoAreYou: t("nominations.whoAreYou"),
      notSaid: t("nominations.notSaid"),
      whom: t("nominations.whom", { most: MOST_NAMED }),
      chosen: upToMost((count) => t("nominations.chosen", { count, most: MOST_NAMED })),
      skip: t("nominations.skip"),
    },
    words: {
      title: t("words.title"),
      readers: t("words.readers", asked.words ?? { school: "", minimum: 0 }),
      warning: t("words.warning"),
      notHelp: t("words.notHelp"),
      nothing: t("words.nothing"),
    },
    review: {
      title: t("preview.title"),
      yourAnswers: t("preview.yourAnswers"),
      answered: Array.from({ length: asked.items + 1 }, (_, count) =>
        t("preview.answered", { count, total: asked.items }),
      ),
      change: t("preview.change"),
      noAnswer: t("preview.noAnswer"),
      yourWords: t("words.yours"),
      noWords: t("words.none"),
      changeWords: t("words.change"),
      yourNomination: t("nominations.yours"),
      noNomination: t("nominations.none"),
      named: upToMost((count) => t("nominations.named", { count })),
      changeNomination: t("nominations.change"),
      send: t("preview.send"),
      noChangeAfter: t("preview.noChangeAfter"),
    },
    sending: { title: t("preview.sending"), whyWait: t("preview.whyWait") },
    stopped: stoppedWords(t),
    done: {
      title: t("done.title"),
      canClose: t("done.canClose"),
      throwSlip: t("done.throwSlip"),
      cleared: t("done.clearHint"),
      receipt: t("done.receipt"),
      receiptHint: t("done.receiptHint"),
      receiptLink: t("done.receiptLink"),
    },
  };
}

/** One text for each number of classmates that can be named, from none on. */
function upToMost(say: (count: number) => string): string[] {
  return Array.from({ length: MOST_NAMED + 1 }, (_, count) => say(count));
}

function stoppedWords(t: Translate): FlowWords["stopped"] {
  return {
    title: t("errors.title"),
    waitingTitle: t("errors.waitingTitle"),
    messages: {
      "wrong-code": t("errors.seatCodeWrong"),
      used: t("errors.seatCodeUsed"),
      "not-open": t("errors.notOpenNow"),
      closed: t("errors.closed"),
      throttled: t("errors.tooManyTries", { minutes: 1 }),
      network: t("errors.noNetwork"),
      server: t("errors.sendFailed"),
      unsupported: t("errors.noWebCrypto"),
      manifest: t("errors.manifestMismatch"),
      interrupted: t("errors.interrupted"),
    },
    closedGone: t("errors.closedGone"),
    tryAgain: t("common.tryAgain"),
    newSlip: t("errors.newSlip"),
    correctCode: t("errors.correctCode"),
    startOver: t("errors.startOver"),
  };
}
