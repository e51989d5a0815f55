"use client";

import { DialogForm } from "@/components/forms/dialog-form";
import { TextField } from "@/components/ui/text-field";

import { deleteCohortAction, renameCohortAction } from "../actions";

/** Another name for a set, or its end. */
export function ChangeSet({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <>
      <DialogForm
        trigger={{ children: "Rename" }}
        title="Rename this set"
        action={renameCohortAction}
        submit="Save"
        pending="Saving…"
      >
        <input type="hidden" name="id" value={id} />
        <TextField name="name" label="Name" maxLength={80} defaultValue={name} autoComplete="off" />
      </DialogForm>
      <DialogForm
        trigger={{ variant: "danger", children: "Delete…" }}
        title={`Delete “${name}”?`}
        description="Links to it will say that it is not there any more. Its classes and their results stay as they are."
        action={deleteCohortAction}
        submit="Delete the set"
        pending="Deleting…"
        danger
      >
        <input type="hidden" name="id" value={id} />
      </DialogForm>
    </>
  );
}
