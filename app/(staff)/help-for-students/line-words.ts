import { type LineLanguage } from "@/lib/help/help-line";
import { LOCALE_ENGLISH } from "@/lib/i18n/locales";

/** A line's language, as staff read it. */
export function lineLanguageWords(language: LineLanguage): string {
  return language === "all" ? "Every language" : LOCALE_ENGLISH[language];
}
