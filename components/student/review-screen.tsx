"use client";

import type { ReactNode } from "react";
import { buttonClassName } from "@/components/ui/button-style";
import type { Nomination } from "@/lib/ballots/wire/nomination";
import { ScreenHeading } from "./screen-heading";
import type { FlowWords, QuestionView } from "./student-words";

/**
 * Before sending: what the teacher will be able to see. The student's own answers are folded away: the
 * neighbour can read a phone that lies on the desk.
 */
export function ReviewScreen({
  words,
  back,
  questions,
  answers,
  written,
  nomination,
  teacherSees,
  onChange,
  onChangeWords,
  onChangeNomination,
  onSend,
  onBack,
}: {
  readonly words: FlowWords["review"];
  readonly back: string;
  readonly questions: readonly QuestionView[];
  readonly answers: readonly (number | null)[];
  /** In the student's own words; null where nobody is asked for any. */
  readonly written: string | null;
  /** Whom the student named; null where the class is not asked. Only how many is shown here. */
  readonly nomination: Nomination | null;
  readonly teacherSees: ReactNode;
  readonly onChange: (question: number) => void;
  readonly onChangeWords: () => void;
  readonly onChangeNomination: () => void;
  readonly onSend: () => void;
  readonly onBack: () => void;
}) {
  return (
    <div className="flex flex-1 flex-col gap-5">
      <ScreenHeading moved>{words.title}</ScreenHeading>
      {teacherSees}
      <details className="rounded-lg border border-line bg-surface">
        <summary className="min-h-12 px-4 py-3 font-medium">{words.yourAnswers}</summary>
        <ol className="divide-y divide-line border-t border-line">
          {questions.map((question, index) => {
            const answer = answers[index] ?? null;
            return (
              <li key={question.progress} className="flex items-center gap-3 px-4 py-3">
                <div className="min-w-0 flex-1 text-base">
                  <p className="text-ink-soft">{question.text}</p>
                  <p className="font-semibold">
                    {answer === null ? words.noAnswer : question.labels[answer - 1]}
                  </p>
                </div>
                <button
                  type="button"
                  aria-label={question.change}
                  onClick={() => {
                    onChange(index);
                  }}
                  className={buttonClassName({ variant: "quiet" })}
                >
                  {words.change}
                </button>
              </li>
            );
          })}
          {nomination === null ? null : (
            <Extra
              term={words.yourNomination}
              value={
                nomination.own === null ? words.noNomination : words.named[nomination.named.length]
              }
              label={words.changeNomination}
              change={words.change}
              onChange={onChangeNomination}
            />
          )}
          {written === null ? null : (
            <Extra
              term={words.yourWords}
              value={written.trim() === "" ? words.noWords : written}
              label={words.changeWords}
              change={words.change}
              onChange={onChangeWords}
            />
          )}
        </ol>
      </details>
      <div className="mt-auto grid gap-3 pt-2">
        <p className="text-base text-ink-soft">{words.noChangeAfter}</p>
        <button
          type="button"
          onClick={onSend}
          className={buttonClassName({ variant: "primary", size: "lg", wide: true })}
        >
          {words.send}
        </button>
        <button
          type="button"
          onClick={onBack}
          className={buttonClassName({ size: "lg", wide: true })}
        >
          {back}
        </button>
      </div>
    </div>
  );
}

/** What is sent beside the answers, and how to change it. */
function Extra(props: {
  readonly term: string;
  readonly value: string | undefined;
  readonly label: string;
  readonly change: string;
  readonly onChange: () => void;
}) {
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <div className="min-w-0 flex-1 text-base">
        <p className="text-ink-soft">{props.term}</p>
        <p className="font-semibold wrap-anywhere">{props.value}</p>
      </div>
      <button
        type="button"
        aria-label={props.label}
        onClick={props.onChange}
        className={buttonClassName({ variant: "quiet" })}
      >
        {props.change}
      </button>
    </li>
  );
}
