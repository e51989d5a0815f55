"use client";

import { ChoiceFieldset } from "./choice-fields";
import type { FieldTexts } from "./field";
import { useFormField } from "./form-field-context";
import type { SelectOption } from "./select-field";

/** One of several short sentences, side by side where there is room. Native radios: arrow keys work as everywhere. */
export function ChipField({
  name,
  label,
  hint,
  error,
  options,
  defaultValue,
}: Omit<FieldTexts, "optional"> & {
  readonly name: string;
  readonly options: readonly SelectOption[];
  readonly defaultValue?: string | undefined;
}) {
  const field = useFormField(name);
  const message = error ?? field.error;
  const chosen = field.value ?? defaultValue;
  return (
    <ChoiceFieldset label={label} hint={hint} message={message}>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-2xl border border-line-strong bg-surface px-3.5 py-1.5 text-sm has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              required
              defaultChecked={chosen === option.value}
              aria-invalid={message ? true : undefined}
              className="size-4 shrink-0 accent-accent"
            />
            {option.label}
          </label>
        ))}
      </div>
    </ChoiceFieldset>
  );
}
