import { normaliseCode } from "@/lib/ballots/wire/admission-code";

/** What somebody did on the page that the server drew, before the page's script was there. */
export interface EarlyInput {
  /** The answer tapped on the first question. */
  readonly answer: number | null;
  /** What stands in the field for the code. */
  readonly code: string;
  /** Whether they are typing it right now: the field that takes its place must go on. */
  readonly typing: boolean;
}

/** Reads it off the page, at the last moment before the page is drawn anew. */
export function readEarlyInput(): EarlyInput {
  const tapped = document.querySelector<HTMLInputElement>("[data-beginning=slip] input:checked");
  const field = document.querySelector<HTMLInputElement>("[data-beginning=code] input");
  return {
    answer: tapped === null ? null : Number(tapped.value),
    code: normaliseCode(field?.value ?? ""),
    typing: field !== null && document.activeElement === field,
  };
}

/** Puts the caret where it was, into the field that has taken the place of the first. */
export function goOnTyping(): void {
  document.querySelector<HTMLInputElement>("#student input[type=text]")?.focus();
}
