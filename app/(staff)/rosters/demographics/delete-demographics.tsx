"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { deleteDemographicsAction } from "./actions";

/** The button, and the question before it acts. `dimension` null: all of them. */
export function DeleteDemographics({ dimension }: { readonly dimension: string | null }) {
  const what = dimension === null ? "all demographics" : `“${dimension}”`;
  return (
    <Dialog
      trigger={
        <Button variant="danger" size="sm">
          {dimension === null ? "Delete all…" : "Delete…"}
          {dimension === null ? null : <span className="sr-only">{dimension}</span>}
        </Button>
      }
      title={`Delete ${what}?`}
      description="Removed for every student, at once and for good. Results that are published stay. Pulses that are planned or open keep the groups they were planned with until they are sealed."
    >
      <ActionForm action={deleteDemographicsAction} label={`Delete ${what}`}>
        {dimension === null ? (
          <input type="hidden" name="all" value="yes" />
        ) : (
          <input type="hidden" name="dimension" value={dimension} />
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button variant="quiet">Cancel</Button>
          </DialogClose>
          <SubmitButton variant="danger" pendingLabel="Deleting…">
            Delete {what}
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
