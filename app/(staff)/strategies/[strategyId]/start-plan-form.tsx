import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-field";
import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";
import { FARTHEST_DAYS, NOTE_LENGTH } from "@/lib/plans/plan";
import type { StartChoices } from "@/lib/services/plans/read-start-choices";

import { startPlanAction } from "./actions";

/** Long enough for a pulse to have opened two weeks after the start, in most schools. */
const USUAL_DAYS = 42;

/** Starts the strategy as a plan of one of one's own classes. */
export function StartPlanForm({
  strategyId,
  choices,
}: {
  readonly strategyId: string;
  readonly choices: StartChoices;
}) {
  const { today, classes, chosen } = choices;
  const [only, second] = classes;
  const preset = chosen ?? (second === undefined ? only?.id : undefined);
  return (
    <ActionForm action={startPlanAction} label="Start as a plan">
      <input type="hidden" name="strategyId" value={strategyId} />
      <SelectField
        name="classId"
        label="Class"
        {...(preset === undefined ? { placeholder: "Choose a class" } : {})}
        defaultValue={preset ?? ""}
        options={classes.map(({ id, label }) => ({ value: id, label }))}
      />
      <div className="@container">
        <div className="grid gap-5 @md:grid-cols-2">
          <DateTimeField
            name="startOn"
            type="date"
            label="Start"
            hint="Results are compared before and after this day."
            defaultValue={today}
            min={daysAfter(today, -FARTHEST_DAYS)}
            max={daysAfter(today, FARTHEST_DAYS)}
          />
          <DateTimeField
            name="lookAgainOn"
            type="date"
            label="Look again"
            hint="At least two weeks later. The plan then says so; nothing ends by itself."
            defaultValue={daysAfter(today, USUAL_DAYS)}
          />
        </div>
      </div>
      <TextAreaField
        name="note"
        label="Note"
        optional
        rows={3}
        maxLength={NOTE_LENGTH}
        hint="What you want to do differently. Others who see this class can read it. Name no student."
      />
      <div>
        <SubmitButton pendingLabel="Starting…">Start the plan</SubmitButton>
      </div>
    </ActionForm>
  );
}

function daysAfter(day: string, days: number): string {
  return isoDate(dayNumber(day) + days);
}
