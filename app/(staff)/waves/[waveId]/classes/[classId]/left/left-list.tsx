"use client";

import { useState, useTransition } from "react";
import { idleState } from "@/components/forms/action-state";
import { PdfButton } from "@/components/slips/pdf-button";
import { SlipSheet } from "@/components/slips/slip-sheet";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { PrintButton } from "@/components/ui/print-button";
import { replaceSlipAction, type SlipState } from "../slips/actions";

interface Student {
  readonly personId: string;
  readonly name: string;
}

const LOST: SlipState = {
  status: "error",
  message: "The server could not be reached. Check the connection and try again.",
};

/** The students who are left, each with a way to a new code, and the slip that was made last. */
export function LeftList({
  target,
  students,
}: {
  readonly target: { readonly waveId: string; readonly classId: string };
  readonly students: readonly Student[];
}) {
  const [state, setState] = useState<SlipState>(idleState);
  const [pending, start] = useTransition();
  const make = (personId: string) => {
    if (pending) return;
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...target, personId })) form.set(name, value);
    start(async () => {
      setState(await replaceSlipAction(form).catch(() => LOST));
      window.scrollTo({ top: 0 });
    });
  };
  return (
    <>
      <div data-print="hide" className="empty:hidden">
        {state.message === undefined ? null : (
          <FormMessage tone={state.status === "ok" ? "good" : "error"}>{state.message}</FormMessage>
        )}
      </div>
      {state.sheet === undefined ? null : (
        <>
          <div data-print="hide" className="flex flex-wrap items-center gap-2">
            <PrintButton variant="primary" />
            <PdfButton sheet={state.sheet} />
          </div>
          <SlipSheet sheet={state.sheet} />
        </>
      )}
      <div data-print="hide">
        {students.length === 0 ? (
          <Card title="Everybody has collected">
            <p className="text-ink-soft">Nobody of this class is left.</p>
          </Card>
        ) : (
          <Card flush title="Not collected yet">
            <ul aria-label="Students who are left">
              {students.map((student) => (
                <li
                  key={student.personId}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-5 py-2 first:border-t-0"
                >
                  <span className="min-w-0 break-words">{student.name}</span>
                  <NewCode student={student} pending={pending} onMake={make} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

function NewCode({
  student: { personId, name },
  pending,
  onMake,
}: {
  readonly student: Student;
  readonly pending: boolean;
  readonly onMake: (personId: string) => void;
}) {
  return (
    <Dialog
      title={`A new code for ${name}?`}
      description="For a student whose slip is lost. The old one stops working at once. Everybody else’s stay as they are."
      trigger={
        <Button size="sm" disabled={pending}>
          New code<span className="sr-only"> for {name}</span>
        </Button>
      }
    >
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <DialogClose>
          <Button
            variant="primary"
            onClick={() => {
              onMake(personId);
            }}
          >
            Make the new code
          </Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
