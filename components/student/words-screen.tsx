"use client";

import { useId } from "react";
import { fittingText, MOST_TEXT_LETTERS } from "@/lib/ballots/wire/ballot-content";
import { ScreenHeading } from "./screen-heading";
import { StepButtons } from "./step-buttons";
import type { FlowWords } from "./student-words";

/** A few words of one's own, or none. Says before anything is typed who reads them and what gives one away. */
export function WordsScreen({
  words,
  back,
  toReview,
  text,
  onWrite,
  onNext,
  onBack,
}: {
  readonly words: FlowWords["words"];
  readonly back: string;
  readonly toReview: string;
  readonly text: string;
  readonly onWrite: (text: string) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-1 flex-col gap-5">
      <label htmlFor={id}>
        <ScreenHeading moved>{words.title}</ScreenHeading>
      </label>
      <div id={`${id}-rules`} className="grid gap-2 text-ink-soft">
        <p>{words.readers}</p>
        <p className="rounded-lg border border-watch-line bg-watch-soft px-4 py-3 text-ink">
          {words.warning}
        </p>
        <p>{words.notHelp}</p>
      </div>
      <div className="grid gap-1">
        <textarea
          id={id}
          rows={5}
          value={text}
          aria-describedby={`${id}-rules`}
          // Some browsers send what is typed here to a spelling service.
          spellCheck={false}
          autoCorrect="off"
          autoComplete="off"
          data-gramm="false"
          onChange={(event) => {
            onWrite(fittingText(event.target.value));
          }}
          className="w-full rounded-lg border-2 border-line-strong bg-surface px-4 py-3 text-lg focus-visible:border-accent"
        />
        <p className="text-end text-base text-ink-soft tabular">
          {[...text].length} / {MOST_TEXT_LETTERS}
        </p>
      </div>
      <StepButtons
        back={back}
        next={text.trim() === "" ? words.nothing : toReview}
        done={text.trim() !== ""}
        onBack={onBack}
        onNext={onNext}
      />
    </div>
  );
}
