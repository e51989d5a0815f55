import calibrated from "@/lib/attendance/calibrated-thresholds.json";
import {
  type AbsenceSeries,
  RISING_THRESHOLDS,
  type RisingThresholds,
} from "@/lib/attendance/rising-looks";

/** Classes are compared with their school, grades with their school, schools with their district. */
export type RisingLevel = "class" | "grade" | "school";

/** The term that a look lies in, in school weeks. */
export interface TermWeeks {
  readonly weeks: number;
  /** Weeks with attendance before the term: with some, there are looks from its first week on. */
  readonly before: number;
}

/** One row of what `npm run calibrate` found and wrote. */
export interface CalibratedTerm extends TermWeeks, RisingThresholds {
  readonly level: RisingLevel;
  readonly series: AbsenceSeries;
  /** Terms of one class, grade or school that were simulated. */
  readonly groupTerms: number;
}

/** The reference's own weeks: there its thresholds stand, whatever the calibration found. */
const REFERENCE_WEEKS = 18;

const ROWS: readonly CalibratedTerm[] = (calibrated.terms as CalibratedTerm[]).map((row) =>
  row.level === "class" && row.before === 0 && row.weeks === REFERENCE_WEEKS
    ? { ...row, ...RISING_THRESHOLDS[row.series] }
    : row,
);

/**
 * Thresholds with which about 1 group in 100 is shown on act, and 5 in 100 on watch, in a term in which none rises:
 * from the calibrated lengths, linearly between two of them, and at the ends those of the shortest and longest. With
 * any week of attendance before the term the rows with a term before it count: more looks, a surer usual level.
 * Without a term, the one of 18 weeks without any before.
 */
export function risingThresholds(
  series: AbsenceSeries,
  level: RisingLevel = "class",
  term: TermWeeks = { weeks: REFERENCE_WEEKS, before: 0 },
): RisingThresholds {
  const rows = ROWS.filter(
    (row) => row.series === series && row.level === level && row.before > 0 === term.before > 0,
  ).sort((a, b) => a.weeks - b.weeks);
  const above = rows.find((row) => row.weeks >= term.weeks) ?? rows.at(-1);
  const below = rows.findLast((row) => row.weeks <= term.weeks) ?? above;
  if (above === undefined || below === undefined) throw new RangeError(`no thresholds: ${level}`);
  const width = above.weeks - below.weeks;
  const part = width <= 0 ? 0 : (term.weeks - below.weeks) / width;
  const between = (tier: "watch" | "act") => below[tier] + part * (above[tier] - below[tier]);
  return { watch: between("watch"), act: between("act") };
}
