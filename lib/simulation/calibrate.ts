import {
  type AbsenceSeries,
  MINIMUM_CONTRIBUTORS,
  MINIMUM_RATIO,
  type RisingThresholds,
  visitLooks,
} from "@/lib/attendance/rising-looks";
import type { SchoolWeeks } from "@/lib/attendance/school-weeks";
import type { GroupLevel } from "@/lib/simulation/compared-groups";
import { groupsOf, LEVELS, ordinaryDistrict, SERIES } from "@/lib/simulation/false-alarms";
import type { Random } from "@/lib/simulation/random";
import type { TermParameters } from "@/lib/simulation/term-parameters";

/** False alarms in a term that thresholds are set for, 0 to 1. */
const ALLOWED = { act: 0.01, watch: 0.05 };

/** Thresholds of one length of term, level and series, and how many group-terms they come from. */
export interface Calibration extends RisingThresholds {
  readonly weeks: number;
  readonly level: GroupLevel;
  readonly series: AbsenceSeries;
  readonly groupTerms: number;
}

/**
 * The lowest thresholds, to two decimals, with which at most 1 group in 100 is shown on act and 5 in 100 on watch in a
 * term of this length. Half of the districts have flu, half do not.
 */
export function calibrate(
  random: Random,
  terms: readonly TermParameters[],
  districtsOfEach: number,
): Calibration[] {
  const found = SERIES.flatMap((series) =>
    LEVELS.map((level) => ({ series, level, highest: [] as number[] })),
  );
  for (const term of terms) {
    for (let one = 0; one < districtsOfEach; one++) {
      const schools = ordinaryDistrict(random, term);
      for (const { series, level, highest } of found) {
        for (const groups of groupsOf(schools, level, series)) {
          highest.push(...highestShown(groups, series));
        }
      }
    }
  }
  const weeks = terms[0]?.weeks ?? 0;
  return found.map(({ series, level, highest }) => ({
    weeks,
    level,
    series,
    watch: thresholdFor(highest, ALLOWED.watch),
    act: thresholdFor(highest, ALLOWED.act),
    groupTerms: highest.length,
  }));
}

/** By group: the highest z of the term that might be shown, ratio and contributors being enough; 0 if none. */
function highestShown(groups: SchoolWeeks, series: AbsenceSeries): number[] {
  const highest = groups.classIds.map(() => 0);
  visitLooks(groups, series, "all", ({ classAt, refusal, z, observed, expected, contributors }) => {
    if (refusal !== null || observed / expected < MINIMUM_RATIO) return;
    if ((contributors ?? 0) < MINIMUM_CONTRIBUTORS) return;
    highest[classAt] = Math.max(highest[classAt] ?? 0, z);
  });
  return highest;
}

/** Lowest z, to two decimals, that at most the share `allowed` reaches. */
function thresholdFor(highest: readonly number[], allowed: number): number {
  const sorted = [...highest].sort((a, b) => b - a);
  const first = sorted[Math.floor(allowed * sorted.length)] ?? 0;
  // The first that is one too many must stay below.
  return (Math.floor(first * 100) + 1) / 100;
}
