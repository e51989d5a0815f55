import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { discardAction } from "./actions";

/** Throws an upload away. */
export function DiscardForm({ runId }: { readonly runId: string }) {
  return (
    <ActionForm action={discardAction} label="Discard this upload">
      <input type="hidden" name="runId" value={runId} />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Discarding">
          Discard this file
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
