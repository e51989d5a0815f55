import { z } from "zod";
import { rounded, STEPS } from "@/lib/disclosure/nominations/released-network";
import { NESTED } from "@/lib/disclosure/plan";

const wholeNumber = z.int().min(0);
const range = z.strictObject({ lo: wholeNumber, hi: wholeNumber });
const text = z.string().min(1).max(500);

const question = z.strictObject({
  kind: z.literal("question"),
  id: text,
  favourable: z.array(z.int()),
  unfavourable: z.array(z.int()),
});

const scale = z.strictObject({
  kind: z.literal("scale"),
  id: text,
  of: z.array(z.strictObject({ id: text, reversed: z.boolean() })),
  points: z.int().min(2),
  favourableFrom: z.number(),
  unfavourableTo: z.number(),
  minimumAnswered: wholeNumber,
});

const items = z.array(z.discriminatedUnion("kind", [question, scale]));

/** Keys only; `validatePolicy` judges the figures. */
const policy = z.strictObject({
  version: z.literal("hearth-policy/1"),
  k: wholeNumber,
  tail: wholeNumber,
  width: wholeNumber,
  narrowWidth: wholeNumber,
  remainder: wholeNumber,
  threeBucketsFrom: wholeNumber,
  participationBlock: wholeNumber,
  reliabilityFrom: wholeNumber,
});

const by = z.record(z.string(), z.string());

/** Favourable answers among n; for larger groups all three buckets, each in a band of its own. */
const cell = z.strictObject({
  lo: wholeNumber,
  hi: wholeNumber,
  buckets: z
    .strictObject({ unfavourable: range, neutral: range, favourable: range })
    .exactOptional(),
});

const releasedGroup = z.strictObject({
  id: text,
  level: text,
  /** Which ballots it is counted from. Absent in the first releases, which had no demographics. */
  margin: text.default(NESTED),
  by,
  merged: z.array(text).exactOptional(),
  parent: text.nullable(),
  /** Respondents. */
  n: wholeNumber,
  participation: z.strictObject({ lo: wholeNumber, hi: wholeNumber, seats: wholeNumber }),
  /** Why the group is not shown, in plain words; null if it is. */
  withheld: text.nullable(),
  /** By item id. */
  cells: z.record(z.string(), cell),
});

/** Two decimals: `rounded` in scale-reliability.ts. */
const coefficient = z
  .number()
  .min(-100)
  .max(100)
  .refine((value) => Math.round(value * 100) / 100 === value && !Object.is(value, -0))
  .nullable();

export const reliabilitySchema = z.strictObject({
  group: text,
  items: wholeNumber,
  alpha: coefficient,
  alphaWithoutReversed: coefficient,
  omega: coefficient,
  sem: coefficient,
  icc1: coefficient,
  icc2: coefficient,
});

/** A share, rounded to so many hundredths: `rounded` in nominations/released-network.ts. */
const share = (hundredths: number) =>
  z
    .number()
    .min(0)
    .max(1)
    .refine((value) => rounded(value, hundredths) === value && !Object.is(value, -0));

export const networkSchema = z.union([
  z.strictObject({
    group: text,
    withheld: z.null(),
    seats: wholeNumber,
    respondents: range,
    density: share(STEPS.density),
    reciprocity: share(STEPS.reciprocity),
    centralization: share(STEPS.centralization),
    inDegree: z.strictObject({ "0": range, "1-2": range, "3-4": range, "5+": range }),
  }),
  z.strictObject({ group: text, withheld: text }),
]);

const digest = z.string().regex(/^[0-9a-f]{64}$/u);
const day = z.iso.date();

/** The shape of docs/release-format.md. What the figures may be is checked in parse-release.ts. */
export const releaseSchema = z.strictObject({
  format: z.literal("hearth-release/1"),
  wave: text.nullable(),
  instrument: text.nullable(),
  closedOn: day.nullable(),
  /** Keeps the hash from being guessed; absent in old releases and in surveys run elsewhere. */
  salt: digest.exactOptional(),
  policy,
  planHash: digest,
  /** Steps 5–7 of the compiler. "not-run": nobody has yet proved this release against the joint attack. */
  audit: z.looseObject({ status: text }),
  items,
  groups: z.array(releasedGroup),
  /** Of whole schools and larger; absent where there is none, and in old releases. */
  reliability: z.array(reliabilitySchema).min(1).exactOptional(),
  /** Of classes that were asked whom they could turn to; absent where none was, and in old releases. */
  network: z.array(networkSchema).min(1).exactOptional(),
  hash: digest,
});

const plannedGroup = z.strictObject({
  id: text,
  level: text,
  margin: text,
  by,
  parent: text.nullable(),
  rosterSize: wholeNumber,
  rollsUpTo: z.string().nullable(),
  merged: z.array(text).exactOptional(),
});

export const planSchema = z.strictObject({
  format: z.literal("hearth-plan/2"),
  policy,
  items,
  levels: z.array(text).min(1),
  unit: text,
  groups: z.array(plannedGroup),
  strata: z.array(z.strictObject({ groups: z.array(text).min(1), size: wholeNumber })),
});

/** The plan before demographics: class, grade, school and perhaps district. */
export const firstPlanSchema = z.strictObject({
  format: z.literal("hearth-plan/1"),
  policy,
  items,
  groups: z.array(plannedGroup),
});

export type Release = z.infer<typeof releaseSchema>;
export type ReleasedGroup = Release["groups"][number];
export type ReleasedCell = ReleasedGroup["cells"][string];
