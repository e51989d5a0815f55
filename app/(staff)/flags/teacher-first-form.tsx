"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/text-field";
import { setTeacherFirstAction } from "./actions";

export function TeacherFirstForm({ days }: { readonly days: number }) {
  return (
    <ActionForm action={setTeacherFirstAction}>
      <div className="max-w-xs">
        <TextField
          name="days"
          type="number"
          min={0}
          max={14}
          step={1}
          inputMode="numeric"
          label="Days before others see a flag"
          defaultValue={String(days)}
        />
      </div>
      <div>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </div>
    </ActionForm>
  );
}
