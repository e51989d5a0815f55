"use client";

import { useId } from "react";
import { buttonClassName } from "@/components/ui/button-style";
import { MOST_NAMED, type Nomination } from "@/lib/ballots/wire/nomination";
import { ClassmateBoxes } from "./classmate-boxes";
import type { Pulse } from "./pulse";
import { ScreenHeading } from "./screen-heading";
import { StepButtons } from "./step-buttons";
import type { FlowWords } from "./student-words";
import { useClassmates } from "./use-classmates";

/**
 * Whom a student could ask for help: first who they are, then up to five classmates; or nothing at all. Says before
 * anything is chosen where the names go.
 */
export function NominationsScreen({
  words,
  nav,
  pulse,
  seatCode,
  nomination,
  onBe,
  onName,
  onNext,
  onBack,
}: {
  readonly words: FlowWords["nominations"];
  readonly nav: { readonly back: string; readonly next: string };
  readonly pulse: Pulse;
  readonly seatCode: string;
  readonly nomination: Nomination;
  readonly onBe: (own: number | null) => void;
  readonly onName: (number: number, named: boolean) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}) {
  const id = useId();
  const { list, tryAgain } = useClassmates(pulse, seatCode);
  const { own, named } = nomination;
  return (
    <div className="flex flex-1 flex-col gap-5">
      <ScreenHeading moved>{words.title}</ScreenHeading>
      <ul className="grid list-disc gap-1 ps-5 text-ink-soft">
        <li>{words.free}</li>
        <li>{words.sealed}</li>
        <li>{words.research}</li>
      </ul>
      {list.state === "loading" ? <p role="status">{words.loading}</p> : null}
      {list.state === "failed" ? (
        <div role="alert" className="grid gap-3">
          <p>{words.noList}</p>
          <button type="button" onClick={tryAgain} className={buttonClassName({})}>
            {words.tryAgain}
          </button>
        </div>
      ) : null}
      {list.state === "ready" ? (
        <>
          <div className="grid gap-1.5">
            <label htmlFor={id} className="text-lg font-semibold">
              {words.whoAreYou}
            </label>
            <select
              id={id}
              value={own ?? ""}
              autoComplete="off"
              onChange={({ target: { value } }) => {
                onBe(value === "" ? null : Number(value));
              }}
              className="min-h-14 w-full rounded-lg border-2 border-line-strong bg-surface px-4 py-2 text-lg"
            >
              <option value="">{words.notSaid}</option>
              {list.classmates.map(({ number, name }) => (
                <option key={number} value={number}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          {own === null ? null : (
            <ClassmateBoxes
              legend={words.whom}
              count={words.chosen[named.length] ?? ""}
              classmates={list.classmates.filter(({ number }) => number !== own)}
              named={named}
              full={named.length >= MOST_NAMED}
              onName={onName}
            />
          )}
        </>
      ) : null}
      <StepButtons
        back={nav.back}
        next={own === null ? words.skip : nav.next}
        done={own !== null}
        onBack={onBack}
        onNext={onNext}
      />
    </div>
  );
}
