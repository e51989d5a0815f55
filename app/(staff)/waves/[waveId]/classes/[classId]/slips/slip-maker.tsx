"use client";

import { useState, useTransition } from "react";
import { idleState } from "@/components/forms/action-state";
import { PdfButton } from "@/components/slips/pdf-button";
import { SlipSheet } from "@/components/slips/slip-sheet";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { makeSlipsAction, type SlipState } from "./actions";
import { type Admission, slipsByName } from "@/lib/waves/options";
import { Dealing, WhyNames } from "./slip-words";

const LOST: SlipState = {
  status: "error",
  message: "The server could not be reached. Check the connection and make the slips again.",
};

/** The button that makes slips and, once they are there, the sheet to print. */
export function SlipMaker({
  target,
  slips,
  madeBefore,
  dimensions,
  admission,
}: {
  readonly target: { readonly waveId: string; readonly classId: string };
  readonly slips: number;
  readonly madeBefore: boolean;
  /** Demographics that the pulse counts; slips are by name if there are any, or with roster sign-in. */
  readonly dimensions: readonly string[];
  readonly admission: Admission;
}) {
  const [state, setState] = useState<SlipState>(idleState);
  const [pending, start] = useTransition();
  const make = () => {
    if (pending) return;
    const form = new FormData();
    form.set("waveId", target.waveId);
    form.set("classId", target.classId);
    start(async () => {
      setState(await makeSlipsAction(form).catch(() => LOST));
    });
  };
  const byName = slipsByName({ dimensions, admission });
  const label = `Make ${String(slips)} slips`;
  const again = madeBefore || state.sheet !== undefined;
  return (
    <div className="grid gap-6">
      <div data-print="hide" className="grid gap-6">
        {state.message === undefined ? null : (
          <FormMessage tone={state.status === "ok" ? "good" : "error"}>{state.message}</FormMessage>
        )}
        {byName ? <WhyNames dimensions={dimensions} admission={admission} /> : null}
        <Card title="How to deal them">
          <Dealing byName={byName} roster={admission === "roster"} />
          <div className="mt-5 flex flex-wrap items-center gap-2">
            {state.sheet === undefined ? null : (
              <>
                <PrintButton variant="primary" />
                <PdfButton sheet={state.sheet} />
              </>
            )}
            {again ? (
              <MakeAgain label={label} pending={pending} onMake={make} />
            ) : (
              <Button variant="primary" loading={pending} onClick={make}>
                {pending ? "Making slips…" : label}
              </Button>
            )}
          </div>
        </Card>
        {state.sheet === undefined ? null : (
          <Notice tone="watch" title="Shown once">
            Hearth keeps no copy of these codes. When you leave this page they are gone, and you
            would have to make new ones. A PDF has the codes in it: delete the file once it is
            printed.
          </Notice>
        )}
      </div>
      {state.sheet === undefined ? null : <SlipSheet sheet={state.sheet} />}
    </div>
  );
}

function MakeAgain({
  label,
  pending,
  onMake,
}: {
  readonly label: string;
  readonly pending: boolean;
  readonly onMake: () => void;
}) {
  return (
    <Dialog
      title="Make new slips?"
      description="Slips made earlier and not used yet stop working at once. Students who have answered need no new slip."
      trigger={<Button loading={pending}>{pending ? "Making slips…" : "Make slips again"}</Button>}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <DialogClose>
          <Button variant="primary" onClick={onMake}>
            {label}
          </Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
