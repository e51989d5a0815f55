import type { Language } from "@/lib/instruments/instrument";
import { LANGUAGES } from "@/lib/instruments/instrument";

export type Locale = Language;
export const LOCALES: readonly Locale[] = LANGUAGES;
export const DEFAULT_LOCALE: Locale = "en";

/** Each language under its own name: whoever looks for it can read it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: "English",
  es: "Español",
  ar: "العربية",
  zh: "简体中文",
  fr: "Français",
  ht: "Kreyòl ayisyen",
  pt: "Português",
  ru: "Русский",
  so: "Soomaali",
  uk: "Українська",
  vi: "Tiếng Việt",
};

/** Each language in English, for staff. */
export const LOCALE_ENGLISH: Readonly<Record<Locale, string>> = {
  en: "English",
  es: "Spanish",
  ar: "Arabic",
  zh: "Chinese (simplified)",
  fr: "French",
  ht: "Haitian Creole",
  pt: "Portuguese",
  ru: "Russian",
  so: "Somali",
  uk: "Ukrainian",
  vi: "Vietnamese",
};

/** The value of `lang` on a page in this language: Chinese is written in simplified characters. */
export function pageLanguage(locale: Locale): string {
  return locale === "zh" ? "zh-Hans" : locale;
}

/**
 * Whose dates, times and numbers are written, for `Intl`. Arabic with Western digits: those of codes and telephone
 * numbers. Haitian Creole with the dates of Haiti's other language, because ICU has none of its own.
 */
const REGIONS: Readonly<Record<Locale, string>> = {
  en: "en-US",
  es: "es-US",
  ar: "ar-u-nu-latn",
  zh: "zh-CN",
  fr: "fr-FR",
  ht: "fr-HT",
  pt: "pt-BR",
  ru: "ru-RU",
  so: "so-SO",
  uk: "uk-UA",
  vi: "vi-VN",
};

export function regionalLocale(locale: Locale): string {
  return REGIONS[locale];
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar"]);

/** The value of `dir` on a page in this language. */
export function textDirection(locale: Locale): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(locale) ? "rtl" : "ltr";
}

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
