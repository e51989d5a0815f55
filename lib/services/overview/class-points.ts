import { absenceChange } from "@/lib/attendance/absence-change";
import { MINIMUM_RATIO } from "@/lib/attendance/rising-looks";
import type { ClassPoint } from "@/lib/charts/belonging-absence";
import type { ScatterRegions } from "@/lib/charts/scatter-marks";
import { percentRange } from "@/lib/insight/percent";
import { belongingOf, type ReadWave } from "../insight/class-figures";
import { lowCutOf } from "./low-cut";
import type { SchoolClass } from "./school-classes";

/** Where a flag can be raised at all: both are conditions of the rule, and neither is enough. */
export async function flagRegions(wave: ReadWave): Promise<ScatterRegions> {
  const cut = await lowCutOf(wave);
  const share = cut === null ? null : Math.min(1, Math.max(0, cut));
  return {
    ratioFrom: MINIMUM_RATIO,
    shareBelow: share === null ? null : percentRange({ lo: share, hi: share }).hi,
  };
}

/** Classes of one wave with their belonging in it and the latest look at their absence. */
export function classPoints(classes: readonly SchoolClass[], wave: ReadWave): ClassPoint[] {
  const newest = classes.reduce(
    (week, { signal }) =>
      signal !== undefined && signal.weekStart > week ? signal.weekStart : week,
    "",
  );
  return classes.flatMap(({ row, latest, tier, signal }) => {
    if (latest === undefined) return [];
    const belonging = belongingOf(latest.row, wave);
    return [{ label: row.title, belonging, flag: tier, absence: absenceOf(signal, newest) }];
  });
}

function absenceOf(signal: SchoolClass["signal"], newest: string): ClassPoint["absence"] {
  if (signal === undefined) return { reason: "too early to say anything about its absence" };
  if (signal.weekStart !== newest) return { reason: "no attendance of the school’s last weeks" };
  const change = absenceChange(signal);
  if (change === null) return { reason: "no absences were to be expected" };
  return { observed: signal.observed, expected: signal.expected, change };
}
