"use client";

import type { ReactNode } from "react";
import { buttonClassName } from "@/components/ui/button-style";
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
  teacherSees,
  onChange,
  onChangeWords,
  onSend,
  onBack,
}: {
  readonly words: FlowWords["review"];
  readonly back: string;
  readonly questions: readonly QuestionView[];
  readonly answers: readonly (number | null)[];
  /** In the student's own words; null where nobody is asked for any. */
  readonly written: string | null;
  readonly teacherSees: ReactNode;
  readonly onChange: (question: number) => void;
  readonly onChangeWords: () => void;
  readonly onSend: () => void;
  readonly onBack: () => void;
}) {
  const given = answers.filter((answer) => answer !== null).length;
  return (
    <div className="flex flex-1 flex-col gap-5">
      <ScreenHeading moved>{words.title}</ScreenHeading>
      {teacherSees}
      <details className="rounded-lg border border-line bg-surface">
        <summary className="min-h-12 px-4 py-3 font-medium">
          {words.yourAnswers}: {words.answered[given]}
        </summary>
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
          {written === null ? null : (
            <li className="flex items-center gap-3 px-4 py-3">
              <div className="min-w-0 flex-1 text-base">
                <p className="text-ink-soft">{words.yourWords}</p>
                <p className="font-semibold wrap-anywhere">
                  {written.trim() === "" ? words.noWords : written}
                </p>
              </div>
              <button
                type="button"
                aria-label={words.changeWords}
                onClick={onChangeWords}
                className={buttonClassName({ variant: "quiet" })}
              >
                {words.change}
              </button>
            </li>
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
