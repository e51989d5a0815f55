"use client";

import {
  type ReactNode,
  startTransition,
  type SubmitEvent,
  useActionState,
  useEffect,
  useMemo,
  useRef,
} from "react";

import { FormFieldContext } from "@/components/ui/form-field-context";
import { FormMessage } from "@/components/ui/form-message";

import { type FormAction, idleState } from "./action-state";

const nothing: Readonly<Record<string, string>> = {};

/**
 * A form that calls a server action and shows its answer: one message for the whole form, one for
 * each field, and the focus on the first field to correct.
 *
 * Before the page's script has loaded, the browser submits it the ordinary way and the server
 * renders the same answer. Afterwards the submission is sent by hand, because React would empty
 * the fields after every action, also after a refused one, and with them a chosen file.
 */
export function ActionForm({
  action,
  resetOnOk = false,
  className = "grid gap-5",
  label,
  children,
}: {
  readonly action: FormAction;
  /** Empties the fields after success: for forms used many times in a row. */
  readonly resetOnOk?: boolean;
  readonly className?: string;
  /** Names the form where a page has several. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const [state, submit, pending] = useActionState(action, idleState);
  const form = useRef<HTMLFormElement>(null);
  const message = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.status === "error") {
      const invalid = form.current?.querySelector<HTMLElement>(
        "[aria-invalid='true']:not([disabled])",
      );
      (invalid ?? message.current)?.focus();
    } else if (state.status === "ok" && resetOnOk) {
      form.current?.reset();
    }
  }, [state, resetOnOk]);

  const fields = useMemo(
    () => ({
      pending,
      fieldErrors: state.fieldErrors ?? nothing,
      values: state.status === "ok" && resetOnOk ? nothing : (state.values ?? nothing),
    }),
    [pending, state, resetOnOk],
  );

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    // A second press while the first is under way must not act twice.
    if (pending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => {
      submit(data);
    });
  }

  return (
    <form
      ref={form}
      action={submit}
      onSubmit={handleSubmit}
      className={className}
      aria-label={label}
      aria-busy={pending}
    >
      {state.message && state.status !== "idle" ? (
        <FormMessage ref={message} tone={state.status === "ok" ? "good" : "error"}>
          {state.message}
        </FormMessage>
      ) : null}
      <FormFieldContext value={fields}>{children}</FormFieldContext>
    </form>
  );
}
