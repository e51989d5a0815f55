"use client";

import { use, useId, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/choice-fields";
import { FieldError } from "@/components/ui/field";
import { FormFieldContext } from "@/components/ui/form-field-context";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { DemographicsMapping } from "@/lib/roster/demographics/bind-mapping";
import { LONGEST_NAME, MOST_CATEGORIES } from "@/lib/roster/demographics/dimension";
import { sourceId } from "@/lib/roster/demographics/sources";
import type { FileSurvey, SurveyedSource } from "@/lib/roster/demographics/survey-columns";
import { chooseColumnsAction } from "../actions";

/** Values named below a column; the rest is counted. */
const NAMED_VALUES = 5;

/** Which column is the student's number, and which to take under which name. Nothing is ticked beforehand. */
export function ColumnsForm({
  runId,
  survey,
  mapping,
}: {
  readonly runId: string;
  readonly survey: FileSurvey;
  readonly mapping: DemographicsMapping | null;
}) {
  const [student, setStudent] = useState(mapping?.student ?? survey.student ?? "");
  const named = new Map(mapping?.take.map(({ source, name }) => [sourceId(source), name]));
  const possible = survey.sources.filter(
    ({ source, values }) =>
      values !== null &&
      values.length > 0 &&
      !(source.kind === "column" && source.column === student),
  );
  const tooMany = survey.sources.filter(({ values }) => values === null);
  const others = tooMany.flatMap(({ source, label }) =>
    source.kind === "column" && source.column === student ? [] : [label],
  );
  return (
    <Card
      title="Columns"
      description="Nothing is written before you have seen what was understood. What you do not tick is not kept."
    >
      <ActionForm action={chooseColumnsAction} label="Columns" className="grid gap-6">
        <input type="hidden" name="runId" value={runId} />
        <div className="max-w-xl">
          <SelectField
            name="student"
            label="Student’s number"
            hint="The same number as on the roster."
            options={survey.columns.map((value) => ({ value, label: value }))}
            placeholder="Choose a column"
            defaultValue={student}
            onChange={(event) => {
              setStudent(event.currentTarget.value);
            }}
          />
        </div>
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-medium">Take as a demographic</legend>
          {possible.length === 0 ? (
            <Notice tone="watch" title="No column of this file can be a demographic.">
              A demographic has from 1 to {MOST_CATEGORIES} different values.
            </Notice>
          ) : null}
          {possible.map((source) => (
            <SourceField
              key={sourceId(source.source)}
              source={source}
              chosen={named.get(sourceId(source.source)) ?? null}
            />
          ))}
          <TakeError />
        </fieldset>
        {others.length > 0 ? (
          <p className="max-w-prose text-sm text-ink-soft">
            Not offered, because they have more than {MOST_CATEGORIES} different values, as numbers,
            names and dates do: {others.join(", ")}.
          </p>
        ) : null}
        <div>
          <SubmitButton pendingLabel="Reading the whole file">Check the file</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

function SourceField({
  source: { source, label, name, values },
  chosen,
}: {
  readonly source: SurveyedSource;
  /** The name it was given before; null: it is not taken. */
  readonly chosen: string | null;
}) {
  const id = sourceId(source);
  const [taken, setTaken] = useState(chosen !== null);
  return (
    <div className="grid gap-2 rounded-md border border-line px-3 py-1 has-checked:border-accent">
      <CheckboxField
        name={`take:${id}`}
        label={label}
        hint={valuesWords(values ?? [])}
        defaultChecked={taken}
        onChange={(event) => {
          setTaken(event.currentTarget.checked);
        }}
      />
      {taken ? (
        <div className="max-w-md pb-3 sm:pl-8">
          <TextField
            name={`name:${id}`}
            label={
              <>
                Call it<span className="sr-only"> ({label})</span>
              </>
            }
            hint="Students and colleagues read this name."
            defaultValue={chosen ?? name}
            maxLength={LONGEST_NAME}
          />
        </div>
      ) : null}
    </div>
  );
}

/** "3 different values: English, Spanish, Arabic". */
function valuesWords(values: readonly string[]): string {
  const rest = values.length - NAMED_VALUES;
  const shown = values.slice(0, NAMED_VALUES).join(", ");
  const count = values.length === 1 ? "1 value" : `${String(values.length)} different values`;
  return `${count}: ${shown}${rest > 0 ? ` and ${String(rest)} more` : ""}`;
}

/** What is wrong with the choice as a whole. */
function TakeError() {
  const id = useId();
  const error = use(FormFieldContext).fieldErrors.take;
  return error === undefined ? null : <FieldError id={id}>{error}</FieldError>;
}
