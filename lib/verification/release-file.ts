import { z } from "zod";

/**
 * The shape of `hearth-release/1`, written from docs/release-format.md and not from the compiler's own types.
 * Strict everywhere: a field that nobody documents is a field that nobody audits.
 */

/** No survey has more respondents; a file that claims more would only cost its reader memory. */
const MOST = 10_000_000;
const count = z.int().min(0).max(MOST);
const hex = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256 in lower-case hexadecimal");
const name = z.string().min(1);
const share = z.number();

const band = z.strictObject({ lo: count, hi: count });

const cell = z.strictObject({
  lo: count,
  hi: count,
  buckets: z.strictObject({ unfavourable: band, neutral: band, favourable: band }).optional(),
});

const group = z.strictObject({
  id: name,
  level: name,
  margin: name.optional(),
  by: z.record(name, z.string()),
  merged: z.array(z.string()).min(1).optional(),
  parent: name.nullable(),
  n: count,
  participation: z.strictObject({ lo: count, hi: count, seats: count }),
  withheld: name.nullable(),
  cells: z.record(name, cell),
});

const question = z.strictObject({
  kind: z.literal("question"),
  id: name,
  favourable: z.array(z.int()),
  unfavourable: z.array(z.int()),
});

const scale = z.strictObject({
  kind: z.literal("scale"),
  id: name,
  of: z.array(z.strictObject({ id: name, reversed: z.boolean() })).min(1),
  points: z.int().min(2),
  favourableFrom: share,
  unfavourableTo: share,
  minimumAnswered: count,
});

const policy = z.strictObject({
  version: z.literal("hearth-policy/1"),
  k: count,
  tail: count,
  width: count,
  narrowWidth: count,
  remainder: count,
  threeBucketsFrom: count,
  participationBlock: count,
  reliabilityFrom: count,
});

/** Two decimals, and no minus before nothing. */
const coefficient = z
  .number()
  .refine(
    (value) => /^(?:0|-?\d{1,3}(?:\.\d{1,2})?)$/.test(String(value)),
    "has more than two decimals",
  )
  .nullable();

const reliability = z.strictObject({
  group: name,
  items: z.int().min(2).max(1000),
  alpha: coefficient,
  alphaWithoutReversed: coefficient,
  omega: coefficient,
  sem: coefficient,
  icc1: coefficient,
  icc2: coefficient,
});

/** A share that is a whole number of so many hundredths, written with two decimals at most. */
const roundedTo = (hundredths: number) =>
  z
    .number()
    .min(0)
    .max(1)
    .refine(
      (value) => /^(?:0(?:\.\d{1,2})?|1)$/.test(String(value)) && isMultiple(value, hundredths),
      `is not rounded to ${String(hundredths)} hundredths`,
    );

function isMultiple(value: number, hundredths: number): boolean {
  return !Object.is(value, -0) && Math.round(value * 100) % hundredths === 0;
}

const network = z.union([
  z.strictObject({
    group: name,
    withheld: z.null(),
    seats: count,
    respondents: band,
    density: roundedTo(2),
    reciprocity: roundedTo(10),
    centralization: roundedTo(5),
    inDegree: z.strictObject({ "0": band, "1-2": band, "3-4": band, "5+": band }),
  }),
  z.strictObject({ group: name, withheld: name }),
]);

const audit = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("not-run") }),
  z.strictObject({
    status: z.literal("passed"),
    attacker: name,
    solver: name,
    rung: z.enum([
      "full",
      "no-lower-demographics",
      "no-demographics",
      "no-classes",
      "units-only",
      "nothing",
    ]),
    coalitions: count,
    patterns: count,
    lost: count,
  }),
]);

export const releaseFile = z.strictObject({
  format: z.literal("hearth-release/1"),
  wave: name.nullable(),
  instrument: name.nullable(),
  closedOn: z.iso.date().nullable(),
  /** Of a wave: hexadecimal like a hash, so that nobody can guess the file's own (docs/decisions/0011). */
  salt: hex.optional(),
  policy,
  planHash: hex,
  audit,
  items: z.array(z.discriminatedUnion("kind", [question, scale])),
  groups: z.array(group),
  reliability: z.array(reliability).min(1).optional(),
  network: z.array(network).min(1).optional(),
  hash: hex,
});

export type ReleaseFile = z.infer<typeof releaseFile>;
export type FileNetwork = z.infer<typeof network>;
export type FilePolicy = z.infer<typeof policy>;
export type FileGroup = z.infer<typeof group>;
export type FileCell = z.infer<typeof cell>;
export type FileBand = z.infer<typeof band>;

/** The hierarchy of classes, grades and schools, as opposed to a demographic. Old files do not name it. */
export const HIERARCHY = "class";

export function marginOf({ margin }: FileGroup): string {
  return margin ?? HIERARCHY;
}

export function isShown({ withheld }: FileGroup): boolean {
  return withheld === null;
}

/** The categories that a demographic group counts: its own, or those merged into it. */
export function categoriesOf(group: FileGroup): readonly string[] {
  return group.merged ?? [group.by[marginOf(group)] ?? ""];
}
