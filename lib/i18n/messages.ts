import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en.json";
import es from "@/lib/i18n/messages/es.json";

/** ICU messages of the student's pages, by namespace. English sets the shape; the types hold Spanish to it. */
export type Messages = typeof en;

/** Full keys such as "errors.seatCodeUsed". */
export type MessageKey = {
  [Namespace in keyof Messages]: `${Namespace}.${keyof Messages[Namespace] & string}`;
}[keyof Messages];

const MESSAGES: Readonly<Record<Locale, Messages>> = { en, es };

/** All messages of a language, for next-intl's provider. */
export function messagesOf(locale: Locale): Messages {
  return MESSAGES[locale];
}
