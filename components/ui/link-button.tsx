import Link from "next/link";
import type { ComponentProps } from "react";

import { type ButtonStyle, buttonClassName } from "./button-style";
import { classNames } from "./class-names";

export interface LinkButtonProps extends ComponentProps<typeof Link>, ButtonStyle {}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ variant, size, wide, className, ...rest }: LinkButtonProps) {
  return (
    <Link className={classNames(buttonClassName({ variant, size, wide }), className)} {...rest} />
  );
}
