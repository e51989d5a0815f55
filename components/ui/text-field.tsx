"use client";

import { type ComponentProps, useId } from "react";

import { controlClassName, describedBy, Field, type FieldTexts } from "./field";
import { useFormField } from "./form-field-context";

type InputProps = Omit<ComponentProps<"input">, "name" | "id" | "type">;

export interface TextFieldProps extends InputProps, FieldTexts {
  readonly name: string;
  readonly type?: "text" | "email" | "password" | "search" | "tel" | "url" | "number" | undefined;
}

/** One line of text. Inside an `ActionForm` it finds its own error and keeps what was typed. */
export function TextField({
  name,
  label,
  hint,
  error,
  optional,
  type = "text",
  defaultValue,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const field = useFormField(name);
  const message = error ?? field.error;
  return (
    <Field id={id} label={label} hint={hint} error={message} optional={optional}>
      <input
        id={id}
        name={name}
        type={type}
        className={controlClassName}
        required={!optional}
        aria-invalid={message ? true : undefined}
        aria-describedby={describedBy(id, hint, message)}
        // A password is never sent back by the server, so there is nothing to restore.
        defaultValue={type === "password" ? undefined : (field.value ?? defaultValue)}
        {...rest}
      />
    </Field>
  );
}

type AreaProps = Omit<ComponentProps<"textarea">, "name" | "id">;

export interface TextAreaFieldProps extends AreaProps, FieldTexts {
  readonly name: string;
}

/** Several lines of text: a note on a flag, say. */
export function TextAreaField({
  name,
  label,
  hint,
  error,
  optional,
  defaultValue,
  rows = 4,
  ...rest
}: TextAreaFieldProps) {
  const id = useId();
  const field = useFormField(name);
  const message = error ?? field.error;
  return (
    <Field id={id} label={label} hint={hint} error={message} optional={optional}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        className={controlClassName}
        required={!optional}
        aria-invalid={message ? true : undefined}
        aria-describedby={describedBy(id, hint, message)}
        defaultValue={field.value ?? defaultValue}
        {...rest}
      />
    </Field>
  );
}
