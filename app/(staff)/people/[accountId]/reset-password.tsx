"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { makeResetLink } from "../actions";
import { OneTimeLink } from "../one-time-link";

/** The button, and the link it makes, shown this once. */
export function ResetPassword({ accountId }: { readonly accountId: string }) {
  const [made, setMade] = useState<{ link: string; name: string } | null>(null);

  const action: FormAction = async (previous, form) => {
    const state = await makeResetLink(previous, form);
    if (state.status !== "ok") {
      setMade(null);
      return state;
    }
    setMade({ link: state.values?.link ?? "", name: state.values?.name ?? "" });
    return { status: "idle" };
  };

  return (
    <div className="grid gap-5">
      {made === null ? null : (
        <OneTimeLink
          link={made.link}
          title={`The link for ${made.name} is ready.`}
          label="New password link"
        >
          Copy it now and pass it on yourself: it is not shown again, and earlier links have stopped
          working. Whoever opens it gets the account, so make sure that it is {made.name} who asked.
        </OneTimeLink>
      )}
      <ActionForm action={action} label="Lost password">
        <input type="hidden" name="accountId" value={accountId} />
        <div>
          <SubmitButton pendingLabel="Making the link…">Make a new password link</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
