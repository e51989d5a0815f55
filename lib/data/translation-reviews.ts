import type { Review } from "@/lib/i18n/translation-state";
import { prisma, type Tx } from "./client";

/** Reviews of translations, one a language. */
export async function listTranslationReviews(tx: Tx = prisma()): Promise<Review[]> {
  const rows = await tx.translationReview.findMany({
    select: { locale: true, textsHash: true, reviewer: true, reviewedOn: true },
  });
  return rows.map(({ reviewedOn, ...review }) => ({
    ...review,
    reviewedOn: reviewedOn.toISOString().slice(0, 10),
  }));
}

/** Writes a review, in the place of an earlier one of the same language. */
export async function saveTranslationReview(
  tx: Tx,
  review: Review & { readonly accountId: string | null },
): Promise<void> {
  const { locale, reviewedOn, ...rest } = review;
  const row = { ...rest, reviewedOn: new Date(`${reviewedOn}T00:00:00Z`) };
  await tx.translationReview.upsert({
    where: { locale },
    create: { locale, ...row },
    update: row,
  });
}

/** @returns whether there was one */
export async function deleteTranslationReview(tx: Tx, locale: string): Promise<boolean> {
  return (await tx.translationReview.deleteMany({ where: { locale } })).count > 0;
}
