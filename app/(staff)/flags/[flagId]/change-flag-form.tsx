import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { RadioGroupField } from "@/components/ui/choice-fields";
import { TextAreaField } from "@/components/ui/text-field";
import type { FlagState } from "@/lib/flags/life-cycle";

import { changeFlagAction } from "./actions";

interface Step {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

const NOTE: Step = { value: "note", label: "Only add a note" };
const SEEN: Step = { value: "seen", label: "Seen", hint: "I know about it." };
const ACTING: Step = { value: "acting", label: "Acting on it", hint: "Something is being done." };

const STEPS: Readonly<Record<FlagState, readonly Step[]>> = {
  new: [SEEN, ACTING, NOTE],
  seen: [ACTING, NOTE],
  acting: [],
  closed: [],
};

/** Moves a flag on, with a note; where it cannot go further by hand, takes a note. */
export function ChangeFlagForm({
  flagId,
  state,
}: {
  readonly flagId: string;
  readonly state: FlagState;
}) {
  const steps = STEPS[state];
  return (
    <ActionForm action={changeFlagAction} resetOnOk label="Change this flag">
      <input type="hidden" name="flagId" value={flagId} />
      {steps.length === 0 ? (
        <input type="hidden" name="to" value="note" />
      ) : (
        <RadioGroupField
          name="to"
          label="How far it is"
          options={steps}
          defaultValue={steps[0]?.value ?? "note"}
        />
      )}
      <TextAreaField
        name="note"
        label="Note"
        optional
        maxLength={1000}
        hint="Others who see this class can read it. Name no student."
      />
      <div>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </div>
    </ActionForm>
  );
}
