"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { PendingProgress } from "@/components/forms/pending-progress";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { DATE_FORMATS } from "@/lib/attendance/calendar-date";
import { KNOWN_STATUS_WORDS, normalWord } from "@/lib/attendance/column-mapping";
import type { MappingProposal } from "@/lib/services/attendance/open-attendance-import";
import { checkAction } from "../actions";

const MEANINGS = [
  { value: "absent", label: "Absent" },
  { value: "tardy", label: "Late, but present" },
  { value: "present", label: "Present" },
  { value: "ignore", label: "Leave these rows out" },
];

const DATE_WORDS: Readonly<Record<(typeof DATE_FORMATS)[number], string>> = {
  "YYYY-MM-DD": "Year-month-day: 2026-09-30",
  "MM/DD/YYYY": "Month/day/year: 09/30/2026",
  "DD/MM/YYYY": "Day/month/year: 30/09/2026",
  "DD.MM.YYYY": "Day.month.year: 30.09.2026",
};

/** Which column is which, how dates are written, what each status word stands for. */
export function MappingForm({
  runId,
  proposal,
}: {
  readonly runId: string;
  readonly proposal: MappingProposal;
}) {
  const { mapping, understood, unsure, columns } = proposal;
  const [status, setStatus] = useState(mapping?.status ?? "");
  const options = columns.map(({ header, examples }) => ({
    value: header,
    label: examples.length > 0 ? `${header} (such as ${examples.join(", ")})` : header,
  }));
  const words = columns.find((column) => column.header === status)?.words;
  const optional = (
    name: "school" | "section" | "type" | "excuse",
    label: string,
    hint: string,
  ) => (
    <SelectField
      name={name}
      label={label}
      hint={hint}
      options={options}
      placeholder="Not in this file"
      defaultValue={mapping?.[name] ?? ""}
      optional
    />
  );
  return (
    <>
      <Notice
        title={mapping === null ? "Say which column is which" : "We made a guess. Please check it."}
      >
        <ul className="list-disc pl-5">
          {[...understood, ...unsure].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
      <Card
        title="Columns"
        description="Nothing is written before you have seen what was understood."
      >
        <ActionForm action={checkAction} label="Columns">
          <input type="hidden" name="runId" value={runId} />
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <SelectField
              name="student"
              label="Student's number"
              hint="The same number as on the roster."
              options={options}
              placeholder="Choose a column"
              defaultValue={mapping?.student ?? ""}
            />
            <SelectField
              name="date"
              label="Date"
              options={options}
              placeholder="Choose a column"
              defaultValue={mapping?.date ?? ""}
            />
            <SelectField
              name="dateFormat"
              label="How dates are written"
              options={DATE_FORMATS.map((value) => ({ value, label: DATE_WORDS[value] }))}
              defaultValue={mapping?.dateFormat ?? "YYYY-MM-DD"}
            />
            <SelectField
              name="status"
              label="Absent, late or present"
              options={options}
              placeholder="No such column: every row is one absence"
              defaultValue={status}
              onChange={(event) => {
                setStatus(event.currentTarget.value);
              }}
              optional
            />
            {optional("school", "School", "Its number as on the roster.")}
            {optional("section", "Class", "Only if attendance is taken in each class.")}
            {optional("type", "Day or class", "A column that says daily or section.")}
            {optional("excuse", "Excused or not", "Shown only: every absence counts.")}
          </div>
          {status === "" ? null : words === null || words === undefined ? (
            <Notice tone="watch" title="This column holds too many different words for a status." />
          ) : (
            <fieldset className="grid gap-3">
              <legend className="mb-2 font-medium">What each word stands for</legend>
              <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
                {words.map((word) => (
                  <SelectField
                    key={`${status}:${word}`}
                    name={`word:${word}`}
                    label={word}
                    options={MEANINGS}
                    placeholder="Choose"
                    defaultValue={
                      mapping?.statusWords[normalWord(word)] ??
                      KNOWN_STATUS_WORDS[normalWord(word)] ??
                      ""
                    }
                  />
                ))}
              </div>
            </fieldset>
          )}
          <div>
            <SubmitButton pendingLabel="Reading the whole file">Check the file</SubmitButton>
          </div>
          <PendingProgress label="Reading the whole file" />
        </ActionForm>
      </Card>
    </>
  );
}
