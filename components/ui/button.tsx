import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";

import { type ButtonStyle, buttonClassName } from "./button-style";
import { classNames } from "./class-names";

export interface ButtonProps extends ComponentProps<"button">, ButtonStyle {
  /** Work is under way: shows a spinner, and says so; the button keeps the focus. */
  readonly loading?: boolean | undefined;
}

/** A button. `loading` uses `aria-disabled`, not `disabled`, so that the keyboard does not lose its place. */
export function Button({
  variant,
  size,
  wide,
  loading = false,
  type = "button",
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(buttonClassName({ variant, size, wide }), className)}
      {...(loading ? { "aria-disabled": true, "aria-busy": true } : {})}
      {...rest}
    >
      {loading ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      {children}
    </button>
  );
}
