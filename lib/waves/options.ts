/** Each demographic is one more ballot a student casts, and one more row of figures to read. */
export const MOST_DIMENSIONS = 3;

/**
 * How students get in: by slips dealt by chance, or by the class list, where each slip is a student's and the
 * class's own staff see who has not collected a ballot yet.
 */
export const ADMISSIONS = ["slips", "roster"] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** What a wave does beside asking its questions. Frozen with its plan. */
export type WaveOptions = {
  readonly dimensions: readonly string[];
  readonly words: boolean;
  readonly nominations: boolean;
  readonly admission: Admission;
};

/** Ballots that one student casts at most: for the class, for each demographic, for words, for nominations. */
export function ballotsOfStudent({
  dimensions,
  words,
  nominations,
}: Omit<WaveOptions, "admission">): number {
  return 1 + dimensions.length + (words ? 1 : 0) + (nominations ? 1 : 0);
}

export const NO_OPTIONS: WaveOptions = {
  dimensions: [],
  words: false,
  nominations: false,
  admission: "slips",
};

/** Slips have names: what a slip collects depends on whose it is, or the class list says who is in. */
export function slipsByName({
  dimensions,
  admission,
}: Pick<WaveOptions, "dimensions" | "admission">): boolean {
  return dimensions.length > 0 || admission === "roster";
}
