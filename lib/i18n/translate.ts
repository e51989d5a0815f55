import { createTranslator } from "next-intl";
import { type Locale, regionalLocale } from "@/lib/i18n/locales";
import { messagesOf, type MessageKey } from "@/lib/i18n/messages";

/** Says a message in one language. Values are texts or numbers; the messages' tests check their names. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/** The translator of a language: no cookie, no proxy, no script in the browser. */
export function translateTo(locale: Locale): Translate {
  // Haitian Creole has plurals of its own (none): only its dates are taken from elsewhere.
  return createTranslator({
    locale: locale === "ar" ? regionalLocale(locale) : locale,
    messages: messagesOf(locale),
  });
}
