import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface FieldTexts {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Said by the page itself; otherwise the form around the field supplies it. */
  readonly error?: string | undefined;
  /** Says "(optional)": most fields are required, so the exception is marked. */
  readonly optional?: boolean | undefined;
}

/** Ids of hint and error for `aria-describedby`, and nothing when there is neither. */
export function describedBy(
  id: string,
  hint: ReactNode,
  error: string | undefined,
): string | undefined {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return ids === "" ? undefined : ids;
}

export const controlClassName = classNames(
  "w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 text-base text-ink",
  "placeholder:text-ink-faint aria-invalid:border-error aria-invalid:border-2",
  "disabled:bg-sunken disabled:text-ink-faint",
);

/** An error of one field: icon and text, never colour alone. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-error">
      <CircleAlert aria-hidden className="mt-[0.2em] size-[1.1em] shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** Label, hint, control and error, in the order they are read. */
export function Field({
  id,
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldTexts & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {optional ? <span className="font-normal text-ink-faint"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}
