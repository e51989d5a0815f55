import type { Battlefield } from "./battlefield";

/** What one attack came to. */
export interface Finding {
  /** What was tried, with how much. */
  readonly tried: string;
  /** What it found, in figures. */
  readonly found: string;
  /** Whether the protection held. */
  readonly held: boolean;
}

/** What is counted: a finding, or a mutation, by the name under which it is said again at the end. */
export interface Outcome {
  readonly held: boolean;
  readonly name: string;
}

/** An attack of reference/disclosure-control.md, by its number there. */
export interface Attack {
  readonly number: number;
  readonly title: string;
  /** Before students answer, while they do, or after the seal. */
  readonly when: "open" | "sealed";
  readonly run: (field: Battlefield) => Promise<readonly Finding[]>;
}

/** A finding whose protection held exactly when nothing was found. */
export function nothing(tried: string, found: readonly string[]): Finding {
  return {
    tried,
    found: found.length === 0 ? "nothing" : `${found.length}: ${found.slice(0, 5).join("; ")}`,
    held: found.length === 0,
  };
}
