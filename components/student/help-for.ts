import { dialled, type HelpLine, type SpokenHelpLine, linesFor } from "@/lib/help/help-line";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translate";
import { helpLines } from "./help-lines";

/** A sentence of the help box; `link` makes words of it, or all of it, something to tap. */
export interface HelpEntry {
  readonly text: string;
  readonly link?: {
    readonly href: string;
    /** The part of `text` that is the link. */
    readonly words: string;
    /** On somebody else's server, which the student chooses to go to: in a tab of its own. */
    readonly away: boolean;
  };
}

/**
 * Where to find help, in the student's language: an adult, the emergency number where it is known, and the district's
 * lines for this language and for all. Where the district set none for them, the line that is known for the time zone.
 */
export function helpFor(
  {
    lines,
    locale,
    timeZone,
  }: {
    readonly lines: readonly SpokenHelpLine[];
    readonly locale: Locale;
    readonly timeZone: string;
  },
  t: Translate,
): HelpEntry[] {
  const known = helpLines(timeZone);
  const own = linesFor(lines, locale);
  const urgent =
    known === null
      ? []
      : [
          toCall(
            t("help.urgent", { emergencyNumber: known.emergencyNumber }),
            known.emergencyNumber,
          ),
        ];
  const builtIn =
    known === null || own.length > 0
      ? []
      : [toCall(t("help.line", { lineNumber: known.lineNumber }), known.lineNumber)];
  return [
    { text: t("help.adult") },
    { text: t("help.notRead") },
    ...urgent,
    ...own.flatMap((line) => entriesOf(line, t)),
    ...builtIn,
  ];
}

function entriesOf({ name, phone, textNumber, chatUrl }: HelpLine, t: Translate): HelpEntry[] {
  const text = t("help.chat", { name });
  return [
    ...(phone === null ? [] : [toCall(t("help.call", { name, number: phone }), phone)]),
    ...(textNumber === null
      ? []
      : [
          {
            text: t("help.text", { name, number: textNumber }),
            link: { href: `sms:${dialled(textNumber)}`, words: textNumber, away: false },
          },
        ]),
    ...(chatUrl === null ? [] : [{ text, link: { href: chatUrl, words: text, away: true } }]),
  ];
}

function toCall(text: string, number: string): HelpEntry {
  return { text, link: { href: `tel:${dialled(number)}`, words: number, away: false } };
}
