import type { Choice, Consent } from "@/lib/waves/consent";

/** What a student's choice means now, in words. */
export function choiceWords(choice: Choice | null, consent: Consent): string {
  if (choice === "out") return "Said no: takes no part";
  if (choice === "in") return "Said yes: takes part";
  return consent === "passive" ? "Nothing said: takes part" : "Nothing said: takes no part";
}

/** The same without what follows from it. */
export function saidWords(choice: Choice | null): string {
  if (choice === null) return "nothing said";
  return choice === "out" ? "no" : "yes";
}

export const CONSENT_WORDS: Readonly<Record<Consent, string>> = {
  passive: "Students take part unless their family says no.",
  active: "Students take part only if their family says yes.",
};
