import type { Language } from "@/lib/instruments/instrument";
import { LANGUAGES } from "@/lib/instruments/instrument";

export type Locale = Language;
export const LOCALES: readonly Locale[] = LANGUAGES;
export const DEFAULT_LOCALE: Locale = "en";

/** Each language under its own name: whoever looks for it can read it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", es: "Español" };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The student's language: the chosen one, else the first of the browser's (`Accept-Language`, best first by q) that
 * Hearth speaks, else English. A malformed header counts as none.
 */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wishes = (acceptLanguage ?? "").split(",").map((entry) => {
    const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
    const quality = parameters.map((p) => /^\s*q=([01](?:\.\d+)?)$/.exec(p)?.[1]).find(Boolean);
    return { language: tag.split("-")[0], quality: Number(quality ?? 1) };
  });
  const best = wishes
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language)
    .find(isLocale);
  return best ?? DEFAULT_LOCALE;
}
