import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import {
  denseWeeks,
  type Member,
  type WindowTotals,
  windowsOf,
} from "@/lib/attendance/member-weeks";
import type { RisingResult } from "@/lib/attendance/rising-absence";
import {
  type AbsenceSeries,
  type LookFigures,
  type RisingRefusal,
  type ThresholdsByWeek,
  visitLooks,
} from "@/lib/attendance/rising-looks";
import { expectedCounts, type SchoolWeeks } from "@/lib/attendance/school-weeks";

/** Grades and schools run on new absences, as classes do: one long illness is one event, not ten. */
export const GROUP_SERIES: AbsenceSeries = "new-absences";

/** The figures of the rising-absence rule, with how much of a rise lies in one week. */
export interface RisingFigures extends Omit<
  RisingResult,
  "ok" | "schoolId" | "classId" | "weekStart" | "contributors"
> {
  readonly contributors: number;
  /** Monday of the week that is furthest above what was to be expected. */
  readonly highestWeek: string;
  /** By how many it is: most of O − μ is one week's when, for instance, an illness goes round. */
  readonly highestExcess: number;
}

export interface MemberLook {
  readonly id: string;
  readonly window: WindowTotals;
  readonly rising:
    ({ readonly ok: true } & RisingFigures) | { readonly ok: false; readonly code: RisingRefusal };
}

/**
 * The rising-absence rule at the last of these weeks for groups that share no student, each beside
 * all the others in the same weeks. `weekStarts`: Mondays, ascending, each with student-days of at
 * least one member. φ, θ, z and tiers are those of `visitLooks`; this adds the window's rates and how
 * much of a rise lies in one week. `thresholdsOf`: by the week in which a look ends; without it, those of a class and 18
 * weeks.
 */
export function latestLooks(
  members: readonly Member[],
  weekStarts: readonly string[],
  thresholdsOf?: ThresholdsByWeek,
): MemberLook[] {
  const dense = denseWeeks(members, weekStarts);
  const expected = expectedCounts(dense);
  const windows = windowsOf(members, weekStarts);
  const looks: MemberLook[] = [];
  const keep = (look: Readonly<LookFigures>): void => {
    const member = members[look.classAt];
    const window = windows[look.classAt];
    if (member === undefined || window === undefined) return;
    if (look.refusal !== null) {
      // Whoever is alone stays alone, however many weeks go by.
      const code = members.length === 1 ? "no-comparison" : look.refusal;
      looks.push({ id: member.id, window, rising: { ok: false, code } });
      return;
    }
    const { phi, observed, level, z, tierByZ, hiddenBecause } = look;
    const rising = {
      ...{ ok: true as const, phi, observed, expected: look.expected, level, z, tierByZ },
      tier: hiddenBecause === null ? tierByZ : null,
      hiddenBecause,
      contributors: look.contributors ?? 0,
      ...highestWeekOf(dense, expected, look),
    };
    looks.push({ id: member.id, window, rising });
  };
  visitLooks(dense, GROUP_SERIES, "latest", keep, thresholdsOf);
  return looks;
}

function highestWeekOf(
  dense: SchoolWeeks,
  expected: Float64Array,
  look: { readonly classAt: number; readonly level: number },
): Pick<RisingFigures, "highestWeek" | "highestExcess"> {
  const weekCount = dense.weekStarts.length;
  const row = look.classAt * weekCount;
  let [highestWeek, highestExcess] = ["", -Infinity];
  for (let week = weekCount - WINDOW_WEEKS; week < weekCount; week++) {
    const excess = (dense.counts[row + week] ?? 0) - (expected[row + week] ?? 0) * look.level;
    if (excess <= highestExcess) continue;
    [highestWeek, highestExcess] = [dense.weekStarts[week] ?? "", excess];
  }
  return { highestWeek, highestExcess };
}
