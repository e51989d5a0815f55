"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/text-field";
import { reviewTranslationAction, withdrawReviewAction } from "./actions";

/** Says that a language was read, by whom. */
export function ReviewForm({
  locale,
  language,
}: {
  readonly locale: string;
  /** "Somali" */
  readonly language: string;
}) {
  return (
    <ActionForm action={reviewTranslationAction}>
      <input type="hidden" name="locale" value={locale} />
      <div className="max-w-sm">
        <TextField name="reviewer" label={`Who has read the ${language}?`} autoComplete="off" />
      </div>
      <div>
        <SubmitButton pendingLabel="Saving…">Mark as reviewed</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function WithdrawReview({ locale }: { readonly locale: string }) {
  return (
    <ActionForm action={withdrawReviewAction}>
      <input type="hidden" name="locale" value={locale} />
      <div>
        <SubmitButton pendingLabel="Taking back…">Take the review back</SubmitButton>
      </div>
    </ActionForm>
  );
}
