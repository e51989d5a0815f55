"use client";

import { type ChangeEvent, use, useId, useState } from "react";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FieldError } from "@/components/ui/field";
import { FormFieldContext } from "@/components/ui/form-field-context";
import { TextField } from "@/components/ui/text-field";

import { saveCohortAction } from "../actions";

interface SchoolOfClasses {
  readonly id: string;
  readonly name: string;
  readonly classes: readonly { readonly id: string; readonly title: string }[];
}

/** The classes found, all ticked at first, and the name that they are kept under. */
export function SaveForm({ schools }: { readonly schools: readonly SchoolOfClasses[] }) {
  const all = schools.flatMap(({ classes }) => classes.map(({ id }) => id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(all));
  function tick({ target }: ChangeEvent<HTMLInputElement>) {
    setChosen((before) => {
      const next = new Set(before);
      if (target.checked) next.add(target.value);
      else next.delete(target.value);
      return next;
    });
  }
  return (
    <ActionForm action={saveCohortAction} label="Save a set of classes" className="grid gap-6">
      <Card
        title="2. Choose among them"
        description={`${String(chosen.size)} of ${String(all.length)} chosen.`}
        actions={
          <>
            <Button
              size="sm"
              onClick={() => {
                setChosen(new Set(all));
              }}
            >
              Choose all
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setChosen(new Set());
              }}
            >
              Choose none
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          {schools.map((school) => (
            <ClassBoxes
              key={school.id}
              school={school}
              open={schools.length === 1}
              chosen={chosen}
              tick={tick}
            />
          ))}
          <ClassesError />
        </div>
      </Card>
      <Card title="3. Name the set">
        <div className="grid max-w-xl gap-5">
          <TextField
            name="name"
            label="Name"
            hint="As colleagues will find it: “Morning reading program”."
            maxLength={80}
            autoComplete="off"
          />
          <div>
            <SubmitButton variant="primary" pendingLabel="Saving…">
              Save the set
            </SubmitButton>
          </div>
        </div>
      </Card>
    </ActionForm>
  );
}

function ClassBoxes({
  school,
  open,
  chosen,
  tick,
}: {
  readonly school: SchoolOfClasses;
  readonly open: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly tick: (event: ChangeEvent<HTMLInputElement>) => void;
}) {
  const count = school.classes.filter(({ id }) => chosen.has(id)).length;
  return (
    <details open={open} className="rounded-md border border-line bg-surface">
      <summary className="min-h-11 px-3 py-2.5 font-medium">
        {school.name}{" "}
        <span className="font-normal text-ink-soft">
          ({count} of {school.classes.length} chosen)
        </span>
      </summary>
      <div className="grid gap-x-4 border-t border-line px-3 py-2 sm:grid-cols-3 lg:grid-cols-4">
        {school.classes.map(({ id, title }) => (
          <label key={id} className="flex min-h-11 cursor-pointer items-center gap-3 py-1.5">
            <input
              type="checkbox"
              name="classIds"
              value={id}
              checked={chosen.has(id)}
              onChange={tick}
              className="size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0">{title}</span>
          </label>
        ))}
      </div>
    </details>
  );
}

function ClassesError() {
  const id = useId();
  const error = use(FormFieldContext).fieldErrors["classIds"];
  return error === undefined ? null : <FieldError id={id}>{error}</FieldError>;
}
