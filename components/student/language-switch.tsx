import { type Locale, LOCALE_NAMES, LOCALES } from "@/lib/i18n/locales";

/** Each language under its own name. Plain links: they work without a script. */
export function LanguageSwitch({
  current,
  label,
  path,
}: {
  readonly current: Locale;
  /** "Language", in the current one. */
  readonly label: string;
  readonly path: string;
}) {
  return (
    <nav aria-label={label} className="flex gap-1">
      {LOCALES.map((locale) => (
        <a
          key={locale}
          href={`${path}?lang=${locale}`}
          lang={locale}
          hrefLang={locale}
          aria-current={locale === current ? "true" : undefined}
          data-same-visit
          className="inline-flex min-h-11 items-center rounded-md px-3 text-link underline underline-offset-4 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {LOCALE_NAMES[locale]}
        </a>
      ))}
    </nav>
  );
}
