"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { Face } from "./faces";
import { ReadAloud } from "./read-aloud";
import { ScreenHeading } from "./screen-heading";
import { StepButtons } from "./step-buttons";
import type { FlowWords, QuestionView } from "./student-words";

/** What is read: the question, and what can be answered. */
function aloud({ lead, text, labels }: QuestionView): string {
  return [lead, text, ...labels].filter((part) => part !== "").join(" … ");
}

/** Long enough to see which one was hit, short enough not to wait for. */
const AFTER_TAP_MS = 350;

/**
 * One item as a radio group. A tap moves on by itself; arrow keys and the space bar only choose, because
 * whoever uses them passes over answers on the way. Give it a `key` for each item.
 */
export function QuestionScreen({
  lang,
  words,
  question,
  place,
  chosen,
  toReview,
  moved,
  intro = null,
  onAnswer,
  onNext,
  onBack,
}: {
  readonly lang: string;
  readonly words: FlowWords["question"];
  readonly question: QuestionView;
  /** From 0, and how many there are. */
  readonly place: { readonly at: number; readonly of: number };
  readonly chosen: number | null;
  /** The next step is the review. */
  readonly toReview: boolean;
  readonly moved: boolean;
  /** On the first screen of somebody who came with a slip: what this is, above the first question. */
  readonly intro?: ReactNode;
  readonly onAnswer: (value: number) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const tapped = (event: MouseEvent) => {
    clearTimeout(timer.current);
    // A key that chooses a radio also makes a click; only a finger's or a mouse's counts its presses.
    if (event.detail > 0) timer.current = setTimeout(onNext, AFTER_TAP_MS);
  };
  const next = toReview ? words.toReview : words.next;
  return (
    <div className="flex flex-1 flex-col gap-5">
      {intro}
      <div className="grid gap-2">
        {/* Seen as a row of steps, heard as a sentence: a sentence a question is a fifth of all there is to read. */}
        <p className="sr-only">{question.progress}</p>
        <div aria-hidden className="flex gap-1">
          {Array.from({ length: place.of }, (_, step) => (
            <span
              key={step}
              data-meaningful-fill
              className={`h-2 flex-1 rounded-full ${step <= place.at ? "bg-accent" : "bg-track"}`}
            />
          ))}
        </div>
      </div>
      {question.lead === "" ? null : <p className="text-base text-ink-soft">{question.lead}</p>}
      <ReadAloud
        lang={lang}
        label={words.readAloud}
        text={aloud(question)}
        atOnce={question.faces}
        recording={question.recording}
      />
      <fieldset className={question.faces ? "grid gap-3 sm:grid-cols-3" : "grid gap-3"}>
        <legend className="mb-4">
          <ScreenHeading moved={moved}>{question.text}</ScreenHeading>
        </legend>
        {question.labels.map((label, index) => (
          <label
            key={index}
            className={`relative flex min-h-14 items-center gap-4 rounded-lg border-2 border-line-strong bg-surface px-4 py-2 text-lg font-medium transition-colors hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${question.faces ? "sm:flex-col sm:gap-2 sm:py-4" : ""}`}
          >
            <input
              type="radio"
              name="answer"
              value={index + 1}
              checked={chosen === index + 1}
              onChange={() => {
                onAnswer(index + 1);
              }}
              onClick={tapped}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            {question.faces ? <Face at={index} /> : null}
            <span
              aria-hidden
              data-meaningful-fill
              className={`size-6 shrink-0 rounded-full border-2 ${chosen === index + 1 ? "border-[0.4rem] border-accent bg-surface" : "border-line-strong bg-surface"}`}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <StepButtons
        back={words.back}
        next={chosen === null ? words.skip : next}
        done={chosen !== null}
        onBack={onBack}
        onNext={onNext}
      />
    </div>
  );
}
