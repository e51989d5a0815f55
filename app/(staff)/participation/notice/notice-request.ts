import { isLocale, type Locale, DEFAULT_LOCALE } from "@/lib/i18n/locales";
import { type Consent, CONSENTS } from "@/lib/waves/consent";
import type { NoticeChoices } from "@/lib/services/participation/read-notice-choices";

/** What the form asks for. Dates are YYYY-MM-DD. */
export interface NoticeRequest {
  readonly school: string;
  readonly consent: Consent;
  readonly locale: Locale;
  readonly questions: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly contact: string;
  readonly named: boolean;
  readonly groups: boolean;
  readonly words: boolean;
  readonly nominations: boolean;
}

const LONGEST_CONTACT = 120;
const DAY_MS = 24 * 3_600_000;

/**
 * The form's fields from the address, what is missing or impossible filled in: the page always shows a whole notice.
 * Reply by the day before the first, at the latest: a "no" that comes later finds the slips dealt.
 */
export function readNoticeRequest(
  query: Readonly<Record<string, string | string[] | undefined>>,
  choices: NoticeChoices,
): NoticeRequest {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const lang = text("lang");
  const from = dateOr(text("from"), daysAfter(choices.today, 14));
  const to = latest(from, dateOr(text("to"), daysAfter(from, 4)));
  const before = daysAfter(from, -1);
  const by = dateOr(text("by"), before);
  const named = text("named") !== "";
  const groups = text("groups") !== "";
  return {
    school:
      choices.schools.find(({ id }) => id === text("school"))?.id ?? choices.schools[0]?.id ?? "",
    consent: CONSENTS.find((one) => one === text("consent")) ?? choices.consent,
    locale: isLocale(lang) ? lang : DEFAULT_LOCALE,
    questions:
      choices.questions.find(({ key }) => key === text("questions"))?.key ??
      choices.questions[0]?.key ??
      "",
    ...{ from, to, by: by < from ? by : before },
    contact: text("contact").slice(0, LONGEST_CONTACT),
    // Slips of a pulse that counts groups have names.
    ...{ named: named || groups, groups },
    ...{ words: text("words") !== "", nominations: text("nominations") !== "" },
  };
}

function dateOr(text: string, otherwise: string): string {
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  return valid ? text : otherwise;
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
