"use client";

import { useActionState } from "react";
import { idleState } from "@/components/forms/action-state";
import { Button } from "@/components/ui/button";
import type { FoundStudent } from "@/lib/services/participation/find-students";
import type { Choice, Consent } from "@/lib/waves/consent";
import { type EntryState, enterChoiceAction } from "./actions";
import { choiceWords } from "./choice-words";

const BUTTONS: readonly { readonly choice: Choice | null; readonly label: string }[] = [
  { choice: "out", label: "Said no" },
  { choice: "in", label: "Said yes" },
  { choice: null, label: "Take back" },
];

/** One student with what the family chose, and buttons for what it can choose instead. */
export function StudentChoice({
  student,
  consent,
}: {
  readonly student: FoundStudent;
  readonly consent: Consent;
}) {
  const [state, enter, pending] = useActionState<EntryState, FormData>(
    enterChoiceAction,
    idleState,
  );
  const chosen = state.choice === undefined ? student.choice : state.choice;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="font-medium break-words">{student.name}</p>
        <p className="text-sm text-ink-soft">
          {[student.where, student.id].filter((part) => part !== "").join(" · ")}
        </p>
        <p role="status" className="text-sm">
          {state.status === "error" ? state.message : choiceWords(chosen, consent)}
        </p>
      </div>
      <form
        action={enter}
        aria-label={`Choice for ${student.name}`}
        className="flex flex-wrap gap-2"
      >
        <input type="hidden" name="personId" value={student.id} />
        {BUTTONS.filter(({ choice }) => choice !== chosen).map(({ choice, label }) => (
          <Button
            key={label}
            type="submit"
            name="choice"
            value={choice ?? "none"}
            size="sm"
            loading={pending}
          >
            {label}
            <span className="sr-only">: {student.name}</span>
          </Button>
        ))}
      </form>
    </li>
  );
}
