"use client";

import { type SyntheticEvent, useState } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import type { ButtonProps } from "@/components/ui/button";
import { RadioGroupField } from "@/components/ui/choice-fields";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { nameReceiverAction } from "./actions";
import { SchoolBoxes } from "./school-boxes";

/** Names a colleague, or changes for which schools and under which name one is told. */
export function ReceiverForm({
  trigger,
  title,
  people,
  schools,
  named,
}: {
  readonly trigger: Pick<ButtonProps, "variant" | "size" | "children" | "aria-label">;
  readonly title: string;
  /** Whom one can choose; only themselves where somebody is changed. */
  readonly people: readonly SelectOption[];
  readonly schools: readonly SelectOption[];
  readonly named?: {
    readonly shownAs: string;
    readonly allSchools: boolean;
    readonly schoolIds: readonly string[];
  };
}) {
  const [reach, setReach] = useState(named?.allSchools === false ? "some" : "all");
  const [only] = people;
  function onChange({ target }: SyntheticEvent) {
    if (target instanceof HTMLInputElement && target.name === "reach") setReach(target.value);
  }
  return (
    <DialogForm
      trigger={trigger}
      title={title}
      description="They read requests under the student’s name. The audit log shows who named them."
      action={nameReceiverAction}
      submit="Save"
      pending="Saving…"
    >
      <div className="grid gap-5" onChange={onChange}>
        {named === undefined ? (
          <SelectField
            name="accountId"
            label="Colleague"
            placeholder="Choose a colleague"
            options={people}
          />
        ) : (
          <input type="hidden" name="accountId" value={only?.value ?? ""} />
        )}
        <TextField
          name="shownAs"
          label="What students read"
          hint="As students know them: “Ms. Elm, counselor”. Left empty, it is the name of the account."
          optional
          maxLength={60}
          defaultValue={named?.shownAs ?? ""}
        />
        <RadioGroupField
          name="reach"
          label="Whose requests they receive"
          defaultValue={reach}
          options={[
            { value: "all", label: "Students of every school" },
            { value: "some", label: "Students of these schools" },
          ]}
        />
        {reach === "some" ? (
          <SchoolBoxes schools={schools} chosen={named?.schoolIds ?? []} />
        ) : null}
      </div>
    </DialogForm>
  );
}
