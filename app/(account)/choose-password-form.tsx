"use client";

import type { FormAction } from "@/components/forms/action-state";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";

/** A password for the account that a link is about: an invitation's, or one whose password was lost. */
export function ChoosePasswordForm({
  action,
  token,
  email,
  label,
  submit,
  pending,
}: {
  readonly action: FormAction;
  readonly token: string;
  readonly email: string;
  readonly label: string;
  readonly submit: string;
  readonly pending: string;
}) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="token" value={token} />
      <TextField
        name="email"
        type="email"
        label="Your e-mail address"
        hint="You sign in with it."
        autoComplete="username"
        value={email}
        readOnly
      />
      <PasswordField
        name="password"
        label={label}
        hint="At least 12 characters. A short sentence is easy to remember."
        autoComplete="new-password"
      />
      <SubmitButton wide pendingLabel={pending}>
        {submit}
      </SubmitButton>
    </ActionForm>
  );
}
