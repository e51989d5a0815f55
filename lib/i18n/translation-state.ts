import type { Locale } from "@/lib/i18n/locales";

/** What is known of a review, from the district's records. */
export interface Review {
  readonly locale: string;
  readonly textsHash: string;
  readonly reviewer: string;
  /** YYYY-MM-DD */
  readonly reviewedOn: string;
}

/**
 * How far a language can be relied on. English is the source. The translations that Hearth brings were made without a
 * native speaker's review: they are "not reviewed" until a district has had one. `outdated`: texts have changed since.
 */
export type TranslationState =
  | { readonly state: "source" }
  | { readonly state: "not-reviewed" }
  | { readonly state: "reviewed" | "outdated"; readonly reviewer: string; readonly on: string };

/** @param hash of the texts as they are now */
export function translationState(
  locale: Locale,
  hash: string,
  reviews: readonly Review[],
): TranslationState {
  if (locale === "en") return { state: "source" };
  const review = reviews.find((one) => one.locale === locale);
  if (review === undefined) return { state: "not-reviewed" };
  const state = review.textsHash === hash ? "reviewed" : "outdated";
  return { state, reviewer: review.reviewer, on: review.reviewedOn };
}
