import { canonicalJson } from "@/lib/canonical-json";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { TRANSLATIONS } from "@/lib/instruments/texts/translated";
import { sha256Hex } from "@/lib/sha256";

/** SHA-256 of all that is said to students in a language, questions included: what a review was a review of. */
export function textsHash(locale: Exclude<Locale, "en">): string {
  return sha256Hex(
    canonicalJson({ messages: messagesOf(locale), questions: TRANSLATIONS[locale] }),
  );
}
