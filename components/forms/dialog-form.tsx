"use client";

import { type ReactNode, useState } from "react";

import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

import { ActionForm } from "./action-form";
import type { FormAction } from "./action-state";
import { SubmitButton } from "./submit-button";

/** A form behind a button. It closes when it was accepted; the page behind it then shows what changed. */
export function DialogForm({
  trigger,
  title,
  description,
  action,
  submit,
  pending,
  danger = false,
  children,
}: {
  /** The button: what it says, how it looks, and its full name where several say the same. */
  readonly trigger: Pick<ButtonProps, "variant" | "size" | "children" | "aria-label">;
  readonly title: string;
  readonly description?: string;
  readonly action: FormAction;
  readonly submit: string;
  readonly pending: string;
  readonly danger?: boolean;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const closing: FormAction = async (previous, form) => {
    const state = await action(previous, form);
    if (state.status !== "ok") return state;
    setOpen(false);
    return { status: "idle" };
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button {...trigger} />}
      title={title}
      {...(description === undefined ? {} : { description })}
    >
      <ActionForm action={closing} label={title}>
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button variant="quiet">Cancel</Button>
          </DialogClose>
          <SubmitButton variant={danger ? "danger" : "primary"} pendingLabel={pending}>
            {submit}
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
