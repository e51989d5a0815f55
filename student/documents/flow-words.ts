import type { FlowWords } from "@/components/student/student-words";
import { MOST_NAMED } from "@/lib/ballots/wire/nomination";
import type { Translate } from "@/lib/i18n/translate";

/** Everything that the flow says by itself. */
export function flowWords(
  t: Translate,
  asked: {
    /** The school that words are read in, and how many must have answered; null where nobody is asked for any. */
    readonly words: { readonly school: string; readonly minimum: number } | null;
  },
): FlowWords {
  return {
    seat: {
      title: t("seat.title"),
      label: t("seat.label"),
      hint: t("seat.hint"),
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
    waiting: {
      title: t("offline.title"),
      text: t("offline.text"),
      leave: t("offline.leave"),
      sendNow: t("offline.sendNow"),
      next: t("offline.next"),
    },
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
    },
    closedGone: t("errors.closedGone"),
    tryAgain: t("common.tryAgain"),
    newSlip: t("errors.newSlip"),
    correctCode: t("errors.correctCode"),
    startOver: t("errors.startOver"),
  };
}
