import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import ar from "@/lib/i18n/messages/ar.json" with { type: "json" };
import es from "@/lib/i18n/messages/es.json" with { type: "json" };
import fr from "@/lib/i18n/messages/fr.json" with { type: "json" };
import ht from "@/lib/i18n/messages/ht.json" with { type: "json" };
import pt from "@/lib/i18n/messages/pt.json" with { type: "json" };
import ru from "@/lib/i18n/messages/ru.json" with { type: "json" };
import so from "@/lib/i18n/messages/so.json" with { type: "json" };
import uk from "@/lib/i18n/messages/uk.json" with { type: "json" };
import vi from "@/lib/i18n/messages/vi.json" with { type: "json" };
import zh from "@/lib/i18n/messages/zh.json" with { type: "json" };

/** ICU messages of the student's pages, by namespace. English sets the shape; the types hold the others to it. */
export type Messages = typeof en;

/** Full keys such as "errors.seatCodeUsed". */
export type MessageKey = {
  [Namespace in keyof Messages]: `${Namespace}.${keyof Messages[Namespace] & string}`;
}[keyof Messages];

const MESSAGES: Readonly<Record<Locale, Messages>> = {
  en,
  es,
  ar,
  zh,
  fr,
  ht,
  pt,
  ru,
  so,
  uk,
  vi,
};

/** All messages of a language, for next-intl's provider. */
export function messagesOf(locale: Locale): Messages {
  return MESSAGES[locale];
}
