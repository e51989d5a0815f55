"use client";

import { type ComponentProps, type ReactNode, useId } from "react";

import { controlClassName, describedBy, Field, type FieldTexts } from "./field";
import { useFormField } from "./form-field-context";

type InputProps = Omit<ComponentProps<"input">, "name" | "id" | "type">;

export interface DateTimeFieldProps extends InputProps, FieldTexts {
  readonly name: string;
  readonly type?: "datetime-local" | "date" | "time" | undefined;
  /** The school's time zone in words, because a local time without one means nothing. */
  readonly timeZoneLabel?: string | undefined;
}

function withZone(hint: ReactNode, timeZoneLabel: string | undefined): ReactNode {
  if (timeZoneLabel === undefined) return hint;
  return (
    <>
      {hint} {hint ? " " : null}
      Times are in {timeZoneLabel}.
    </>
  );
}

/** A local date and time. Submits `YYYY-MM-DDTHH:mm` without a zone: the service knows the school's. */
export function DateTimeField({
  name,
  label,
  hint,
  error,
  optional,
  type = "datetime-local",
  timeZoneLabel,
  defaultValue,
  ...rest
}: DateTimeFieldProps) {
  const id = useId();
  const field = useFormField(name);
  const message = error ?? field.error;
  const fullHint = withZone(hint, timeZoneLabel);
  return (
    <Field id={id} label={label} hint={fullHint} error={message} optional={optional}>
      <input
        id={id}
        name={name}
        type={type}
        className={controlClassName}
        required={!optional}
        aria-invalid={message ? true : undefined}
        aria-describedby={describedBy(id, fullHint, message)}
        defaultValue={field.value ?? defaultValue}
        {...rest}
      />
    </Field>
  );
}
