"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckboxField } from "@/components/ui/choice-fields";
import { chooseWeeklyAction } from "./actions";

export function WeeklyMailForm({ weekly }: { readonly weekly: boolean }) {
  return (
    <ActionForm action={chooseWeeklyAction} label="Weekly mail">
      <CheckboxField
        name="weekly"
        label="Send me a mail once a week"
        hint="What waits for you: counts and links, no results. None in a week without anything."
        defaultChecked={weekly}
      />
      <div>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </div>
    </ActionForm>
  );
}
