/** Students whose coming or going makes a class another class for comparison (reference/disclosure-control.md). */
export const COMPARISON_LEAST_CHANGED = 5;

export type Comparison =
  | { readonly comparable: true; readonly changed: number }
  | {
      readonly comparable: false;
      readonly code: "few-students-changed" | "roster-unknown";
      /** Plain words, for the page. */
      readonly reason: string;
    };

const ROSTER_UNKNOWN = {
  comparable: false,
  code: "roster-unknown",
  reason: "not compared: the roster of one of the two pulses is not known",
} as const;

/**
 * Whether two waves' results of one class may stand side by side. With one to four students changed, the
 * difference of the two results speaks about those few.
 *
 * Rosters are ids, or hashes of ids made with the same key, frozen when each wave was planned; null if a wave
 * kept none. A student who left and another who came in their place count as one change: the stricter reading.
 */
export function compareClass(
  before: ReadonlySet<string> | null,
  after: ReadonlySet<string> | null,
): Comparison {
  if (before === null || after === null) return ROSTER_UNKNOWN;
  const changed = Math.max(missingFrom(after, before), missingFrom(before, after));
  if (changed === 0 || changed >= COMPARISON_LEAST_CHANGED) return { comparable: true, changed };
  return {
    comparable: false,
    code: "few-students-changed",
    // Without the number: it is the reader's own roster that says who they are.
    reason: `not compared: fewer than ${String(COMPARISON_LEAST_CHANGED)} students of the class changed, and the difference could point to them`,
  };
}

/**
 * Whether two waves' results of a larger group (a grade, a school, a demographic group, a saved set of classes)
 * may stand side by side. The remainder rule across waves: those who came, and those who left, must each be
 * nobody or at least `remainder`; otherwise the difference of the two results speaks about so few.
 *
 * Rosters as in `compareClass`. A saved cohort is a snapshot of classes; who was in them is each wave's own.
 */
export function compareCohort(
  before: ReadonlySet<string> | null,
  after: ReadonlySet<string> | null,
  remainder: number,
): Comparison {
  if (before === null || after === null) return ROSTER_UNKNOWN;
  const [came, left] = [missingFrom(before, after), missingFrom(after, before)];
  const few = (count: number): boolean => count > 0 && count < remainder;
  if (!few(came) && !few(left)) return { comparable: true, changed: Math.max(came, left) };
  return {
    comparable: false,
    code: "few-students-changed",
    reason: `not compared: fewer than ${String(remainder)} students came or left, and the difference could point to them`,
  };
}

function missingFrom(set: ReadonlySet<string>, of: ReadonlySet<string>): number {
  let missing = 0;
  for (const id of of) if (!set.has(id)) missing += 1;
  return missing;
}
