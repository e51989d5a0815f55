import type { CalibratedTerm } from "@/lib/attendance/rising-thresholds";
import {
  type AbsenceSeries,
  MINIMUM_CONTRIBUTORS,
  MINIMUM_RATIO,
  visitLooks,
} from "@/lib/attendance/rising-looks";
import type { SchoolWeeks } from "@/lib/attendance/school-weeks";
import { groupsOf, LEVELS, ordinaryDistrict, SERIES } from "@/lib/simulation/false-alarms";
import type { Random } from "@/lib/simulation/random";
import type { TermParameters } from "@/lib/simulation/term-parameters";

/** False alarms in a term that thresholds are set for, 0 to 1. */
const ALLOWED = { act: 0.01, watch: 0.05 };

/**
 * The lowest thresholds, to two decimals, with which at most 1 group in 100 is shown on act and 5 in 100 on watch in a
 * term, over all `terms` together: of one length, with and without flu.
 */
export function calibrate(
  random: Random,
  terms: readonly TermParameters[],
  districtsOfEach: number,
): CalibratedTerm[] {
  const found = SERIES.flatMap((series) =>
    LEVELS.map((level) => ({ series, level, highest: [] as number[] })),
  );
  for (const term of terms) {
    for (let one = 0; one < districtsOfEach; one++) {
      const schools = ordinaryDistrict(random, term);
      for (const { series, level, highest } of found) {
        for (const groups of groupsOf(schools, level, series)) {
          highest.push(...highestShown(groups, series, term.before));
        }
      }
    }
  }
  const { weeks = 0, before = 0 } = terms[0] ?? {};
  return found.map(({ series, level, highest }) => ({
    weeks: weeks - before,
    before,
    level,
    series,
    watch: thresholdFor(highest, ALLOWED.watch),
    act: thresholdFor(highest, ALLOWED.act),
    groupTerms: highest.length,
  }));
}

/** By group: the highest z of the term that might be shown, ratio and contributors being enough; 0 if none. */
function highestShown(groups: SchoolWeeks, series: AbsenceSeries, before: number): number[] {
  const highest = groups.classIds.map(() => 0);
  visitLooks(groups, series, "all", (look) => {
    if (look.refusal !== null || look.weekAt < before) return;
    if (look.observed / look.expected < MINIMUM_RATIO) return;
    if ((look.contributors ?? 0) < MINIMUM_CONTRIBUTORS) return;
    highest[look.classAt] = Math.max(highest[look.classAt] ?? 0, look.z);
  });
  return highest;
}

/** With few looks the condition on the ratio alone may do; a z below this still surprises nobody. */
const LEAST_THRESHOLD = 2;

/** Lowest z, to two decimals, that at most the share `allowed` reaches. */
function thresholdFor(highest: readonly number[], allowed: number): number {
  const sorted = [...highest].sort((a, b) => b - a);
  const first = sorted[Math.floor(allowed * sorted.length)] ?? 0;
  // The first that is one too many must stay below.
  return Math.max(LEAST_THRESHOLD, (Math.floor(first * 100) + 1) / 100);
}
