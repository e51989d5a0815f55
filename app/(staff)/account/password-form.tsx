"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PasswordField } from "@/components/ui/password-field";
import { changeOwnPassword } from "./actions";

export function PasswordForm({ email }: { readonly email: string }) {
  return (
    <ActionForm action={changeOwnPassword} resetOnOk>
      {/* For password managers, which otherwise do not know whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="currentPassword"
        label="Your password now"
        autoComplete="current-password"
      />
      <PasswordField
        name="newPassword"
        label="New password"
        hint="At least 12 characters. A short sentence is easy to remember."
        autoComplete="new-password"
      />
      <div>
        <SubmitButton pendingLabel="Changing…">Change password</SubmitButton>
      </div>
    </ActionForm>
  );
}
