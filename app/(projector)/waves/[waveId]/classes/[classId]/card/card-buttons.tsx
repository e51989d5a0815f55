"use client";

import { LogOut } from "lucide-react";
import { closeWaveAction } from "@/app/(staff)/waves/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FullScreenButton } from "@/components/ui/full-screen-button";
import { LinkButton } from "@/components/ui/link-button";

/** What a teacher does at the card: fill the wall with it, leave it, and, who may, close the pulse. */
export function CardButtons({
  waveId,
  backHref,
  mayClose,
}: {
  readonly waveId: string;
  readonly backHref: string;
  /** The pulse is open, and the actor may close it. */
  readonly mayClose: boolean;
}) {
  return (
    <div data-print="hide" className="flex flex-wrap gap-2">
      {mayClose ? <ClosePulse waveId={waveId} /> : null}
      <FullScreenButton />
      <LinkButton href={backHref}>
        <LogOut aria-hidden />
        Leave this card
      </LinkButton>
    </div>
  );
}

function ClosePulse({ waveId }: { readonly waveId: string }) {
  return (
    <Dialog
      title="Close this pulse for good?"
      description="Whoever has not answered no longer can, in any class of it. It cannot be opened again. Students who are absent today can still answer while it stays open."
      trigger={<Button variant="danger">Close the pulse</Button>}
    >
      <ActionForm action={closeWaveAction}>
        <input type="hidden" name="waveId" value={waveId} />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button>Keep it open</Button>
          </DialogClose>
          <SubmitButton variant="danger" pendingLabel="Closing…">
            Close the pulse
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
