import { LOCALES } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { TRANSLATIONS } from "@/lib/instruments/texts/translated";

type Tree = string | readonly unknown[] | { readonly [key: string]: unknown };

/**
 * Every text that some language lacks, or has empty, by language and place: "fr: messages.join.title". The build fails
 * on any: a student must never meet a key or a blank.
 */
export function missingTexts(): string[] {
  const english = messagesOf("en");
  const { es: shape } = TRANSLATIONS;
  return LOCALES.flatMap((locale) =>
    [
      ...lacking(english, messagesOf(locale), "messages"),
      ...(locale === "en" ? [] : lacking(shape, TRANSLATIONS[locale], "questions")),
    ].map((place) => `${locale}: ${place}`),
  );
}

/** Places of `wanted` that `found` does not fill. */
export function lacking(wanted: unknown, found: unknown, place: string): string[] {
  const tree = wanted as Tree;
  if (typeof tree === "string") {
    return typeof found === "string" && found.trim() !== "" ? [] : [place];
  }
  if (Array.isArray(tree)) {
    const other: readonly unknown[] = Array.isArray(found) ? found : [];
    if (other.length > tree.length) return [place];
    return tree.flatMap((one, at) => lacking(one, other[at], `${place}.${String(at)}`));
  }
  const other =
    typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
  return Object.entries(tree).flatMap(([key, one]) => lacking(one, other[key], `${place}.${key}`));
}
