import { z } from "zod";

export type FlagKind = "low-belonging" | "rising-absence" | "both";
export type FlagTier = "watch" | "act";

/** What the latest sealed wave says about a class: from `summariseClasses`, never from answers. */
export interface BelongingEvidence {
  /** Names the source, so that the same wave never counts twice: the release's id. */
  readonly evidenceId: string;
  /** When the wave was sealed. */
  readonly observedAt: Date;
  /** Respondents of the release: decides the gate exactly, and is shown as a block of 5. */
  readonly n: number;
  /** Seats of the class when the wave was planned. */
  readonly seats: number;
  /** Released band of the favourable share, 0 to 1. */
  readonly band: { readonly lo: number; readonly hi: number };
  /** 95% interval of the favourable share, 0 to 1. */
  readonly interval: { readonly lo: number; readonly hi: number };
  /** Probability of lying in the lowest tenth, 0 to 1. */
  readonly pLow: number;
  /** Whether the class is in the Bayesian false-discovery set. */
  readonly inDiscoverySet: boolean;
  /** The same probability with this term's waves pooled, where there are two or more. */
  readonly term?: { readonly pLow: number; readonly waves: number };
}

/** What attendance says about a class: one 4-week window of the rising-absence rule. */
export interface AbsenceEvidence {
  /** Names the source, so that the same window never counts twice: term and last week. */
  readonly evidenceId: string;
  /** End of the window. */
  readonly observedAt: Date;
  readonly series: "new-absences" | "absent-days";
  /** From the thresholds of the series and the term's length, and only where O/μ and students suffice. */
  readonly tier: "none" | "watch" | "act";
  readonly z: number;
  /** Absences in the window, O. */
  readonly observed: number;
  /** Absences expected in the window, μ. */
  readonly expected: number;
  /** Days that students were due in the window. */
  readonly studentDays: number;
}

const factSchema = z.strictObject({
  label: z.string(),
  value: z.string(),
  /** What the figure rests on: respondents in a block of 5, or student-days. */
  n: z.string(),
  interval: z.string(),
});

/** What a flag shows beside its reason, as stored: text only, since every number was rounded when it was raised. */
export const flagEvidenceSchema = z.strictObject({
  /** `evidenceId` of what the flag rests on; at least one is there. */
  sources: z.strictObject({ belonging: z.string().nullable(), absence: z.string().nullable() }),
  facts: z.array(factSchema),
  /** What would clear the flag. */
  clears: z.array(z.string()),
  /** How often such a flag is raised for nothing, and how that is known. */
  falseAlarms: z.string(),
  /** What the rule cannot see. */
  blindTo: z.string(),
});
export type FlagEvidence = z.infer<typeof flagEvidenceSchema>;
export type FlagFact = z.infer<typeof factSchema>;
