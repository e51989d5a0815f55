/**
 * What a release says about each respondent, as data, so that it can be frozen and hashed with the plan:
 * nobody can change what "favourable" means after the answers are in.
 */
export type ReleaseItem = QuestionItem | ScaleItem;

/** One question that everybody in the wave is asked. Codes in neither list are neutral. */
export type QuestionItem = {
  readonly kind: "question";
  readonly id: string;
  /** Codes that count as favourable, as answered: for a reverse-keyed question these are the low ones. */
  readonly favourable: readonly number[];
  readonly unfavourable: readonly number[];
};

/**
 * A respondent's mean over some questions, sorted into the same three buckets. The questions may rotate
 * between forms: the mean runs over those answered, and every respondent counts once.
 */
export type ScaleItem = {
  readonly kind: "scale";
  readonly id: string;
  readonly of: readonly { readonly id: string; readonly reversed: boolean }[];
  /** Answer codes run from 1 to `points`; a reversed one is scored points + 1 − x. */
  readonly points: number;
  /** Favourable if the mean is at least this. */
  readonly favourableFrom: number;
  /** Unfavourable if the mean is at most this. */
  readonly unfavourableTo: number;
  /** Fewer answered questions than this is "neutral or no answer". */
  readonly minimumAnswered: number;
};

/** Where one respondent falls on one item. `neutral` includes no answer: see `classify`. */
export type Bucket = "unfavourable" | "neutral" | "favourable";

/**
 * Sorts one respondent into a bucket. `values` holds answer codes by question id; what was skipped is absent.
 *
 * A skipped question, or a code that the question does not have, is "neutral or no answer" and the
 * respondent still counts in n. With an n of its own for each item, whether an item is shown would depend
 * on who skipped it, and subtracting two items' n would single out those who did: skipping is an answer.
 */
export function classify(item: ReleaseItem, values: ReadonlyMap<string, number>): Bucket {
  if (item.kind === "scale") return classifyScale(item, values);
  const code = values.get(item.id);
  if (code === undefined) return "neutral";
  if (item.favourable.includes(code)) return "favourable";
  return item.unfavourable.includes(code) ? "unfavourable" : "neutral";
}

function classifyScale(scale: ScaleItem, values: ReadonlyMap<string, number>): Bucket {
  let answered = 0;
  let sum = 0;
  for (const { id, reversed } of scale.of) {
    const code = values.get(id);
    if (code === undefined || !Number.isInteger(code) || code < 1 || code > scale.points) continue;
    answered += 1;
    sum += reversed ? scale.points + 1 - code : code;
  }
  if (answered === 0 || answered < scale.minimumAnswered) return "neutral";
  // Compared without dividing: a mean of exactly the mark must fall on the same side on every machine.
  if (sum >= scale.favourableFrom * answered) return "favourable";
  return sum <= scale.unfavourableTo * answered ? "unfavourable" : "neutral";
}
