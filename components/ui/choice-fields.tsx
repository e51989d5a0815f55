"use client";

import { type ComponentProps, type ReactNode, useId } from "react";

import { describedBy, FieldError, type FieldTexts } from "./field";
import { useFormField } from "./form-field-context";
import type { SelectOption } from "./select-field";

const boxClassName = "mt-[0.2em] size-5 shrink-0 accent-accent";

type CheckboxProps = Omit<ComponentProps<"input">, "name" | "id" | "type">;

export interface CheckboxFieldProps extends CheckboxProps, Omit<FieldTexts, "optional"> {
  readonly name: string;
}

/** One yes-or-no. The whole line is the target. */
export function CheckboxField({
  name,
  label,
  hint,
  error,
  defaultChecked,
  value = "on",
  ...rest
}: CheckboxFieldProps) {
  const id = useId();
  const field = useFormField(name);
  const message = error ?? field.error;
  return (
    <div className="grid gap-1.5">
      <div className="flex min-h-11 items-start gap-3 py-2">
        <input
          id={id}
          name={name}
          type="checkbox"
          value={value}
          className={boxClassName}
          defaultChecked={field.value === undefined ? defaultChecked : field.value === value}
          aria-invalid={message ? true : undefined}
          aria-describedby={describedBy(id, hint, message)}
          {...rest}
        />
        <span className="grid">
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
          {hint ? (
            <span id={`${id}-hint`} className="text-sm text-ink-soft">
              {hint}
            </span>
          ) : null}
        </span>
      </div>
      {message ? <FieldError id={`${id}-error`}>{message}</FieldError> : null}
    </div>
  );
}

export interface RadioOption extends SelectOption {
  readonly hint?: ReactNode;
}

export interface RadioGroupFieldProps extends Omit<FieldTexts, "optional"> {
  readonly name: string;
  readonly options: readonly RadioOption[];
  readonly defaultValue?: string | undefined;
}

/** The frame of one choice of several: its question, its hint, what is wrong with it. */
export function ChoiceFieldset({
  label,
  hint,
  message,
  children,
}: {
  readonly label: ReactNode;
  readonly hint: ReactNode;
  readonly message: string | undefined;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset aria-describedby={describedBy(id, hint, message)} className="grid gap-2">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-1.5 text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {children}
      {message ? <FieldError id={`${id}-error`}>{message}</FieldError> : null}
    </fieldset>
  );
}

/** One of a few, all of them visible. Native radios: arrow keys work as everywhere. */
export function RadioGroupField({
  name,
  label,
  hint,
  error,
  options,
  defaultValue,
}: RadioGroupFieldProps) {
  const field = useFormField(name);
  const message = error ?? field.error;
  const chosen = field.value ?? defaultValue;
  return (
    <ChoiceFieldset label={label} hint={hint} message={message}>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-md border border-line bg-surface px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft has-disabled:opacity-60"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            required
            disabled={option.disabled}
            defaultChecked={chosen === option.value}
            aria-invalid={message ? true : undefined}
            className={boxClassName}
          />
          <span className="grid">
            <span className="font-medium">{option.label}</span>
            {option.hint ? <span className="text-sm text-ink-soft">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </ChoiceFieldset>
  );
}
