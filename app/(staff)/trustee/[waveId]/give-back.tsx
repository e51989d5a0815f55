"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { confirmShareAction } from "./actions";
import { CodeField } from "./code-field";

/** A trustee types their code after the close. */
export function GiveBack({ waveId }: { readonly waveId: string }) {
  return (
    <ActionForm action={confirmShareAction} label="Enter your code">
      <input type="hidden" name="waveId" value={waveId} />
      <CodeField
        label="Your code"
        hint="14 groups of 4 characters. Capitals, spaces and dashes do not matter."
      />
      <div>
        <SubmitButton pendingLabel="Checking…">Confirm that it may be opened</SubmitButton>
      </div>
    </ActionForm>
  );
}
