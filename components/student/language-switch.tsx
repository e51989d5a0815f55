import { Globe } from "lucide-react";
import { LanguageName } from "@/components/ui/language-name";
import { type Locale, LOCALE_NAMES, LOCALES, pageLanguage } from "@/lib/i18n/locales";

/** Each language under its own name, folded away behind the current one. Plain links: they work without a script. */
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
    <nav aria-label={label} className="relative">
      <details className="group">
        <summary className="inline-flex min-h-11 list-none items-center gap-2 rounded-md px-3 text-link underline underline-offset-4 [&::-webkit-details-marker]:hidden">
          <Globe aria-hidden className="size-5" />
          <span className="sr-only">{label}: </span>
          {LOCALE_NAMES[current]}
        </summary>
        <ul className="absolute end-0 z-10 grid w-60 rounded-lg border border-line-strong bg-surface p-2 shadow-card">
          {LOCALES.map((locale) => (
            <li key={locale}>
              <a
                href={`${path}?lang=${locale}`}
                hrefLang={pageLanguage(locale)}
                aria-current={locale === current ? "true" : undefined}
                data-same-visit
                className="flex min-h-11 items-center rounded-md px-3 text-link hover:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink"
              >
                <LanguageName locale={locale} />
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
