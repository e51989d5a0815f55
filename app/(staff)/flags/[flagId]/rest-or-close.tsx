import { ActionForm } from "@/components/forms/action-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FOUND_WORDS } from "@/components/insight/flag-words";
import { RadioGroupField } from "@/components/ui/choice-fields";
import { DateTimeField } from "@/components/ui/date-time-field";
import { TextAreaField } from "@/components/ui/text-field";
import { FOUND_OUTCOMES } from "@/lib/flags/outcome";
import { MOST_REASON_CHARACTERS } from "@/lib/flags/work";
import type { FlagView } from "@/lib/services/flags/read-flag";

import { closeFlagAction, snoozeFlagAction, wakeFlagAction } from "./actions";

/** Lets an open flag rest, brings a resting one back, or closes it. */
export function RestOrClose({ view }: { readonly view: FlagView }) {
  const { flag, snoozeDates } = view;
  return (
    <div data-print="hide" className="flex flex-wrap items-start gap-2">
      {flag.stage === "snoozed" ? (
        <ActionForm action={wakeFlagAction} label="Bring this flag back">
          <input type="hidden" name="flagId" value={flag.id} />
          <SubmitButton variant="secondary" pendingLabel="Bringing back…">
            Bring it back now
          </SubmitButton>
        </ActionForm>
      ) : snoozeDates === null ? null : (
        <Rest flagId={flag.id} dates={snoozeDates} />
      )}
      <DialogForm
        trigger={{ children: "Close it…" }}
        title="What did it turn out to be?"
        description="From these answers Hearth counts how often flags help. A closed flag stays closed; new evidence raises a new one."
        action={closeFlagAction}
        submit="Close the flag"
        pending="Closing…"
      >
        <input type="hidden" name="flagId" value={flag.id} />
        <RadioGroupField
          name="outcome"
          label="Outcome"
          options={FOUND_OUTCOMES.map((outcome) => ({ value: outcome, ...FOUND_WORDS[outcome] }))}
        />
        <TextAreaField
          name="found"
          label="What was found"
          rows={3}
          maxLength={1000}
          hint="A sentence is enough. Name no student."
        />
      </DialogForm>
    </div>
  );
}

function Rest({
  flagId,
  dates,
}: {
  readonly flagId: string;
  readonly dates: NonNullable<FlagView["snoozeDates"]>;
}) {
  return (
    <DialogForm
      trigger={{ children: "Let it rest…" }}
      title="Let this flag rest"
      description="It comes back by itself on the date, and before if it rises from watch to act."
      action={snoozeFlagAction}
      submit="Let it rest"
      pending="Saving…"
    >
      <input type="hidden" name="flagId" value={flagId} />
      <DateTimeField
        type="date"
        name="until"
        label="Until"
        min={dates.earliest}
        max={dates.latest}
        hint="Six weeks at most, and no longer than the flag lives."
      />
      <TextAreaField
        name="reason"
        label="Why it can wait"
        rows={2}
        maxLength={MOST_REASON_CHARACTERS}
        hint="Others who see this class can read it. Name no student."
      />
    </DialogForm>
  );
}
