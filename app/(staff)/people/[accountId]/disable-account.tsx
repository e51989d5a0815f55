"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { disable } from "../actions";

/** The button, and the question before it acts. */
export function DisableAccount({
  accountId,
  name,
}: {
  readonly accountId: string;
  readonly name: string;
}) {
  return (
    <Dialog
      trigger={<Button variant="danger">Disable…</Button>}
      title={`Disable the account of ${name}?`}
      description="They are signed out everywhere at once and cannot sign in again. Invitations they have sent stop working."
    >
      <ActionForm action={disable} label="Disable account">
        <input type="hidden" name="accountId" value={accountId} />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button variant="quiet">Cancel</Button>
          </DialogClose>
          <SubmitButton variant="danger" pendingLabel="Disabling…">
            Disable account
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
