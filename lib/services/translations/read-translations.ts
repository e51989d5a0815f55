import { can } from "@/lib/access/can";
import { listTranslationReviews } from "@/lib/data/translation-reviews";
import { type Locale, LOCALES } from "@/lib/i18n/locales";
import { textsHash } from "@/lib/i18n/texts-hash";
import { type TranslationState, translationState } from "@/lib/i18n/translation-state";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

export interface Translations {
  readonly languages: readonly { readonly locale: Locale; readonly state: TranslationState }[];
  /** May say that one was reviewed. */
  readonly mayReview: boolean;
}

/** The languages of the student's pages, each with the state of its translation. */
export async function readTranslations(
  context: ServiceContext,
): Promise<Result<Translations, "forbidden">> {
  if (!can(context.actor, "instruments.read", undefined).allowed) return failure("forbidden");
  const reviews = await listTranslationReviews();
  return success({
    languages: LOCALES.map((locale) => ({
      locale,
      state: translationState(locale, locale === "en" ? "" : textsHash(locale), reviews),
    })),
    mayReview: can(context.actor, "district.configure", undefined).allowed,
  });
}
