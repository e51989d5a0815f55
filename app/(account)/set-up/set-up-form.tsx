"use client";

import { useEffect, useRef } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PasswordField } from "@/components/ui/password-field";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { setUp } from "./actions";

export function SetUpForm({ timeZones }: { readonly timeZones: readonly SelectOption[] }) {
  const code = useRef<HTMLInputElement>(null);
  const zone = useRef<HTMLSelectElement>(null);

  // Whoever sets Hearth up sits in the district: their own time zone is the likely one.
  useEffect(() => {
    if (zone.current?.value === "") {
      zone.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
      // A zone that the server does not list leaves the choice open.
      if (zone.current.selectedIndex < 0) zone.current.value = "";
    }
  }, []);

  useEffect(() => {
    function fillIn() {
      const found = new URLSearchParams(window.location.hash.slice(1)).get("code");
      if (found === null || code.current === null) return;
      // Neither the address bar nor the history keeps it.
      window.history.replaceState(null, "", window.location.pathname + window.location.search);
      code.current.value = found;
    }
    fillIn();
    window.addEventListener("hashchange", fillIn);
    return () => {
      window.removeEventListener("hashchange", fillIn);
    };
  }, []);

  return (
    <ActionForm action={setUp}>
      <TextField
        ref={code}
        name="setUpCode"
        label="Set-up code"
        hint="It is in the window where Hearth was started. The link there fills it in."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={100}
      />
      <TextField
        name="districtName"
        label="Name of your district or school"
        autoComplete="organization"
        maxLength={200}
      />
      <SelectField
        ref={zone}
        name="timeZone"
        label="Time zone"
        hint="Dates and opening times are shown in it."
        placeholder="Choose a time zone"
        options={timeZones}
      />
      <TextField name="name" label="Your name" autoComplete="name" maxLength={200} />
      <TextField
        name="email"
        type="email"
        label="Your e-mail address"
        hint="You sign in with it."
        autoComplete="username"
        autoCapitalize="none"
        maxLength={254}
      />
      <PasswordField
        name="password"
        label="Choose a password"
        hint="At least 12 characters. A short sentence is easy to remember."
        autoComplete="new-password"
      />
      <SubmitButton wide pendingLabel="Setting up…">
        Set up Hearth
      </SubmitButton>
    </ActionForm>
  );
}
