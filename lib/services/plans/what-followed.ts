import type { Change } from "@/lib/insight/change";
import { isRotating } from "@/lib/instruments/forms";
import type { Construct } from "@/lib/instruments/instrument";
import { type BeforeAfter, beforeAndAfter, isWrittenLate } from "@/lib/plans/before-after";
import type { Plan } from "@/lib/plans/plan";
import { localToInstant } from "@/lib/waves/local-time";
import { belongingOf, constructFigures } from "../insight/class-figures";
import { changeSinceLast } from "../insight/comparable-waves";
import type { ClassPulseRow } from "./class-histories";

/** What the class's pulses say before and after a plan began. */
export interface WhatFollowed {
  /** Belonging as a whole. */
  readonly belonging: BeforeAfter<ClassPulseRow>;
  /** The constructs that the strategy is for, as far as both pulses asked them of everybody. */
  readonly constructs: readonly {
    readonly construct: Construct;
    readonly result: BeforeAfter<ClassPulseRow>;
  }[];
  /** The plan was written down when a result after its start was known. */
  readonly writtenLate: boolean;
}

function compare(before: ClassPulseRow, after: ClassPulseRow): Change | null {
  const ofClass = ({ wave, belonging, roster }: ClassPulseRow) =>
    "ok" in belonging ? [] : [{ wave, belonging, roster }];
  return changeSinceLast([...ofClass(after), ...ofClass(before)]);
}

/** The same pulses with the figure of one construct in the place of belonging; a hidden pulse stays hidden. */
function withFigureOf(
  construct: Construct,
  pulses: readonly ClassPulseRow[],
): readonly ClassPulseRow[] {
  return pulses.flatMap((pulse) => {
    if (!("midpoint" in pulse.belonging)) return [pulse];
    const found = constructFigures(pulse.wave).find((one) => one.construct === construct);
    // Of a class one pulse of rotating questions asks a handful: too few for a figure by itself.
    if (found === undefined || isRotating(pulse.wave.instrument)) return [];
    return [{ ...pulse, belonging: belongingOf(pulse.row, pulse.wave, found.figure) }];
  });
}

/**
 * Before and after of a plan from its class's pulses, newest first. Pure: releases and rosters are already read.
 * @param constructs that are to be looked at beside belonging as a whole
 */
export function whatFollowed(
  plan: Pick<Plan, "startOn" | "createdAt">,
  pulses: readonly ClassPulseRow[],
  timeZone: string,
  constructs: readonly Construct[] = [],
): WhatFollowed {
  const start = localToInstant({ date: plan.startOn, time: "00:00" }, timeZone);
  if (!start.ok) throw new Error(`the start of a plan is no day: ${start.code}`);
  const around = (of: readonly ClassPulseRow[]) => beforeAndAfter(of, start.instant, compare);
  const belonging = around(pulses);
  return {
    belonging,
    constructs: constructs.flatMap((construct) => {
      const result = around(withFigureOf(construct, pulses));
      return result.kind === "compared" ? [{ construct, result }] : [];
    }),
    writtenLate: isWrittenLate(plan, belonging),
  };
}
