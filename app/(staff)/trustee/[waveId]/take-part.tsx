"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Steps } from "@/components/ui/steps";
import { PrintButton } from "@/components/ui/print-button";
import { showShareAction, takeShareAction } from "./actions";
import { CodeField } from "./code-field";
import { ShareCode } from "./share-code";

const STEPS = [
  { id: "show", label: "See your code" },
  { id: "write", label: "Write it down" },
  { id: "check", label: "Check your copy" },
];

/** A trustee sees their code, writes it down, and types it back from what they wrote. */
export function TakePart({ waveId }: { readonly waveId: string }) {
  const [code, setCode] = useState<string | null>(null);
  const [written, setWritten] = useState(false);

  const show: FormAction = async (before, form) => {
    const state = await showShareAction(before, form);
    if (state.status !== "ok") return state;
    setCode(state.values?.["code"] ?? null);
    return { status: "idle" };
  };

  const step = code === null ? "show" : written ? "check" : "write";
  return (
    <div>
      <div data-print="hide">
        <Steps label="How to take your part" steps={STEPS} currentId={step} />
      </div>
      {code === null ? (
        <ActionForm action={show} label="See your code">
          <input type="hidden" name="waveId" value={waveId} />
          <p className="max-w-prose">
            Your code is 56 characters long. Have paper and a pen at hand, or your password manager,
            and make sure that nobody looks over your shoulder.
          </p>
          <div>
            <SubmitButton pendingLabel="Fetching…">Show my code</SubmitButton>
          </div>
        </ActionForm>
      ) : written ? (
        <ActionForm action={takeShareAction} label="Check your copy">
          <input type="hidden" name="waveId" value={waveId} />
          <CodeField
            label="Your code, from your copy"
            hint="Capitals, spaces and dashes do not matter. Once it is right the server forgets it and can never show it again."
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton pendingLabel="Checking…">Check my copy</SubmitButton>
            <Button
              variant="quiet"
              onClick={() => {
                setWritten(false);
              }}
            >
              Show the code again
            </Button>
          </div>
        </ActionForm>
      ) : (
        <div className="grid gap-5">
          <ShareCode code={code} />
          <p className="max-w-prose">
            Keep it where you will find it when the pulse closes and where nobody else does. There
            are no letters I, L, O and U in it: what looks like them is 1, 0 or V.
          </p>
          <div className="flex flex-wrap gap-3" data-print="hide">
            <Button
              variant="primary"
              onClick={() => {
                setWritten(true);
              }}
            >
              I have written it down
            </Button>
            <PrintButton label="Print it" />
          </div>
        </div>
      )}
    </div>
  );
}
