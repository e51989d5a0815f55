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
const CLOSED: Step = {
  value: "closed",
  label: "Close it",
  hint: "It is dealt with, or there was a reason for it. A closed flag stays closed.",
};

const STEPS: Readonly<Record<FlagState, readonly Step[]>> = {
  new: [SEEN, ACTING, CLOSED, NOTE],
  seen: [ACTING, CLOSED, NOTE],
  acting: [CLOSED, NOTE],
  closed: [NOTE],
};

/** Moves a flag on, with a note. */
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
      {state === "closed" ? (
        <>
          <p className="text-ink-soft">
            This flag is closed. New evidence would raise a new one. You can still add a note.
          </p>
          <input type="hidden" name="to" value="note" />
        </>
      ) : (
        <RadioGroupField
          name="to"
          label="Next step"
          options={steps}
          defaultValue={steps[0]?.value ?? "note"}
        />
      )}
      <TextAreaField
        name="note"
        label="Note"
        optional
        maxLength={1000}
        hint="Needed when you close the flag. Others who see this class can read it. Name no student."
      />
      <div>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </div>
    </ActionForm>
  );
}
