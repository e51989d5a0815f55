"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FileField } from "@/components/ui/file-field";
import { importInstrumentAction } from "./actions";

export function ImportForm() {
  return (
    <ActionForm action={importInstrumentAction}>
      <FileField
        name="file"
        label="File"
        hint="A version that is here already is never changed: give changed words a new version."
        accept=".json,.csv,application/json,text/csv"
      />
      <div>
        <SubmitButton pendingLabel="Reading…">Bring it in</SubmitButton>
      </div>
    </ActionForm>
  );
}
