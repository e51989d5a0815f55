import { z } from "zod";

import { CONSTRUCTS } from "@/lib/instruments/instrument";

/** How far research carries a strategy, from far to not at all. */
export const EVIDENCE_STRENGTHS = [
  "several-trials",
  "mixed-trials",
  "one-trial",
  "observational",
  "practice",
] as const;
export type EvidenceStrength = (typeof EVIDENCE_STRENGTHS)[number];

/** As pages say it. */
export const EVIDENCE_WORDS: Readonly<Record<EvidenceStrength, string>> = {
  "several-trials": "Several randomized trials",
  "mixed-trials": "Trials with mixed results",
  "one-trial": "One randomized trial",
  observational: "Observed only, not put to a trial",
  practice: "Practice wisdom",
};

const sentence = z.string().trim().min(20).max(400);
const grade = z.int().min(0).max(12);

/** A publication: authors, year, title and where it stands; and what was found, in one sentence. */
const studySchema = z.strictObject({
  authors: z.string().min(3).max(120),
  year: z.int().min(1970).max(2026),
  title: z.string().min(10).max(240),
  journal: z.string().min(3).max(80),
  found: sentence,
});

/** Something a class can try. Pure data: the test parses every one with this. */
export const strategySchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "lower-case words and hyphens"),
  title: z.string().min(5).max(60),
  /** What it is, in one sentence. */
  summary: sentence,
  /** Where it is meant to help, the nearest first. */
  constructs: z.array(z.enum(CONSTRUCTS)).min(1).max(4),
  /** Kindergarten is 0. */
  grades: z
    .strictObject({ from: grade, to: grade })
    .refine(({ from, to }) => from <= to, "the first grade is above the last"),
  /** How to do it this week, in order. A plan keeps a copy of them. */
  steps: z.array(sentence).min(3).max(6),
  /** A teacher's minutes in an ordinary week, once it runs. */
  minutesAWeek: z.strictObject({ from: z.int().min(0).max(300), to: z.int().min(5).max(300) }),
  evidence: z.strictObject({
    strength: z.enum(EVIDENCE_STRENGTHS),
    /** The evidence in plain words, with its size. */
    words: sentence,
    studies: z.array(studySchema).max(4),
    /** Where it does not reach: other ages, other outcomes, other places. */
    limits: sentence,
  }),
  /** What it cannot do, and when not to do it. */
  caution: sentence,
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
export type Strategy = DeepReadonly<z.infer<typeof strategySchema>>;
