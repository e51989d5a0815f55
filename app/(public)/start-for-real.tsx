"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { replaceDemonstration } from "./actions";

/** The button, and the question that comes before anything is removed. */
export function StartForReal() {
  return (
    <Dialog
      trigger={<Button variant="primary">Start for real</Button>}
      title="Remove the demonstration?"
      description="This cannot be undone."
    >
      <ActionForm action={replaceDemonstration} label="Start for real">
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>All invented schools, people, pulses and results go.</li>
          <li>All accounts go, yours too: the links to the demonstration stop working.</li>
          <li>The audit log of the demonstration goes with it.</li>
        </ul>
        <p className="text-ink-soft">
          You then set up your own district and become its first administrator.
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button variant="quiet">Keep the demonstration</Button>
          </DialogClose>
          <SubmitButton variant="danger" pendingLabel="Removing…">
            Remove and start for real
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
