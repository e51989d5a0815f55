import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { findDistrict } from "@/lib/data/district";
import { deleteTranslationReview, saveTranslationReview } from "@/lib/data/translation-reviews";
import { isLocale, LOCALE_ENGLISH } from "@/lib/i18n/locales";
import { textsHash } from "@/lib/i18n/texts-hash";
import { failure, type Result, success } from "@/lib/result";
import { instantToLocal } from "@/lib/waves/local-time";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

const LONGEST_NAME = 120;

/** Records that somebody who speaks a language has read its texts as they are now and found them right. */
export async function reviewTranslation(
  context: ServiceContext,
  request: { readonly locale: string; readonly reviewer: string },
): Promise<Result<null, "forbidden" | "missing" | "invalid">> {
  const { actor } = context;
  if (!can(actor, "district.configure", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const { locale } = request;
  if (!isLocale(locale) || locale === "en") return failure("missing");
  const reviewer = request.reviewer.trim();
  if (reviewer === "" || reviewer.length > LONGEST_NAME) {
    return failure("invalid", { fields: { reviewer: "Write who has read it, in 120 letters." } });
  }
  const district = await findDistrict();
  if (district === null) return failure("missing");
  return inTransaction(async (tx) => {
    await saveTranslationReview(tx, {
      locale,
      textsHash: textsHash(locale),
      reviewer,
      accountId: actor.accountId,
      reviewedOn: instantToLocal(context.now, district.timeZone).date,
    });
    await recordEvent(tx, context, {
      action: "translation.reviewed",
      subjectType: "district",
      subjectId: "1",
      detail: { language: LOCALE_ENGLISH[locale], reviewer },
    });
    return success(null);
  });
}

/** Takes a review back. */
export async function withdrawReview(
  context: ServiceContext,
  { locale }: { readonly locale: string },
): Promise<Result<null, "forbidden" | "missing">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  if (!isLocale(locale)) return failure("missing");
  return inTransaction(async (tx) => {
    if (!(await deleteTranslationReview(tx, locale))) return failure("missing");
    await recordEvent(tx, context, {
      action: "translation.review-withdrawn",
      subjectType: "district",
      subjectId: "1",
      detail: { language: LOCALE_ENGLISH[locale] },
    });
    return success(null);
  });
}
