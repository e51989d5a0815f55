"use client";

import { useId } from "react";
import { FieldError } from "@/components/ui/field";
import { useFormField } from "@/components/ui/form-field-context";
import type { SelectOption } from "@/components/ui/select-field";

/** One or more schools. */
export function SchoolsField({ schools }: { readonly schools: readonly SelectOption[] }) {
  const id = useId();
  const { error } = useFormField("schoolIds");
  const only = schools.length === 1;
  return (
    <fieldset aria-describedby={error === undefined ? undefined : id} className="grid gap-1.5">
      <legend className="mb-1.5 font-medium">Their schools</legend>
      {schools.length === 0 ? (
        <p className="text-ink-soft">There are no schools yet: import the roster first.</p>
      ) : null}
      <div className="grid max-h-72 gap-x-6 overflow-y-auto sm:grid-cols-2">
        {schools.map((school) => (
          <label key={school.value} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name="schoolIds"
              value={school.value}
              defaultChecked={only}
              aria-invalid={error === undefined ? undefined : true}
              className="size-5 shrink-0 accent-accent"
            />
            {school.label}
          </label>
        ))}
      </div>
      {error === undefined ? null : <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
}
