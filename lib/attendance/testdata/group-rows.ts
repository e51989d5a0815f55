import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";
import type { GroupLevel, GroupWeek } from "@/lib/attendance/group-weeks";

const FIRST = dayNumber("2026-09-07");

/** The Monday of a week, counted from 0. */
export const monday = (week: number): string => isoDate(FIRST + 7 * week);

/** A week of a group with `absences` new absences of 500 student-days, by ten students. */
export function groupWeek(
  place: { schoolId?: string; level: GroupLevel; grade?: string; week: number },
  absences: number,
  studentDays = 500,
): GroupWeek {
  return {
    schoolId: place.schoolId ?? "s",
    level: place.level,
    grade: place.grade ?? "",
    weekStart: monday(place.week),
    studentDays,
    absentDays: Math.min(studentDays, Math.round(absences * 1.4)),
    newAbsences: absences,
    contributors: Math.min(10, absences),
    windowContributors: Math.min(10, absences),
  };
}

/** `count` new absences of each week from 0 on; `null`: no school that week. */
export function groupRows(
  place: { schoolId?: string; level: GroupLevel; grade?: string },
  weeks: number,
  count: (week: number) => number | null,
  studentDays?: number,
): GroupWeek[] {
  return Array.from({ length: weeks }, (_, week) => {
    const absences = count(week);
    return absences === null ? [] : [groupWeek({ ...place, week }, absences, studentDays)];
  }).flat();
}
