"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useId, useState } from "react";

import { classNames } from "./class-names";
import { controlClassName, describedBy, Field, type FieldTexts } from "./field";
import { useFormField } from "./form-field-context";

export interface PasswordFieldProps
  extends Omit<ComponentProps<"input">, "name" | "id" | "type" | "defaultValue">, FieldTexts {
  readonly name: string;
  /** "current-password" or "new-password": what password managers go by. */
  readonly autoComplete: "current-password" | "new-password";
}

/** A password with a button that shows it: typing blind is why people choose short ones. */
export function PasswordField({ name, label, hint, error, optional, ...rest }: PasswordFieldProps) {
  const id = useId();
  const field = useFormField(name);
  const [shown, setShown] = useState(false);
  const message = error ?? field.error;
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field id={id} label={label} hint={hint} error={message} optional={optional}>
      <span className="relative block">
        <input
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          className={classNames(controlClassName, "pr-14")}
          required={!optional}
          maxLength={200}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={message ? true : undefined}
          aria-describedby={describedBy(id, hint, message)}
          {...rest}
        />
        <button
          type="button"
          aria-label="Show password"
          aria-pressed={shown}
          aria-controls={id}
          onClick={() => {
            setShown(!shown);
          }}
          className="absolute inset-y-0 right-0 grid w-12 place-items-center rounded-md text-ink-soft hover:text-ink"
        >
          <Icon aria-hidden className="size-5" />
        </button>
      </span>
    </Field>
  );
}
