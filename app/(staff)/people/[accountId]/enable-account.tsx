"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { enable } from "../actions";

export function EnableAccount({ accountId }: { readonly accountId: string }) {
  return (
    <ActionForm action={enable} label="Enable account">
      <input type="hidden" name="accountId" value={accountId} />
      <div>
        <SubmitButton pendingLabel="Enabling…">Enable account</SubmitButton>
      </div>
    </ActionForm>
  );
}
