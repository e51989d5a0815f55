"use client";

import { startTransition, type SubmitEvent, useActionState } from "react";
import { idleState } from "@/components/forms/action-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Consent } from "@/lib/waves/consent";
import { findStudentsAction, type SearchState } from "./actions";
import { StudentChoice } from "./student-choice";

/** Looks a student up and enters what the family chose. */
export function StudentSearch({ consent }: { readonly consent: Consent }) {
  const [state, search, pending] = useActionState<SearchState, FormData>(
    findStudentsAction,
    idleState,
  );
  const { found } = state;
  // By hand, because React would empty the fields after every search.
  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => {
      search(form);
    });
  }
  return (
    <Card
      title="Enter a choice"
      description="One student at a time. Nothing of it is shown to other families."
    >
      <form
        action={search}
        onSubmit={handleSubmit}
        className="grid items-end gap-4 sm:grid-cols-[1fr_14rem_auto]"
      >
        <TextField
          name="name"
          type="search"
          label="Student’s name or number"
          required={false}
          autoComplete="off"
          maxLength={200}
          error={state.fieldErrors?.["name"]}
          defaultValue={state.values?.["name"]}
        />
        <SelectField
          name="choice"
          label="Show"
          defaultValue={state.values?.["choice"] ?? "none"}
          options={[
            { value: "none", label: "All students" },
            { value: "out", label: "Families that said no" },
            { value: "in", label: "Families that said yes" },
          ]}
        />
        <Button type="submit" variant="primary" loading={pending}>
          {pending ? "Looking…" : "Look up"}
        </Button>
      </form>
      <div aria-live="polite" className="mt-6 grid gap-3 empty:hidden">
        {state.status === "error" && state.fieldErrors === undefined ? (
          <FormMessage tone="error">{state.message}</FormMessage>
        ) : null}
        {found?.students.length === 0 ? (
          <p className="text-ink-soft">No student of your schools is called that.</p>
        ) : null}
        {found === undefined || found.students.length === 0 ? null : (
          <>
            <ul aria-label="Students found" className="grid divide-y divide-line">
              {found.students.map((student) => (
                <StudentChoice key={student.id} student={student} consent={consent} />
              ))}
            </ul>
            {found.more ? (
              <p className="text-sm text-ink-soft">
                The first {found.students.length} are listed. Type more of the name to find others.
              </p>
            ) : null}
          </>
        )}
      </div>
    </Card>
  );
}
