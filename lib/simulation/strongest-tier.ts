import {
  type AbsenceSeries,
  type RisingThresholds,
  visitLooks,
} from "@/lib/attendance/rising-looks";
import { type RisingLevel, risingThresholds } from "@/lib/attendance/rising-thresholds";
import type { SchoolWeeks } from "@/lib/attendance/school-weeks";
import type { TermParameters } from "@/lib/simulation/term-parameters";

/** What a group would have been shown at most: act counts as watch too. */
export interface StrongestTier {
  readonly watch: boolean;
  readonly act: boolean;
}

/** Looks that end in these weeks, counted from 0, both included. */
export interface LookWeeks {
  readonly from: number;
  readonly to: number;
}

export type ThresholdsOf = (
  series: AbsenceSeries,
  level: RisingLevel,
  term: TermParameters,
) => RisingThresholds;

/** The thresholds that the application uses in such a term. */
export const thresholdsInForce: ThresholdsOf = (series, level, { weeks, before }) =>
  risingThresholds(series, level, { weeks: weeks - before, before });

/**
 * The rising-absence rule itself (`visitLooks`) over the looks that end in `during`: for each group the strongest tier
 * that may be shown, with its conditions on ratio and contributors.
 */
export function strongestTiers(
  groups: SchoolWeeks,
  series: AbsenceSeries,
  thresholds: RisingThresholds,
  during: LookWeeks,
): StrongestTier[] {
  const shown = groups.classIds.map(() => ({ watch: false, act: false }));
  const note = (classAt: number, act: boolean) => {
    const each = shown[classAt];
    if (each === undefined) return;
    each.watch = true;
    each.act ||= act;
  };
  visitLooks(
    groups,
    series,
    "all",
    ({ classAt, weekAt, tierByZ, hiddenBecause }) => {
      if (weekAt < during.from || weekAt > during.to) return;
      if (hiddenBecause === null && tierByZ !== "none") note(classAt, tierByZ === "act");
    },
    () => thresholds,
  );
  return shown;
}
