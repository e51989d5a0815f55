"use client";

import { use, useId } from "react";
import { RadioGroupField, type RadioOption } from "@/components/ui/choice-fields";
import { FieldError } from "@/components/ui/field";
import { FormFieldContext } from "@/components/ui/form-field-context";
import { SelectField } from "@/components/ui/select-field";
import type { ScheduleChoices, SchoolChoice } from "@/lib/services/waves/read-schedule-choices";
import type { ScopeKind } from "./form-shape";
import { gradeValue } from "@/lib/services/waves/schedule-form";

/** Whom a pulse asks: only what the signed-in person may choose is offered. */
export function AudienceFields({
  choices,
  scope,
}: {
  readonly choices: ScheduleChoices;
  readonly scope: ScopeKind;
}) {
  const { schools, role, district } = choices;
  if (role === "teacher") {
    return (
      <>
        <input type="hidden" name="scope" value="classes" />
        <TeacherClasses schools={schools} />
      </>
    );
  }
  const options: RadioOption[] = [
    ...(role === "district-administrator"
      ? [{ value: "district", label: `The whole district: ${district.name}` }]
      : []),
    { value: "school", label: "One school" },
    { value: "grade", label: "One grade of a school" },
    { value: "classes", label: "Some classes" },
  ];
  return (
    <>
      <RadioGroupField name="scope" label="Ask" defaultValue={scope} options={options} />
      {scope === "school" ? (
        <SelectField
          name="school"
          label="School"
          placeholder="Choose a school"
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {scope === "grade" ? (
        <SelectField
          name="grade"
          label="Grade"
          placeholder="Choose a grade"
          options={schools.flatMap((school) =>
            school.grades.map(({ grade, label }) => ({
              value: gradeValue(school.id, grade),
              label: `${school.name}: ${label}`,
            })),
          )}
        />
      ) : null}
      {scope === "classes" ? <ClassBoxes schools={schools} /> : <ClassesError />}
    </>
  );
}

function TeacherClasses({ schools }: { readonly schools: readonly SchoolChoice[] }) {
  const classes = schools.flatMap((school) => school.classes);
  return (
    <>
      <RadioGroupField
        name="classes"
        label="Your class"
        defaultValue={classes.length === 1 ? classes[0]?.id : undefined}
        options={classes.map(({ id, title, students }) => ({
          value: id,
          label: title,
          hint: `${String(students)} students`,
        }))}
      />
    </>
  );
}

/** Which classes cannot be asked is said here for a school or a grade too. */
function ClassesError() {
  const id = useId();
  const error = use(FormFieldContext).fieldErrors.classes;
  return error === undefined ? null : <FieldError id={id}>{error}</FieldError>;
}

function ClassBoxes({ schools }: { readonly schools: readonly SchoolChoice[] }) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 font-medium">Classes</legend>
      {schools.map((school) => (
        <details
          key={school.id}
          open={schools.length === 1}
          className="rounded-md border border-line bg-surface"
        >
          <summary className="min-h-11 px-3 py-2.5 font-medium">
            {school.name}{" "}
            <span className="font-normal text-ink-soft">
              ({String(school.classes.length)} classes)
            </span>
          </summary>
          <div className="grid gap-x-4 border-t border-line px-3 py-2 sm:grid-cols-2">
            {school.classes.map(({ id, title, students }) => (
              <label key={id} className="flex min-h-11 cursor-pointer items-center gap-3 py-1.5">
                <input
                  type="checkbox"
                  name="classes"
                  value={id}
                  className="size-5 shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  {title} <span className="text-sm text-ink-soft">{String(students)} students</span>
                </span>
              </label>
            ))}
          </div>
        </details>
      ))}
      <ClassesError />
    </fieldset>
  );
}
