"use client";

import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";

import { classNames } from "./class-names";
import { controlClassName, describedBy, Field, type FieldTexts } from "./field";
import { useFormField } from "./form-field-context";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

type NativeProps = Omit<ComponentProps<"select">, "name" | "id" | "multiple" | "children">;

export interface SelectFieldProps extends NativeProps, FieldTexts {
  readonly name: string;
  readonly options: readonly SelectOption[];
  /** First, empty choice: "Choose a school". */
  readonly placeholder?: string | undefined;
}

/** The system's own select: works with every phone and every screen reader. */
export function SelectField({
  name,
  label,
  hint,
  error,
  optional,
  options,
  placeholder,
  defaultValue,
  ...rest
}: SelectFieldProps) {
  const id = useId();
  const field = useFormField(name);
  const message = error ?? field.error;
  return (
    <Field id={id} label={label} hint={hint} error={message} optional={optional}>
      <span className="relative block">
        <select
          id={id}
          name={name}
          className={classNames(controlClassName, "appearance-none pr-10")}
          required={!optional}
          aria-invalid={message ? true : undefined}
          aria-describedby={describedBy(id, hint, message)}
          defaultValue={field.value ?? defaultValue}
          {...rest}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-ink-soft"
        />
      </span>
    </Field>
  );
}
