import type { Choice } from "@/lib/waves/consent";

/** What a row says: a choice, that an earlier one is taken back, or nothing at all. */
export type SaidChoice = Choice | "back" | "nothing";

/**
 * What a column asks. The same "yes" is the opposite in the two: in "consent" it lets the student take part, in
 * "opt-out" it does not.
 */
export type ChoiceColumnKind = "takes-part" | "opt-out";

const OUT = ["out", "opt out", "opted out", "optout", "refused", "declined", "does not take part"];
const IN = ["in", "opt in", "opted in", "optin", "consent", "consented", "agreed", "takes part"];
const BACK = ["none", "clear", "take back", "no choice"];
const YES = ["yes", "y", "true", "t", "1", "x"];
const NO = ["no", "n", "false", "f", "0"];

/** A cell or a header without case, signs and doubled blanks: "Opt-Out" is "opt out". */
export function plainWords(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0_./-]+/gu, " ")
    .trim();
}

/** What a cell says; null: nothing that is known, so that the row must be left out. */
export function readChoice(kind: ChoiceColumnKind, cell: string): SaidChoice | null {
  const word = plainWords(cell);
  if (word === "") return "nothing";
  if (OUT.includes(word)) return "out";
  if (IN.includes(word)) return "in";
  if (BACK.includes(word)) return "back";
  if (YES.includes(word)) return kind === "opt-out" ? "out" : "in";
  // Not opted out is no consent: it must not ask a student whose family was silent where only a yes counts.
  if (NO.includes(word)) return kind === "opt-out" ? "nothing" : "out";
  return null;
}
