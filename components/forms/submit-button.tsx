"use client";

import { use } from "react";

import { Button, type ButtonProps } from "@/components/ui/button";
import { FormFieldContext } from "@/components/ui/form-field-context";

/** The button of an `ActionForm`; shows that the work is under way. */
export function SubmitButton({
  children,
  pendingLabel,
  variant = "primary",
  ...rest
}: Omit<ButtonProps, "type" | "loading"> & { readonly pendingLabel?: string }) {
  const { pending } = use(FormFieldContext);
  return (
    <Button type="submit" variant={variant} loading={pending} {...rest}>
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}
