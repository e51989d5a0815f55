"use client";

import { useId } from "react";
import { FieldError } from "@/components/ui/field";
import { useFormField } from "@/components/ui/form-field-context";
import type { SelectOption } from "@/components/ui/select-field";

/** The schools whose students somebody is told of. */
export function SchoolBoxes({
  schools,
  chosen,
}: {
  readonly schools: readonly SelectOption[];
  readonly chosen: readonly string[];
}) {
  const id = useId();
  const { error } = useFormField("schoolIds");
  return (
    <fieldset aria-describedby={error === undefined ? undefined : id} className="grid gap-1.5">
      <legend className="mb-1.5 font-medium">Schools</legend>
      <div className="grid max-h-60 gap-x-6 overflow-y-auto sm:grid-cols-2">
        {schools.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name="schoolIds"
              value={value}
              defaultChecked={chosen.includes(value)}
              aria-invalid={error === undefined ? undefined : true}
              className="size-5 shrink-0 accent-accent"
            />
            {label}
          </label>
        ))}
      </div>
      {error === undefined ? null : <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
}
