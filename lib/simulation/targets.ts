import type { Estimate } from "@/lib/simulation/estimate";
import { type FlagRates, ordinaryDetection } from "@/lib/simulation/flag-rates";

/** What a version must reach. Shares, 0 to 1. */
export interface Target {
  readonly what: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly measured: Estimate;
}

/** The limits a version must keep, with what was measured. */
export function targets(rates: FlagRates): Target[] {
  const { falseAlarms, lowBelonging } = rates;
  const alarms = (scenario: "base" | "flu", tier: "act" | "watch", atMost: number): Target => ({
    what: `false alarms of a class in a term, ${scenario}, ${tier}`,
    atMost,
    measured: falseAlarms[scenario].rule.class["new-absences"][tier],
  });
  const found = (students: number, tier: "act" | "watch", atLeast: number): Target => ({
    what: `6% to 10% found within 4 weeks, ${students} students, ${tier}`,
    atLeast,
    measured: ordinaryDetection(rates, students)[tier],
  });
  return [
    alarms("base", "act", 0.011),
    alarms("base", "watch", 0.05),
    alarms("flu", "act", 0.012),
    alarms("flu", "watch", 0.052),
    found(25, "act", 0.21),
    found(25, "watch", 0.39),
    found(100, "act", 0.65),
    found(100, "watch", 0.84),
    {
      what: "low belonging, precision from exact scores",
      atLeast: 0.79,
      measured: required(lowBelonging[0], "low belonging").named["exact-scores"].precision,
    },
  ];
}

export function isMissed({ atMost, atLeast, measured }: Target): boolean {
  return (
    (atMost !== undefined && measured.rate > atMost) ||
    (atLeast !== undefined && measured.rate < atLeast)
  );
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`the simulation holds no ${what}`);
  return value;
}
