"use client";

import { use } from "react";

import { FormFieldContext } from "@/components/ui/form-field-context";
import { Progress } from "@/components/ui/progress";

/** In an `ActionForm` whose work takes long: a bar while it is under way, nothing before and after. */
export function PendingProgress({ label }: { readonly label: string }) {
  const { pending } = use(FormFieldContext);
  if (!pending) return null;
  return (
    <div className="max-w-md">
      <Progress label={label} valueText="This can take a minute. Keep this page open." />
    </div>
  );
}
