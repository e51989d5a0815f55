"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { stopWeeklyAction } from "./actions";

export function StopForm({
  token,
  stopped,
}: {
  readonly token: string;
  readonly stopped: boolean;
}) {
  return (
    <ActionForm action={stopWeeklyAction}>
      <input type="hidden" name="token" value={token} />
      {stopped ? null : (
        <div>
          <SubmitButton pendingLabel="Stopping…">Stop the weekly mail</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
