"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { RadioGroupField } from "@/components/ui/choice-fields";
import type { Consent } from "@/lib/waves/consent";
import { chooseConsentAction } from "./actions";

/** How families of the district consent. */
export function ConsentForm({ consent }: { readonly consent: Consent }) {
  return (
    <ActionForm action={chooseConsentAction} label="How families consent">
      <RadioGroupField
        name="consent"
        label="Who takes part"
        defaultValue={consent}
        options={[
          {
            value: "passive",
            label: "Everybody, unless the family says no",
            hint: "A notice goes home, and families can opt out (passive consent).",
          },
          {
            value: "active",
            label: "Only students whose family says yes",
            hint: "A form comes back signed (active consent). Fewer take part, and classes with fewer than 10 are shown in their grade only.",
          },
        ]}
      />
      <div>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </div>
    </ActionForm>
  );
}
