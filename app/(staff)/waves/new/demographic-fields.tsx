"use client";

import { use, useId } from "react";
import { Card } from "@/components/ui/card";
import { FieldError } from "@/components/ui/field";
import { FormFieldContext } from "@/components/ui/form-field-context";
import { MOST_DIMENSIONS } from "@/lib/waves/options";

/** By which demographics a pulse also counts, and what that changes for students and slips. */
export function DemographicFields({ dimensions }: { readonly dimensions: readonly string[] }) {
  const id = useId();
  const error = use(FormFieldContext).fieldErrors.dimensions;
  return (
    <Card
      title="Also count by"
      description="Leave these alone unless you will use them. For each school it shows how each group feels; a class is never divided."
    >
      <fieldset aria-describedby={`${id}-what`} className="grid gap-1">
        <legend className="sr-only">Also count by</legend>
        {dimensions.map((name) => (
          <label key={name} className="flex min-h-11 cursor-pointer items-center gap-3 py-1.5">
            <input
              type="checkbox"
              name="dimensions"
              value={name}
              className="size-5 shrink-0 accent-accent"
              aria-invalid={error === undefined ? undefined : true}
              aria-describedby={error === undefined ? undefined : `${id}-error`}
            />
            <span className="min-w-0 font-medium break-words">{name}</span>
          </label>
        ))}
        {error === undefined ? null : <FieldError id={`${id}-error`}>{error}</FieldError>}
        <ul
          id={`${id}-what`}
          className="mt-2 grid max-w-prose list-disc gap-1 pl-5 text-sm text-ink-soft"
        >
          <li>At most {MOST_DIMENSIONS}.</li>
          <li>Slips will have names: what a slip may collect depends on whose it is.</li>
          <li>
            Every student casts one more sealed ballot for each, apart from the one for the class.
            No ballot has a name, and none of them can be joined.
          </li>
          <li>
            Larger groups are shown in wider bands, because more is told about the same students.
          </li>
        </ul>
      </fieldset>
    </Card>
  );
}
