import type { Translate } from "@/lib/i18n/translate";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import type { Locale } from "@/lib/i18n/locales";
import { minutesFor, questionsEach } from "@/lib/instruments/forms";
import type { Instrument } from "@/lib/instruments/instrument";
import { textsFrom } from "@/lib/texts/publish-texts";
import type { NoticeRequest } from "./notice-request";

interface NoticeSection {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** A notice in one language: the letter, and the form to cut off and give back. */
export interface NoticeText {
  readonly title: string;
  readonly opening: readonly string[];
  readonly sections: readonly NoticeSection[];
  /** Where every question can be read, without signing in. */
  readonly read: { readonly title: string; readonly text: string; readonly link: string };
  readonly ask: string;
  readonly slip: {
    readonly title: string;
    readonly options: readonly string[];
    readonly fields: readonly string[];
    readonly giveBack: string;
  };
}

/** Puts a notice together. Every sentence holds for a pulse that was scheduled as the request says. */
export function noticeText(
  t: Translate,
  request: NoticeRequest,
  about: { readonly school: string; readonly instrument: Instrument; readonly link: string },
): NoticeText {
  const { locale, consent, named, groups, words, nominations } = request;
  const by = noticeDate(request.by, locale);
  const contact = request.contact === "" ? t("notice.office") : request.contact;
  const count = questionsEach(about.instrument);
  return {
    title: t("notice.title"),
    opening: [
      t("notice.hello", { school: about.school }),
      t("notice.what", {
        ...{ from: noticeDate(request.from, locale), to: noticeDate(request.to, locale) },
        ...{ count, minutes: minutesFor(count) },
      }),
      t("notice.why"),
    ],
    sections: [
      {
        title: t("notice.privateTitle"),
        sentences: [
          t("notice.sealed"),
          t("notice.shown", { minimum: FLOOR_POLICY.k }),
          t("notice.nobody"),
          t(named ? "notice.byName" : "notice.byChance"),
          ...(groups ? [t("notice.groups")] : []),
          ...(words ? [t("notice.words", { minimum: textsFrom(FLOOR_POLICY) })] : []),
          ...(nominations ? [t("notice.nominations")] : []),
        ],
      },
      {
        title: t("notice.freeTitle"),
        sentences: [
          t("notice.free"),
          consent === "passive" ? t("notice.passive", { by, contact }) : t("notice.active", { by }),
          t("notice.later"),
        ],
      },
    ],
    read: { title: t("notice.readTitle"), text: t("notice.read"), link: about.link },
    ask: t("notice.ask", { contact }),
    slip: {
      title: t(consent === "passive" ? "notice.slipPassive" : "notice.slipActive"),
      options:
        consent === "passive" ? [t("notice.sayOut")] : [t("notice.sayYes"), t("notice.sayNo")],
      fields: [t("notice.student"), t("notice.class"), t("notice.parent"), t("notice.signature")],
      giveBack: t("notice.giveBack", { by }),
    },
  };
}

/** The same as plain text, to paste into a message. */
export function plainNotice({ title, opening, sections, read, ask, slip }: NoticeText): string {
  const letter = sections.map(({ title: heading, sentences }) =>
    [heading, ...sentences.map((sentence) => `- ${sentence}`)].join("\n"),
  );
  const questions = [read.title, read.text, read.link, ask].join("\n");
  const form = [
    slip.title,
    ...slip.options.map((option) => `[  ] ${option}`),
    ...slip.fields.map((field) => `${field}: ____________________`),
    slip.giveBack,
  ].join("\n");
  return [title, opening.join("\n"), ...letter, questions, form].join("\n\n");
}

/** A day (YYYY-MM-DD) in words. By the calendar of the school, whatever calendar a language is used to. */
function noticeDate(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}
