"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { RadioGroupField } from "@/components/ui/choice-fields";
import { TextAreaField } from "@/components/ui/text-field";
import { NEXT_STATES, type RequestState } from "@/lib/help/adult-request";
import { handleAskedAction } from "../actions";

const STEPS = {
  new: { label: "New", hint: "" },
  seen: { label: "Seen", hint: "I know about it and will talk to the student." },
  done: { label: "Done", hint: "The student was talked to, or there was nothing to do." },
} as const satisfies Record<RequestState, { label: string; hint: string }>;

/** Moves a request on. */
export function HandleForm({
  id,
  state,
  note,
}: {
  readonly id: string;
  readonly state: RequestState;
  readonly note: string;
}) {
  const next = NEXT_STATES[state];
  return (
    // A new key when it has moved: other steps are next.
    <ActionForm key={state} action={handleAskedAction} label="Move this on">
      <input type="hidden" name="id" value={id} />
      <RadioGroupField
        name="to"
        label="Next step"
        defaultValue={next[0] ?? "seen"}
        options={next.map((value) =>
          state === "done"
            ? { value, label: "Take it up again", hint: "It counts as seen, and is kept." }
            : { value, ...STEPS[value] },
        )}
      />
      <TextAreaField
        name="note"
        label="Note"
        optional
        maxLength={1000}
        hint="For the others who receive these. Deleted with the request."
        defaultValue={note}
      />
      <div>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </div>
    </ActionForm>
  );
}
