"use client";

import { type ComponentProps, useId } from "react";

import { classNames } from "./class-names";
import { describedBy, Field, type FieldTexts } from "./field";
import { useFormField } from "./form-field-context";

type InputProps = Omit<ComponentProps<"input">, "name" | "id" | "type">;

export interface FileFieldProps extends InputProps, FieldTexts {
  readonly name: string;
}

/** A file from this computer. The native control: it says the chosen name and takes a dropped file. */
export function FileField({ name, label, hint, error, optional, ...rest }: FileFieldProps) {
  const id = useId();
  const field = useFormField(name);
  const message = error ?? field.error;
  return (
    <Field id={id} label={label} hint={hint} error={message} optional={optional}>
      <input
        id={id}
        name={name}
        type="file"
        required={!optional}
        className={classNames(
          "w-full rounded-md border border-dashed border-line-strong bg-surface p-2 text-sm text-ink-soft",
          "file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border-0 file:bg-accent-soft",
          "file:px-3 file:py-1.5 file:font-medium file:text-ink aria-invalid:border-2 aria-invalid:border-error",
        )}
        aria-invalid={message ? true : undefined}
        aria-describedby={describedBy(id, hint, message)}
        {...rest}
      />
    </Field>
  );
}
