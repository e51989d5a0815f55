"use client";

import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-style";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { WaveView } from "@/lib/services/waves/read-wave";
import {
  callOffWaveAction,
  closeWaveAction,
  destroyUnopenedAction,
  openWaveAction,
} from "../actions";

interface Step {
  readonly label: string;
  readonly variant: ButtonVariant;
  readonly title: string;
  readonly description: string;
  readonly pending: string;
  readonly action: FormAction;
}

const OPEN: Step = {
  label: "Open now",
  variant: "primary",
  title: "Open this pulse now?",
  description: "Students can answer from this moment on, in every class of it.",
  pending: "Opening…",
  action: openWaveAction,
};
const CALL_OFF: Step = {
  label: "Call off",
  variant: "danger",
  title: "Call this pulse off?",
  description: "It is removed, and slips that were printed for it are worth nothing.",
  pending: "Removing…",
  action: callOffWaveAction,
};
const CLOSE: Step = {
  label: "Close now",
  variant: "danger",
  title: "Close this pulse for good?",
  description:
    "Whoever has not answered no longer can. A closed pulse cannot be opened again, not even by an administrator: two counts of the same class could be subtracted from each other.",
  pending: "Closing…",
  action: closeWaveAction,
};

const DESTROY: Step = {
  label: "Destroy unopened",
  variant: "danger",
  title: "Destroy this pulse unopened?",
  description:
    "Every answer in it is deleted unread, with its keys. There are no results, and nobody can bring them back. Its classes can be asked again at once.",
  pending: "Destroying…",
  action: destroyUnopenedAction,
};

/** What can be done with a pulse; each step is asked about first. */
export function WaveButtons({
  wave,
}: {
  readonly wave: Pick<WaveView, "id" | "state" | "may" | "trustees">;
}) {
  const { id: waveId, state } = wave;
  return stepsOf(wave).map((step) => (
    <Dialog
      // A dialog of a state that has passed closes with it.
      key={`${state} ${step.label}`}
      title={step.title}
      description={step.description}
      trigger={<Button variant={step.variant}>{step.label}</Button>}
    >
      <ActionForm action={step.action}>
        <input type="hidden" name="waveId" value={waveId} />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <SubmitButton variant={step.variant} pendingLabel={step.pending}>
            {step.label}
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  ));
}

function stepsOf({ state, may, trustees }: Pick<WaveView, "state" | "may" | "trustees">): Step[] {
  if (may.destroy) return [DESTROY];
  if (!may.run) return [];
  switch (state) {
    case "draft":
      return [CALL_OFF];
    case "planned":
      // Without its trustees it cannot open, and the notice says for whom it waits.
      return trustees === null || trustees.allTaken ? [CALL_OFF, OPEN] : [CALL_OFF];
    case "open":
      return [CLOSE];
    default:
      return [];
  }
}
