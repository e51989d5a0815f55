"use client";

import { type SyntheticEvent, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { RadioGroupField } from "@/components/ui/choice-fields";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { invite } from "./actions";
import { OneTimeLink } from "./one-time-link";
import { SchoolsField } from "./schools-field";

export interface InvitableTeacher {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly schools: string;
}

const BY_ADDRESS = "";

/** Role first: it decides what else is asked. The link appears once, below the heading. */
export function InviteForm({
  roles,
  schools,
  teachers,
  teacherId,
}: {
  readonly roles: readonly SelectOption[];
  readonly schools: readonly SelectOption[];
  readonly teachers: readonly InvitableTeacher[];
  /** Chosen in the list of teachers without an account. */
  readonly teacherId?: string;
}) {
  const [role, setRole] = useState("teacher");
  const [personId, setPersonId] = useState(teacherId ?? BY_ADDRESS);
  const [made, setMade] = useState<{ link: string; name: string } | null>(null);
  // A new key is a fresh form.
  const [round, setRound] = useState(0);
  const teacher = role === "teacher" ? teachers.find(({ id }) => id === personId) : undefined;

  const action: FormAction = async (previous, form) => {
    const state = await invite(previous, form);
    if (state.status === "ok") {
      setMade({ link: state.values?.link ?? "", name: state.values?.name ?? "" });
      setPersonId(BY_ADDRESS);
      setRound((value) => value + 1);
      return { status: "idle" };
    }
    setMade(null);
    return state;
  };

  function onChange(event: SyntheticEvent) {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.name === "role") setRole(target.value);
    if (target instanceof HTMLSelectElement && target.name === "personId") {
      setPersonId(target.value);
    }
  }

  return (
    <div className="grid gap-5" onChange={onChange}>
      {made === null ? null : (
        <OneTimeLink
          link={made.link}
          title={`The invitation for ${made.name} is ready.`}
          label="Invitation link"
        >
          Copy the link now and pass it on yourself: it is not shown again. Whoever opens it gets
          the account, so send it to {made.name} only.
        </OneTimeLink>
      )}
      <ActionForm key={round} action={action} label="Invite a colleague">
        <RadioGroupField
          name="role"
          label="Role"
          defaultValue={role}
          options={roles.map((option) => ({ ...option, hint: HINTS[option.value] }))}
        />
        {role === "teacher" ? (
          <SelectField
            name="personId"
            label="Who they are on the roster"
            hint="This decides which classes they see."
            optional
            placeholder="Find them by their e-mail address"
            defaultValue={personId}
            options={teachers.map((row) => ({
              value: row.id,
              label: row.schools === "" ? row.name : `${row.name} (${row.schools})`,
            }))}
          />
        ) : null}
        {role === "school-administrator" ? <SchoolsField schools={schools} /> : null}
        {/* A new key when the teacher changes: the fields then start from the roster. */}
        <div key={teacher?.id ?? ""} className="grid gap-5 sm:grid-cols-2">
          <TextField name="name" label="Name" maxLength={200} defaultValue={teacher?.name} />
          <TextField
            name="email"
            type="email"
            label="E-mail address"
            autoCapitalize="none"
            maxLength={254}
            defaultValue={teacher?.email}
          />
        </div>
        <div>
          <SubmitButton pendingLabel="Making the link…">Make an invitation link</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}

const HINTS: Readonly<Record<string, string>> = {
  "district-administrator":
    "Sees every school, imports rosters and attendance, reads the audit log.",
  "school-administrator": "Sees the classes of their schools and invites teachers there.",
  teacher: "Sees their own classes.",
};
