"use client";

import { type SyntheticEvent, useEffect, useId, useRef, useState } from "react";
import { buttonClassName } from "@/components/ui/button-style";
import { checkCode } from "@/lib/ballots/wire/admission-code";
import { formatTyping } from "./seat-code";
import type { FlowWords } from "./student-words";

type Problem = keyof FlowWords["seat"]["problem"];

/**
 * The field for the slip's code. The input has no name and the button waits for the script: before that, a
 * submitted form would put the code into the address, and so before the server.
 */
export function SeatScreen({
  words,
  ready,
  seatCode,
  submitLabel,
  onType,
  onAdmit,
}: {
  readonly words: FlowWords["seat"];
  readonly ready: boolean;
  /** From the QR code or an earlier try. */
  readonly seatCode: string;
  readonly submitLabel: string;
  /** What stands in the field, at each stroke: a reload must not lose it. */
  readonly onType: (text: string) => void;
  readonly onAdmit: (seatCode: string) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const field = input.current;
    if (field === null || seatCode === "") return;
    field.value = formatTyping(seatCode);
    // Whoever goes on typing goes on at the end.
    field.setSelectionRange(field.value.length, field.value.length);
  }, [seatCode]);

  const format = () => {
    const field = input.current;
    // In the middle of the text the caret would jump.
    if (field?.selectionStart === field?.value.length && field) {
      field.value = formatTyping(field.value);
    }
    onType(field?.value ?? "");
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const checked = checkCode("seat", input.current?.value ?? "");
    if (checked.ok) {
      onAdmit(checked.code);
      return;
    }
    setProblem(checked.code);
    input.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off" className="grid gap-3">
      <label htmlFor={id} className="text-xl font-semibold">
        {words.label}
      </label>
      <p id={`${id}-hint`} className="text-ink-soft">
        {words.hint}
      </p>
      <input
        ref={input}
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        onInput={format}
        aria-describedby={`${id}-problem ${id}-hint`}
        aria-invalid={problem !== null}
        className="min-h-16 w-full rounded-md border-2 border-line-strong bg-surface px-4 font-mono text-2xl tracking-widest uppercase aria-invalid:border-error"
      />
      <p id={`${id}-problem`} role="alert" className="font-medium text-error empty:hidden">
        {problem === null ? null : words.problem[problem]}
      </p>
      <button
        type="submit"
        disabled={!ready}
        className={buttonClassName({ variant: "primary", size: "lg", wide: true })}
      >
        {submitLabel}
      </button>
    </form>
  );
}
