"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { setNewPassword } from "./actions";

export function NewPasswordForm({
  token,
  email,
}: {
  readonly token: string;
  readonly email: string;
}) {
  return (
    <ActionForm action={setNewPassword}>
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
        label="Choose a new password"
        hint="At least 12 characters. A short sentence is easy to remember."
        autoComplete="new-password"
      />
      <SubmitButton wide pendingLabel="Setting the password…">
        Set the password and sign in
      </SubmitButton>
    </ActionForm>
  );
}
