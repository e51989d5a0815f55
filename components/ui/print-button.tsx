"use client";

import { Printer } from "lucide-react";
import { Button } from "./button";
import type { ButtonVariant } from "./button-style";

/** Prints the page. */
export function PrintButton({
  label = "Print",
  variant,
}: {
  readonly label?: string;
  readonly variant?: ButtonVariant;
}) {
  return (
    <Button
      variant={variant}
      onClick={() => {
        window.print();
      }}
    >
      <Printer aria-hidden />
      {label}
    </Button>
  );
}
