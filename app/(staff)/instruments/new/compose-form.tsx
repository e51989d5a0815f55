"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { FieldError } from "@/components/ui/field";
import { useFormField } from "@/components/ui/form-field-context";
import { TextField } from "@/components/ui/text-field";
import { minutesFor } from "@/lib/instruments/forms";
import { composeFormAction } from "../actions";

export interface Theme {
  readonly title: string;
  readonly inIndex: boolean;
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly anchor: boolean;
    readonly reverse: boolean;
  }[];
}

export function ComposeForm({ themes }: { readonly themes: readonly Theme[] }) {
  // The anchors are what two forms have in common: they are chosen unless somebody takes them out.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        themes.flatMap(({ questions }) =>
          questions.flatMap(({ id, anchor }) => (anchor ? [id] : [])),
        ),
      ),
  );
  const toggle = (id: string) => {
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  };
  return (
    <ActionForm action={composeFormAction}>
      <Card title="Name">
        <TextField
          name="title"
          label="Name of the form"
          hint="Staff see it, students do not."
          required
        />
      </Card>
      <ItemsError />
      {themes.map(({ title, inIndex, questions }) => (
        <Card
          key={title}
          title={title}
          description={
            inIndex
              ? "Part of the belonging figure."
              : "Shown beside the belonging figure, never in it."
          }
        >
          <div className="grid">
            {questions.map(({ id, text, anchor, reverse }) => (
              <label key={id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
                <input
                  type="checkbox"
                  name="items"
                  value={id}
                  checked={chosen.has(id)}
                  onChange={() => {
                    toggle(id);
                  }}
                  className="mt-[0.2em] size-5 shrink-0 accent-accent"
                />
                <span>
                  {text}
                  {anchor ? <span className="text-sm text-ink-soft"> (anchor)</span> : null}
                  {reverse ? <span className="text-sm text-ink-soft"> (reversed)</span> : null}
                </span>
              </label>
            ))}
          </div>
        </Card>
      ))}
      <p role="status" className="text-ink-soft">
        {chosen.size} questions, about {timeWords(chosen.size)} for each student.
      </p>
      <div>
        <SubmitButton pendingLabel="Saving…" size="lg">
          Save the form
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** What is wrong with the choice as a whole. */
function ItemsError() {
  const { error } = useFormField("items");
  return error === undefined ? null : <FieldError id="items-error">{error}</FieldError>;
}

function timeWords(questions: number): string {
  const minutes = minutesFor(questions);
  return minutes === 1 ? "1 minute" : `${String(minutes)} minutes`;
}
