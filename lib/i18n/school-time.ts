import { type Locale, regionalLocale } from "@/lib/i18n/locales";

/** Date and time of an instant on the school's clock, as the messages take them. */
export function schoolTime(
  instant: Date,
  timeZone: string,
  locale: Locale,
): { date: string; time: string } {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(regionalLocale(locale), { timeZone, ...options }).format(instant);
  return {
    date: say({ weekday: "long", month: "long", day: "numeric" }),
    // "9:13 a.m." would meet the sentence's own full stop.
    time: say({ hour: "numeric", minute: "2-digit" }).replace(/\.$/, ""),
  };
}
