import { type Locale, LOCALE_NAMES, pageLanguage, textDirection } from "@/lib/i18n/locales";

/** A language under its own name, read aloud and written as its speakers do. */
export function LanguageName({ locale }: { readonly locale: Locale }) {
  return (
    <span lang={pageLanguage(locale)} dir={textDirection(locale)}>
      {LOCALE_NAMES[locale]}
    </span>
  );
}
