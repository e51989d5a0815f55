import type { RisingLevel } from "@/lib/attendance/rising-thresholds";
import type { AbsenceSeries, RisingThresholds } from "@/lib/attendance/rising-looks";
import type { AnswerParameters } from "@/lib/simulation/class-answers";
import type { Estimate } from "@/lib/simulation/estimate";
import type { NaiveRule } from "@/lib/simulation/naive-rules";
import type { Reading } from "@/lib/simulation/read-answers";
import type { Rise, TermParameters } from "@/lib/simulation/term-parameters";

/**
 * `base`: an ordinary first term. `school-rise`: every school goes from 6% to 10%. `small-school`: one class a grade.
 * `second`: the second term of the same classes, with the attendance of the first.
 */
export type Scenario = "base" | "flu" | "school-rise" | "small-school" | "second" | "second-flu";

/** Share of groups with a flag in a term. Act counts as watch too. */
export interface TierRates {
  readonly watch: Estimate;
  readonly act: Estimate;
}

export interface FalseAlarms {
  readonly rule: Record<RisingLevel, Record<AbsenceSeries, TierRates>>;
  readonly naive: Record<NaiveRule, Estimate>;
}

/** Who rises: one class, the classes of one grade, or those of one school. */
export interface RisingGroup {
  readonly level: RisingLevel;
  /** Students of each of these classes. */
  readonly classSize: number;
}

/** Share of rises found within 4 weeks. */
export interface DetectionRow {
  readonly scenario: "base" | "second";
  readonly group: RisingGroup;
  /** About how many students the group has. */
  readonly students: number;
  readonly rise: Rise;
  readonly found: Record<AbsenceSeries, TierRates>;
}

/** Precision: of the classes named, those truly in the lowest tenth. Recall: of those truly there, the named. */
export interface Accuracy {
  readonly precision: Estimate;
  readonly recall: Estimate;
}

/** The whole flag rule over a term, in districts where some classes are low and some rise. */
export interface CombinedRates {
  /** Of classes neither truly low nor truly rising: flagged in the term. Act counts as watch too. */
  readonly troubleFree: { readonly watch: Estimate; readonly act: Estimate };
  /** Of classes truly low and truly rising: flagged in the term. */
  readonly troubled: { readonly watch: Estimate; readonly act: Estimate };
  /** Flags for both reasons at once, against the truth "low and rising". */
  readonly both: Accuracy;
}

/** What `npm run simulate` measures: how often flags are wrong and how much they find. Shares, 0 to 1. */
export interface FlagRates {
  readonly seed: number;
  /** Districts, rises and so on are this many times the numbers in `simulate.ts`. */
  readonly scale: number;
  readonly thresholds: Record<
    "base" | "second",
    Record<RisingLevel, Record<AbsenceSeries, RisingThresholds>>
  >;
  readonly terms: Record<Scenario, TermParameters>;
  readonly falseAlarms: Record<Scenario, FalseAlarms>;
  readonly detection: readonly DetectionRow[];
  readonly lowBelonging: readonly {
    readonly answers: AnswerParameters;
    readonly named: Record<Reading, Accuracy>;
  }[];
  readonly combined: readonly {
    readonly rising: number;
    readonly rise: Rise;
    readonly pulseWeeks: readonly number[];
    readonly rates: CombinedRates;
  }[];
}

/** What is found, of new absences in an ordinary term, where a class or cohort of so many goes from 6% to 10%. */
export function ordinaryDetection({ detection }: FlagRates, students: number): TierRates {
  const row = detection.find(
    (each) => each.scenario === "base" && each.students === students && each.rise.to === 0.1,
  );
  if (row === undefined) throw new RangeError(`the simulation holds no detection of ${students}`);
  return row.found["new-absences"];
}
