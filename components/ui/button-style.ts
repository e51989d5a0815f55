import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export interface ButtonStyle {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  /** As wide as its container: the usual choice on a phone. */
  readonly wide?: boolean | undefined;
}

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent text-link hover:bg-accent-soft",
  danger: "border-error bg-surface text-error hover:bg-error-soft",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-9 px-3 text-sm",
  md: "min-h-11 px-4 text-base",
  lg: "min-h-14 px-6 text-lg",
};

/** Classes that make a button or a link look like one. */
export function buttonClassName({
  variant = "secondary",
  size = "md",
  wide = false,
}: ButtonStyle): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded-md border py-1.5 text-center font-medium",
    "transition-colors aria-disabled:cursor-not-allowed aria-disabled:opacity-70",
    "disabled:cursor-not-allowed disabled:opacity-70",
    "[&>svg]:size-[1.15em] [&>svg]:shrink-0",
    variants[variant],
    sizes[size],
    wide && "w-full",
  );
}
