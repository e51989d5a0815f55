"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { RadioGroupField } from "@/components/ui/choice-fields";
import { DateTimeField } from "@/components/ui/date-time-field";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { TrusteeFields } from "@/components/waves/trustee-fields";
import { zoneWords } from "@/components/waves/wave-words";
import type { ScheduleChoices } from "@/lib/services/waves/read-schedule-choices";
import { scheduleWaveAction } from "./actions";
import { AdmissionField } from "./admission-field";
import { AudienceFields } from "./audience-fields";
import { DemographicFields } from "./demographic-fields";
import { readShape, type FormShape, usualClosing } from "./form-shape";
import { NominationsField } from "./nominations-field";
import { WordsField } from "./words-field";

/** Whom, when, and how careful. Shows the clock that counts, and says when the time is short. */
export function WaveForm({
  choices,
  colleagues,
  defaults,
}: {
  readonly choices: ScheduleChoices;
  /** Who can be named as a trustee; fewer than three: nobody is asked. */
  readonly colleagues: readonly SelectOption[];
  readonly defaults: { readonly title: string; readonly opens: string; readonly closes: string };
}) {
  const teacher = choices.role === "teacher";
  const [shape, setShape] = useState<FormShape>({
    scope: choices.role === "district-administrator" ? "school" : teacher ? "classes" : "grade",
    start: teacher ? "now" : "later",
    zone: { zone: choices.district.timeZone, mixed: false },
    schoolDays: null,
    misfits: [],
  });
  const [shared, setShared] = useState(false);
  const chosenClosing = useRef(false);
  const read = (event: ChangeEvent<HTMLDivElement>) => {
    const form = event.currentTarget.closest("form");
    if (form === null) return;
    const { name, value } = event.target as unknown as HTMLInputElement;
    if (name === "closes") chosenClosing.current = true;
    // Nobody should have to count school days again because they moved the opening.
    const closes = form.elements.namedItem("closes");
    const usual = name === "opens" && !chosenClosing.current ? usualClosing(value, choices) : null;
    if (usual !== null && closes instanceof HTMLInputElement) closes.value = usual;
    const filled = new FormData(form);
    setShape(readShape(filled, choices, new Date()));
    setShared(filled.get("holders") === "trustees");
  };
  const zone = zoneWords(shape.zone.zone);
  return (
    <ActionForm action={scheduleWaveAction} className="grid max-w-3xl gap-6">
      <div className="grid gap-6" onChange={read}>
        <Card title="Whom to ask">
          <div className="grid gap-5">
            <TextField name="title" label="Name" defaultValue={defaults.title} maxLength={80} />
            <AudienceFields choices={choices} scope={shape.scope} />
            <SelectField
              name="questions"
              label="Questions"
              defaultValue={choices.questions[0]?.key}
              options={choices.questions.map(({ key, title, count }) => ({
                value: key,
                label: `${title}: ${String(count)} questions`,
              }))}
            />
            {shape.misfits.length === 0 ? null : (
              <Notice tone="watch" title="Not worded for everybody asked">
                {shape.misfits.slice(0, 4).join(", ")}
                {shape.misfits.length > 4 ? " and others" : ""}: these questions are for other
                grades. Younger students may not understand them, and results are not compared
                between different questions.
              </Notice>
            )}
          </div>
        </Card>
        <Card title="When">
          <div className="grid gap-5">
            <RadioGroupField
              name="start"
              label="Opens"
              defaultValue={shape.start}
              options={[
                { value: "now", label: "Now" },
                { value: "later", label: "On a date" },
              ]}
            />
            {shape.start === "later" ? (
              <DateTimeField
                name="opens"
                label="Opens on"
                defaultValue={defaults.opens}
                timeZoneLabel={zone}
              />
            ) : null}
            <DateTimeField
              name="closes"
              label="Closes on"
              hint="Suggested: five school days after it opens, so that students who are absent get a chance too. Then nothing more can be answered, and results are made."
              defaultValue={defaults.closes}
              timeZoneLabel={zone}
            />
            {shape.zone.mixed ? (
              <Notice title={`The district's clock counts: ${zone}`}>
                These schools are in different time zones. The pulse opens and closes for all of
                them at the same moment.
              </Notice>
            ) : null}
            {shape.schoolDays !== null && shape.schoolDays < 5 ? (
              <Notice tone="watch" title={`Open on ${daysWords(shape.schoolDays)} only`}>
                Students who are absent then are not heard, and they are often the ones to worry
                about. Five school days or more give them a chance.
              </Notice>
            ) : null}
          </div>
        </Card>
        <AdmissionField byName={choices.dimensions.length > 0} />
        <Card title="How careful">
          <TextField
            name="k"
            type="number"
            min={10}
            max={30}
            step={1}
            inputMode="numeric"
            label="Fewest answers in anything shown"
            hint="10 is the least. A higher number protects more and shows less: small classes are then withheld."
            defaultValue="10"
          />
        </Card>
        {choices.dimensions.length === 0 ? null : (
          <DemographicFields dimensions={choices.dimensions} />
        )}
        {choices.mayAskWords ? <WordsField /> : null}
        {choices.mayAskNominations ? <NominationsField /> : null}
        {colleagues.length === 0 ? null : (
          <Card title="Who holds the key">
            <TrusteeFields colleagues={colleagues} shared={shared} />
          </Card>
        )}
      </div>
      <div>
        <SubmitButton pendingLabel="Preparing…" size="lg">
          {shape.start === "now" && !shared ? "Open the pulse" : "Schedule the pulse"}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function daysWords(days: number): string {
  return days === 1 ? "1 school day" : `${String(days)} school days`;
}
