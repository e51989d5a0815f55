"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SelectField } from "@/components/ui/select-field";
import type { DigestSchedule } from "@/lib/digest/schedule";
import { chooseScheduleAction, sendTestMailAction } from "./actions";
import { hourWords, WEEKDAYS } from "./mail-words";

/** Day and hour of the week's mail, on the district's clock. */
export function ScheduleForm({ schedule }: { readonly schedule: DigestSchedule }) {
  return (
    <ActionForm action={chooseScheduleAction} label="When the weekly mail goes out">
      <div className="grid max-w-md gap-5 sm:grid-cols-2">
        <SelectField
          name="weekday"
          label="Day"
          defaultValue={String(schedule.weekday)}
          options={WEEKDAYS.map((label, at) => ({ value: String(at + 1), label }))}
        />
        <SelectField
          name="hour"
          label="Hour"
          defaultValue={String(schedule.hour)}
          options={Array.from({ length: 24 }, (_, hour) => ({
            value: String(hour),
            label: hourWords(hour),
          }))}
        />
      </div>
      <div>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function TestMailForm() {
  return (
    <ActionForm action={sendTestMailAction} label="Test mail">
      <div>
        <SubmitButton variant="secondary" pendingLabel="Sending…">
          Send me a test mail
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
