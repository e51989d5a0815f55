import { dayNumber } from "@/lib/attendance/calendar-date";
import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import { latestLooks, type MemberLook } from "@/lib/attendance/group-figures";
import type { GroupLevel, GroupWeek } from "@/lib/attendance/group-weeks";
import type { Member } from "@/lib/attendance/member-weeks";
import type { RisingRefusal, ThresholdsByWeek } from "@/lib/attendance/rising-looks";
import type { WeekTotals } from "@/lib/attendance/week-tally";

/** Why nothing is said about a grade or a school. */
export type GroupRefusal =
  | RisingRefusal
  /** The last weeks that could be compared lie four weeks or more behind those of the district. */
  | "not-recent";

/** The last look at one school or one grade of it. */
export interface GroupLook extends Pick<MemberLook, "window"> {
  readonly schoolId: string;
  readonly level: GroupLevel;
  readonly grade: string;
  readonly rising: Extract<MemberLook["rising"], { ok: true }> | { ok: false; code: GroupRefusal };
}

/** Thresholds of groups that are looked at over these weeks: a term's length is counted from them and from no others. */
export type ThresholdsFor = (weekStarts: readonly string[]) => ThresholdsByWeek;

/**
 * Every grade of one school beside the rest of it in the same weeks. Students whose grade is not
 * known are part of the rest and get no look. `weeks`: the present year's, of one school.
 */
export function gradeLooks(
  weeks: readonly GroupWeek[],
  thresholdsFor?: ThresholdsFor,
): GroupLook[] {
  const ofGrades = weeks.filter(({ level }) => level === "grade");
  const schoolId = ofGrades[0]?.schoolId ?? "";
  const members = membersOf(ofGrades, ({ grade }) => grade);
  const starts = mondaysOf(members);
  return latestLooks(members, starts, thresholdsFor?.(starts))
    .filter(({ id }) => id !== "")
    .map(({ id, ...look }) => ({ schoolId, level: "grade", grade: id, ...look }));
}

/**
 * Every school beside the rest of its district in the same weeks. Holidays differ between schools:
 * a school's weeks are those in which it and at least one other school have student-days, so that a
 * week without school is no gap, and a week in which all others are away is no comparison. A window
 * that lies four weeks or more behind the district's last week is history and is refused.
 *
 * `weeks`: the present year's, of all schools. Schools with the same weeks are looked at together.
 */
export function schoolLooks(
  weeks: readonly GroupWeek[],
  thresholdsFor?: ThresholdsFor,
): GroupLook[] {
  const members = membersOf(
    weeks.filter(({ level }) => level === "school"),
    ({ schoolId }) => schoolId,
  );
  const all = mondaysOf(members);
  const newest = all.at(-1) ?? "";
  const thresholdsOf = thresholdsFor?.(all);
  const looks = new Map<string, GroupLook>();
  for (const { starts, schools } of comparableWeeks(members)) {
    const own = new Set(schools.map(({ id }) => id));
    const found =
      starts.length > 0
        ? latestLooks(members, starts, thresholdsOf).filter(({ id }) => own.has(id))
        : schools.flatMap((school) => latestLooks([school], mondaysOf([school]), thresholdsOf));
    for (const { id, window, rising } of found) {
      looks.set(id, {
        ...{ schoolId: id, level: "school", grade: "", window },
        rising: isHistory(window.through, newest) ? { ok: false, code: "not-recent" } : rising,
      });
    }
  }
  return members.flatMap(({ id }) => looks.get(id) ?? []);
}

/** Schools by the weeks in which they can be compared: theirs in which another school was open too. */
function comparableWeeks(
  members: readonly Member[],
): Iterable<{ starts: string[]; schools: Member[] }> {
  const open = new Map<string, number>();
  for (const { weeks } of members)
    for (const start of weeks.keys()) open.set(start, (open.get(start) ?? 0) + 1);
  const calendars = new Map<string, { starts: string[]; schools: Member[] }>();
  for (const member of members) {
    const starts = [...member.weeks.keys()].filter((start) => (open.get(start) ?? 0) > 1).sort();
    const known = calendars.get(starts.join());
    if (known === undefined) calendars.set(starts.join(), { starts, schools: [member] });
    else known.schools.push(member);
  }
  return calendars.values();
}

function isHistory(through: string, newest: string): boolean {
  return dayNumber(newest) - dayNumber(through) >= 7 * WINDOW_WEEKS;
}

function membersOf(weeks: readonly GroupWeek[], idOf: (week: GroupWeek) => string): Member[] {
  const members = new Map<string, Map<string, WeekTotals>>();
  for (const week of weeks) {
    const own = members.get(idOf(week)) ?? new Map<string, WeekTotals>();
    members.set(idOf(week), own.set(week.weekStart, week));
  }
  return [...members].map(([id, own]) => ({ id, weeks: own }));
}

/** Mondays of the weeks in which any of them has student-days, ascending. */
function mondaysOf(members: readonly Member[]): string[] {
  return [...new Set(members.flatMap(({ weeks }) => [...weeks.keys()]))].sort();
}
