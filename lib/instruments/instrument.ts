import { z } from "zod";

/** What the items measure; order as in reference/statistics.md. */
export const CONSTRUCTS = [
  "acceptance",
  "peer-contact",
  "stability-care",
  "teacher-care",
  "inclusion-fairness",
  "voice-tasks",
  "repair",
  "barriers",
  "engagement",
  "need-to-belong",
  "network",
] as const;
export type Construct = (typeof CONSTRUCTS)[number];

/** The belonging index is these five. The others are shown beside it, never inside it. */
const INDEX_CONSTRUCTS: ReadonlySet<Construct> = new Set([
  "acceptance",
  "peer-contact",
  "stability-care",
  "teacher-care",
  "inclusion-fairness",
]);

/** Languages of the student's pages. English is the source: every other text is a translation of it. */
export const LANGUAGES = [
  "en",
  "es",
  "ar",
  "zh",
  "fr",
  "ht",
  "pt",
  "ru",
  "so",
  "uk",
  "vi",
] as const;
export type Language = (typeof LANGUAGES)[number];

/** The schema of something that is said in English and may be said in the others. */
function inLanguages<T extends z.ZodType>(said: T) {
  const others = LANGUAGES.filter((language) => language !== "en");
  type Other = (typeof others)[number];
  const optional = Object.fromEntries(
    others.map((language) => [language, said.exactOptional()]),
  ) as Record<Other, z.ZodExactOptional<T>>;
  return z.strictObject({ en: said, ...optional });
}

/**
 * A line of text. Not one that a spreadsheet would run when it opens the export, nor one that cannot be stored or
 * hashed: control characters, halves of characters.
 */
const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(
    /^[^=+@\p{Cc}\p{Cs}-][^\p{Cc}\p{Cs}]*$/u,
    "begins with = + - @, or holds control characters",
  );
const label = line.refine(
  (text) => !text.includes("|"),
  "a vertical bar parts labels in CSV files",
);
const text = inLanguages(line);
const point = z.int().min(1).max(7);

const scaleSchema = z.strictObject({
  /** Answers run from 1 to this. */
  points: z.int().min(2).max(7),
  /** One label a point, from 1 upwards, in each language. */
  labels: inLanguages(z.array(label)),
  /** The points that count as favourable on an item that is not reversed. */
  favourable: z
    .array(point)
    .min(1)
    .refine((points) => new Set(points).size === points.length, "a point stands twice"),
});

const itemSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, "lower-case letters, digits and hyphens"),
  /** A changed wording is a new version: answers to different words are never compared. */
  version: z.int().min(1).max(1_000_000),
  construct: z.enum(CONSTRUCTS),
  /** Asked in every wave, so that waves can be compared. */
  anchor: z.boolean(),
  /** Worded so that a high answer is unfavourable; scored K + 1 − x. */
  reverse: z.boolean(),
  /**
   * Rotating items come in pairs; every form has two pairs (`formsOf`). Without a number the item is asked of everybody.
   */
  pair: z.int().min(1).max(30).exactOptional(),
  text,
  /** Answers of its own, beside the index only: a number of people, where the others are asked how often. */
  scale: scaleSchema.exactOptional(),
});

/** An instrument as it is stored: JSON from the database or from an administrator's file is parsed with this. */
export const instrumentSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, "lower-case letters, digits and hyphens"),
    version: z.int().min(1).max(1_000_000),
    title: text,
    /** Grades it is worded for, kindergarten being 0. */
    grades: z.strictObject({ from: z.int().min(0).max(12), to: z.int().min(0).max(12) }),
    /** Said once before the first item. */
    lead: text,
    scale: scaleSchema,
    items: z.array(itemSchema).min(1).max(60),
  })
  .superRefine((instrument, context) => {
    const refuse = (message: string, path: (string | number)[]): void => {
      context.addIssue({ code: "custom", message, path });
    };
    const { items, grades } = instrument;
    if (grades.from > grades.to) refuse("the first grade is above the last", ["grades"]);
    checkScale(instrument.scale, (message, path) => {
      refuse(message, ["scale", ...path]);
    });
    const seen = new Set<string>();
    const reversed = new Set<Construct>();
    items.forEach((item, index) => {
      if (seen.has(item.id)) refuse(`the item ${item.id} stands twice`, ["items", index, "id"]);
      seen.add(item.id);
      if (item.scale !== undefined) {
        checkScale(item.scale, (message, path) => {
          refuse(message, ["items", index, "scale", ...path]);
        });
        if (INDEX_CONSTRUCTS.has(item.construct) || item.pair !== undefined) {
          refuse("items of the index, and rotating ones, share the instrument's answers", [
            "items",
            index,
            "scale",
          ]);
        }
      }
      // Barriers are reversed all of them: that is their direction.
      if (!item.reverse || item.construct === "barriers") return;
      // Reverse items share a method factor: two in one construct would measure the wording, not belonging.
      if (reversed.has(item.construct)) {
        refuse("at most one reverse item a construct", ["items", index, "reverse"]);
      }
      reversed.add(item.construct);
    });
    for (const { at, message } of pairProblems(items)) refuse(message, ["items", at, "pair"]);
    for (const path of untranslated(instrument)) {
      refuse("is missing, where other texts are in this language", [...path]);
    }
  });

interface Said {
  readonly title: object;
  readonly lead: object;
  readonly scale: { readonly labels: object };
  readonly items: readonly {
    readonly text: object;
    readonly scale?: { readonly labels: object };
  }[];
}

/** Every text of an instrument with its place. */
function textsOf({ title, lead, scale, items }: Said): { path: (string | number)[]; in: object }[] {
  return [
    { path: ["title"], in: title },
    { path: ["lead"], in: lead },
    { path: ["scale", "labels"], in: scale.labels },
    ...items.flatMap((item, at) => [
      { path: ["items", at, "text"], in: item.text },
      ...(item.scale === undefined
        ? []
        : [{ path: ["items", at, "scale", "labels"], in: item.scale.labels }]),
    ]),
  ];
}

/** The languages in which an instrument is said, English first. */
export function languagesOf(instrument: Said): Language[] {
  return LANGUAGES.filter((language) => textsOf(instrument).some((text) => language in text.in));
}

/** A student must not be asked in two languages by turns: a language has every text, or none. */
function untranslated(instrument: Said): (string | number)[][] {
  return languagesOf(instrument).flatMap((language) =>
    textsOf(instrument)
      .filter((text) => !(language in text.in))
      .map(({ path }) => [...path, language]),
  );
}

function checkScale(
  { points, labels, favourable }: z.infer<typeof scaleSchema>,
  refuse: (message: string, path: string[]) => void,
): void {
  for (const language of LANGUAGES) {
    if ((labels[language] ?? labels.en).length !== points) {
      refuse(`needs ${points} labels, one a point`, ["labels", language]);
    }
  }
  // Their mirror is unfavourable: a point at or below the middle would be both.
  if (favourable.some((at) => at > points || 2 * at <= points + 1)) {
    refuse("favourable points lie in the upper half of the scale", ["favourable"]);
  }
}

/** With one or two pairs there is nothing to rotate; an item must not stand under the name its construct goes by. */
function pairProblems(
  items: readonly z.infer<typeof itemSchema>[],
): { readonly at: number; readonly message: string }[] {
  const pairs = new Map<number, number[]>();
  items.forEach(({ pair }, at) => {
    if (pair !== undefined) pairs.set(pair, [...(pairs.get(pair) ?? []), at]);
  });
  if (pairs.size === 0) return [];
  const problems = [...pairs].flatMap(([pair, [at = 0, ...others]]) =>
    others.length === 1 ? [] : [{ at, message: `pair ${String(pair)} needs two items` }],
  );
  if (pairs.size < 3) problems.push({ at: 0, message: "needs at least three pairs, or none" });
  const rotating = new Set<string>(
    items.flatMap(({ pair, construct }) => (pair === undefined ? [] : [construct])),
  );
  items.forEach(({ id }, at) => {
    if (rotating.has(id))
      problems.push({ at, message: `${id} is the name of a construct that rotates` });
  });
  return problems;
}

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
export type Instrument = DeepReadonly<z.infer<typeof instrumentSchema>>;
export type Item = Instrument["items"][number];
export type Scale = Instrument["scale"];
/** A sentence in English and whichever other languages there are. */
export type Texts = Instrument["lead"];
/** The labels of a scale, likewise. */
export type Labels = Scale["labels"];

/** What is said in a language, or in English where it is not: `spoken` tells which. */
export function sayIn<T>(
  texts: { readonly en: T } & { readonly [L in Language]?: T },
  language: Language,
): { readonly said: T; readonly spoken: Language } {
  const said = texts[language];
  return said === undefined ? { said: texts.en, spoken: "en" } : { said, spoken: language };
}

/** Whether it counts towards the belonging index (reference/statistics.md: the first five constructs). */
export function isIndexConstruct(construct: Construct): boolean {
  return INDEX_CONSTRUCTS.has(construct);
}

/** The same of an item. */
export function isIndexItem({ construct }: Pick<Item, "construct">): boolean {
  return isIndexConstruct(construct);
}

/** The oldest grade whose answers raise no flag: reference/statistics.md, "never flagged". */
const YOUNGEST = 2;

/** Worded for kindergarten to grade 2: read aloud, answered with faces, shown, and never flagged. */
export function isForYoungest({ grades }: Pick<Instrument, "grades">): boolean {
  return grades.to <= YOUNGEST;
}

/** The answers that an item is given: its own, or the instrument's. */
export function scaleOf(item: Item, instrument: Pick<Instrument, "scale">): Scale {
  return item.scale ?? instrument.scale;
}

/** Answer codes 1…points of an item that count for and against; the others are neutral. */
export interface AnswerBuckets {
  readonly favourable: readonly number[];
  readonly unfavourable: readonly number[];
}

/**
 * What counts as favourable on this item: the scale's favourable points, and as unfavourable their mirror K + 1 − x;
 * the other way round where the item is reversed. The tally counts by these and no others.
 */
export function answerBuckets(item: Item, scale: Scale): AnswerBuckets {
  const upper = [...scale.favourable].sort((a, b) => a - b);
  // Of how many people one could turn to, "nobody" is what must not be lost among "one or two".
  if (item.construct === "network") return { favourable: upper, unfavourable: [1] };
  const lower = upper.map((point) => scale.points + 1 - point).reverse();
  return item.reverse
    ? { favourable: lower, unfavourable: upper }
    : { favourable: upper, unfavourable: lower };
}

/** The answers that count as favourable on this item, in words: of a reversed one those at the other end. */
export function favourableLabels(item: Item, scale: Scale, language: Language = "en"): string[] {
  const points = answerBuckets(item, scale).favourable;
  const labels = sayIn(scale.labels, language).said;
  return points.map((point) => labels[point - 1] ?? "");
}
