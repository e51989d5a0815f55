import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import { pooledDispersion } from "@/lib/attendance/dispersion";
import { expectedCounts, type SchoolWeeks } from "@/lib/attendance/school-weeks";

export type AbsenceSeries = "new-absences" | "absent-days";
export type RisingTier = "none" | "watch" | "act";

/** From which z on a class is on a tier. */
export interface RisingThresholds {
  readonly watch: number;
  readonly act: number;
}

/** The reference's, for a class, 18 weeks and 11 looks; for others see `risingThresholds`. */
export const RISING_THRESHOLDS: Readonly<Record<AbsenceSeries, RisingThresholds>> = {
  "new-absences": { watch: 2.52, act: 3.13 },
  "absent-days": { watch: 2.87, act: 3.57 },
};
export const MINIMUM_RATIO = 1.25;
export const MINIMUM_CONTRIBUTORS = 3;
export const MINIMUM_BASELINE_WEEKS = 4;
/** Weight of the class's prior level 1: the standard deviation of levels between classes is .3. */
const PRIOR = 1 / 0.3 ** 2;

export type RisingRefusal =
  /** Fewer than 4 weeks with data before the window. */
  | "short-baseline"
  /** The class has no student-days in a week of the window in which its school does. */
  | "gap-in-window"
  /** No other class of the school has student-days in a week of the window. */
  | "no-comparison";

export type HiddenBecause = "small-ratio" | "few-contributors" | "contributors-unknown";

/** One look at one class. `visitLooks` fills the same object for every look: copy what is kept. */
export interface LookFigures {
  /** Indexes of the school's `classIds` and, for the window's last week, `weekStarts`. */
  classAt: number;
  weekAt: number;
  /** With a refusal every figure is 0. */
  refusal: RisingRefusal | null;
  phi: number;
  /** O: count in the window. */
  observed: number;
  /** μ: count to expect in the window. */
  expected: number;
  /** θ: the class's usual level beside the rest of its school. */
  level: number;
  z: number;
  tierByZ: RisingTier;
  hiddenBecause: HiddenBecause | null;
  /** Distinct students behind the window; `null` when unknown. */
  contributors: number | null;
}

/** Thresholds by the Monday of the week in which a look ends. */
export type ThresholdsByWeek = (weekStart: string) => RisingThresholds;

/**
 * The rule of `risingAbsence` over one school: calls `visit` for every look, by week, then class. A
 * district has a million looks; one object for all of them spares the time of collecting a million.
 */
export function visitLooks(
  school: SchoolWeeks,
  series: AbsenceSeries,
  looks: "all" | "latest",
  visit: (look: Readonly<LookFigures>) => void,
  thresholdsOf: ThresholdsByWeek = () => RISING_THRESHOLDS[series],
): void {
  const last = school.weekStarts.length - 1;
  const first = WINDOW_WEEKS + MINIMUM_BASELINE_WEEKS - 1;
  if (last < 0) return;
  const expected = expectedCounts(school);
  const sums = runningSums(school, expected);
  const look = emptyLook();
  for (let week = looks === "all" ? Math.min(first, last) : last; week <= last; week++) {
    look.weekAt = week;
    const phi = pooledDispersion(school, expected, week);
    const thresholds = thresholdsOf(school.weekStarts[week] ?? "");
    for (let classAt = 0; classAt < school.classIds.length; classAt++) {
      look.classAt = classAt;
      fill(look, school, sums, phi, thresholds);
      visit(look);
    }
  }
}

function emptyLook(): LookFigures {
  return {
    classAt: 0,
    weekAt: 0,
    refusal: null,
    phi: 0,
    observed: 0,
    expected: 0,
    level: 0,
    z: 0,
    tierByZ: "none",
    hiddenBecause: null,
    contributors: null,
  };
}

/** Sums over the weeks before each week, class by class; one column more than weeks. */
interface RunningSums {
  readonly counts: Float64Array;
  readonly expected: Float64Array;
  /** Weeks with student-days and with a comparison. */
  readonly comparable: Int32Array;
  readonly withDays: Int32Array;
}

function runningSums(school: SchoolWeeks, expected: Float64Array): RunningSums {
  const weekCount = school.weekStarts.length;
  const size = school.classIds.length * (weekCount + 1);
  const sums = {
    counts: new Float64Array(size),
    expected: new Float64Array(size),
    comparable: new Int32Array(size),
    withDays: new Int32Array(size),
  };
  for (let classAt = 0; classAt < school.classIds.length; classAt++) {
    for (let week = 0; week < weekCount; week++) {
      const at = classAt * weekCount + week;
      const to = classAt * (weekCount + 1) + week + 1;
      const e = expected[at] ?? 0;
      // A week without a comparison tells nothing about the level: its count is left out too.
      sums.counts[to] = (sums.counts[to - 1] ?? 0) + (e > 0 ? (school.counts[at] ?? 0) : 0);
      sums.expected[to] = (sums.expected[to - 1] ?? 0) + e;
      sums.comparable[to] = (sums.comparable[to - 1] ?? 0) + (e > 0 ? 1 : 0);
      const met = (school.studentDays[at] ?? 0) > 0 ? 1 : 0;
      sums.withDays[to] = (sums.withDays[to - 1] ?? 0) + met;
    }
  }
  return sums;
}

function fill(
  look: LookFigures,
  school: SchoolWeeks,
  sums: RunningSums,
  phi: number,
  thresholds: RisingThresholds,
): void {
  const { classAt, weekAt } = look;
  const weekCount = school.weekStarts.length;
  const start = classAt * (weekCount + 1);
  const split = start + Math.max(0, weekAt + 1 - WINDOW_WEEKS);
  const end = start + weekAt + 1;
  look.refusal = refusalOf(sums, start, split, end, weekAt);
  if (look.refusal !== null) {
    look.phi = look.observed = look.expected = look.level = look.z = 0;
    look.tierByZ = "none";
    look.hiddenBecause = look.contributors = null;
    return;
  }
  const observed = between(sums.counts, split, end);
  const windowExpected = between(sums.expected, split, end);
  const weight = PRIOR + between(sums.expected, start, split) / phi;
  const level = (PRIOR + between(sums.counts, start, split) / phi) / weight;
  const expected = windowExpected * level;
  const variance = phi * expected + windowExpected ** 2 * (level / weight);
  const z =
    (observed ** (2 / 3) - expected ** (2 / 3)) /
    ((2 / 3) * expected ** (-1 / 3) * Math.sqrt(variance));
  const known = school.contributors[classAt * weekCount + weekAt] ?? -1;
  const contributors = known < 0 ? null : known;
  look.phi = phi;
  look.observed = observed;
  look.expected = expected;
  look.level = level;
  look.z = z;
  look.tierByZ = tierOf(z, thresholds);
  look.hiddenBecause = look.tierByZ === "none" ? null : hiding(observed / expected, contributors);
  look.contributors = contributors;
}

function refusalOf(
  sums: RunningSums,
  start: number,
  split: number,
  end: number,
  weekAt: number,
): RisingRefusal | null {
  if (weekAt + 1 < WINDOW_WEEKS + MINIMUM_BASELINE_WEEKS) return "short-baseline";
  if (between(sums.withDays, split, end) < WINDOW_WEEKS) return "gap-in-window";
  if (between(sums.comparable, split, end) < WINDOW_WEEKS) return "no-comparison";
  if (between(sums.comparable, start, split) < MINIMUM_BASELINE_WEEKS) return "short-baseline";
  return null;
}

/** A running sum's part between two columns. */
function between(sums: Float64Array | Int32Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}

function tierOf(z: number, { watch, act }: RisingThresholds): RisingTier {
  return z >= act ? "act" : z >= watch ? "watch" : "none";
}

function hiding(ratio: number, contributors: number | null): HiddenBecause | null {
  if (ratio < MINIMUM_RATIO) return "small-ratio";
  if (contributors === null) return "contributors-unknown";
  return contributors < MINIMUM_CONTRIBUTORS ? "few-contributors" : null;
}
