import { ActionForm } from "@/components/forms/action-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { RadioGroupField } from "@/components/ui/choice-fields";
import { TextAreaField } from "@/components/ui/text-field";
import { NOTE_LENGTH } from "@/lib/plans/plan";

import { endPlanAction, writeNoteAction } from "./actions";

/** Writes the note of a running plan. */
export function NoteForm({ planId, note }: { readonly planId: string; readonly note: string }) {
  return (
    <ActionForm action={writeNoteAction} label="Note">
      <input type="hidden" name="planId" value={planId} />
      <TextAreaField
        name="note"
        label="Note"
        optional
        rows={4}
        maxLength={NOTE_LENGTH}
        defaultValue={note}
        hint="Others who see this class can read it. Name no student."
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          Save the note
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Finishes or stops a running plan, with a reason. */
export function EndPlan({ planId }: { readonly planId: string }) {
  return (
    <DialogForm
      trigger={{ children: "Finish or stop" }}
      title="Finish or stop this plan"
      description="A plan that is over stays over. You can start the same thing again."
      action={endPlanAction}
      submit="End the plan"
      pending="Saving…"
    >
      <input type="hidden" name="planId" value={planId} />
      <RadioGroupField
        name="state"
        label="How does it end?"
        defaultValue="finished"
        options={[
          { value: "finished", label: "Finished", hint: "It was done as planned, or nearly." },
          { value: "stopped", label: "Stopped", hint: "It was given up before it was done." },
        ]}
      />
      <TextAreaField
        name="reason"
        label="Why"
        rows={3}
        maxLength={NOTE_LENGTH}
        hint="A sentence for whoever looks at it next year. Name no student."
      />
    </DialogForm>
  );
}
