import type { RisingLevel } from "@/lib/attendance/rising-thresholds";
import type { AbsenceSeries, RisingThresholds } from "@/lib/attendance/rising-looks";
import type { SchoolWeeks } from "@/lib/attendance/school-weeks";
import { classesOf, gradesOf, schoolsOf } from "@/lib/simulation/compared-groups";
import { ShareOfClusters } from "@/lib/simulation/estimate";
import type { FalseAlarms, TierRates } from "@/lib/simulation/flag-rates";
import { NAIVE_RULES, naiveFlags } from "@/lib/simulation/naive-rules";
import type { Random } from "@/lib/simulation/random";
import { runTerm, type SchoolTerm } from "@/lib/simulation/school-term";
import {
  strongestTiers,
  thresholdsInForce,
  type ThresholdsOf,
} from "@/lib/simulation/strongest-tier";
import type { TermParameters } from "@/lib/simulation/term-parameters";
import { planDistrict, planTerm } from "@/lib/simulation/term-plan";

export const SERIES: readonly AbsenceSeries[] = ["new-absences", "absent-days"];
export const LEVELS: readonly RisingLevel[] = ["class", "grade", "school"];

/** A district without a single rise of its own: whatever is flagged is flagged for nothing. */
export function ordinaryDistrict(random: Random, term: TermParameters): SchoolTerm[] {
  const district = planDistrict(random, term);
  return Array.from({ length: term.schools }, () =>
    runTerm(random, term, planTerm(random, term, district)),
  );
}

/** The thresholds in force in such a term, by level and series. */
export function thresholdsOf(
  term: TermParameters,
): Record<RisingLevel, Record<AbsenceSeries, RisingThresholds>> {
  const both = (level: RisingLevel) => ({
    "new-absences": thresholdsInForce("new-absences", level, term),
    "absent-days": thresholdsInForce("absent-days", level, term),
  });
  return { class: both("class"), grade: both("grade"), school: both("school") };
}

/**
 * How many classes, grades and schools the rule flags in a term in which none of them rises beside the others; of
 * classes also by the naive rules, which count days missed.
 */
export function falseAlarms(
  random: Random,
  term: TermParameters,
  districts: number,
  inForce: ThresholdsOf = thresholdsInForce,
): FalseAlarms {
  const counters = new Map<string, ShareOfClusters>();
  const counter = (key: string): ShareOfClusters => {
    const known = counters.get(key) ?? new ShareOfClusters();
    counters.set(key, known);
    return known;
  };
  const during = { from: term.before, to: term.weeks };
  for (let one = 0; one < districts; one++) {
    const schools = ordinaryDistrict(random, term);
    for (const series of SERIES) {
      for (const level of LEVELS) {
        const thresholds = inForce(series, level, term);
        const tiers = groupsOf(schools, level, series).flatMap((groups) =>
          strongestTiers(groups, series, thresholds, during),
        );
        for (const tier of ["watch", "act"] as const) {
          counter(`${level} ${series} ${tier}`).add(
            countOf(tiers, (t) => t[tier]),
            tiers.length,
          );
        }
      }
    }
    for (const rule of NAIVE_RULES) {
      const flags = schools.flatMap((school) => naiveFlags(classesOf(school, "absent-days"))[rule]);
      counter(rule).add(countOf(flags, Boolean), flags.length);
    }
  }
  const tiers = (level: RisingLevel, series: AbsenceSeries): TierRates => ({
    watch: counter(`${level} ${series} watch`).estimate(),
    act: counter(`${level} ${series} act`).estimate(),
  });
  const both = (level: RisingLevel) => ({
    "new-absences": tiers(level, "new-absences"),
    "absent-days": tiers(level, "absent-days"),
  });
  return {
    rule: { class: both("class"), grade: both("grade"), school: both("school") },
    naive: {
      "ten-percent": counter("ten-percent").estimate(),
      "two-points": counter("two-points").estimate(),
      "three-sigma": counter("three-sigma").estimate(),
    },
  };
}

/** Every set of groups that are compared with each other. */
export function groupsOf(
  schools: readonly SchoolTerm[],
  level: RisingLevel,
  series: AbsenceSeries,
): SchoolWeeks[] {
  if (level === "school") return [schoolsOf(schools, series)];
  return schools.map((school) =>
    level === "grade" ? gradesOf(school, series) : classesOf(school, series),
  );
}

function countOf<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length;
}
