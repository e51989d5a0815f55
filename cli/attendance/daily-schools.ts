import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";
import { schoolCalendars } from "@/lib/attendance/calendar-file";
import { classWeeks } from "@/lib/attendance/class-weeks";
import type { AttendanceEnrollment } from "@/lib/attendance/enrollment-days";
import { weekCounts } from "@/lib/attendance/rising-absence";
import type { SchoolDayCount } from "@/lib/attendance/school-calendar";
import { arrangeBySchool, type SchoolWeeks } from "@/lib/attendance/school-weeks";
import { withEnrolledStudents } from "@/lib/services/attendance/enrolled-by-day";
import { refuseFile } from "../bad-input";
import type { DailyFile } from "./daily-file";
import { SERIES_OF_COLUMN, type SeriesColumn } from "./series";

/** From this share of `present` rows a file is taken to list everybody every day, and not exceptions only. */
const LISTS_EVERYBODY = 0.5;

/**
 * Class-weeks of a daily file, by the same counting as the application's. `enrollments` from a roster, or `null`: then
 * the file itself must list everybody every day with a section, and a student belongs to a class from the first to the
 * last day on which it says so. An absence-only file without a roster is refused: nobody knows its student-days.
 */
export function dailySchools(
  file: string,
  daily: DailyFile,
  roster: readonly AttendanceEnrollment[] | null,
  series: SeriesColumn,
  note: (text: string) => void,
): SchoolWeeks[] {
  const enrollments = roster ?? enrollmentsOfFile(file, daily, note);
  const counts = withEnrolledStudents(dayCounts(daily, enrollments), enrollments);
  const schoolIds = [...new Set(enrollments.map(({ schoolId }) => schoolId))];
  const calendars = schoolCalendars(schoolIds, [], counts);
  for (const notice of new Set([...calendars.values()].flatMap(({ notices }) => notices)))
    note(notice);
  const weeks = classWeeks({
    calendars: calendars.values(),
    enrollments,
    absences: daily.records,
  });
  const arranged = arrangeBySchool(weekCounts(weeks, SERIES_OF_COLUMN[series]));
  if (!arranged.ok) throw new Error("class-weeks contradict each other");
  return arranged.schools;
}

function enrollmentsOfFile(
  file: string,
  { stays, rows, presentRows }: DailyFile,
  note: (text: string) => void,
): AttendanceEnrollment[] {
  const advice = "name the roster's enrollments.csv with --enrollments";
  if (stays.length === 0) refuseFile(file, `names no class (Section_id is empty): ${advice}`);
  if (presentRows < LISTS_EVERYBODY * rows)
    refuseFile(
      file,
      `lists absences and not who was there, so student-days are unknown: ${advice}`,
    );
  note(
    "No roster was given: a student is taken to be in a class from the first to the last day on which the file names both.",
  );
  return stays.map(({ personId, classId, schoolId, first, last }) => ({
    personId,
    classId,
    schoolId,
    grades: [],
    beginDate: first,
    endDate: isoDate(dayNumber(last) + 1),
  }));
}

function dayCounts(
  daily: DailyFile,
  enrollments: readonly AttendanceEnrollment[],
): SchoolDayCount[] {
  const schoolOf = new Map(enrollments.map(({ personId, schoolId }) => [personId, schoolId]));
  const only = new Set(schoolOf.values()).size === 1 ? [...schoolOf.values()][0] : undefined;
  const absent = new Map<string, Map<string, Set<string>>>();
  for (const { status, personId, date, schoolId } of daily.records) {
    if (status !== "absent") continue;
    const school = schoolId ?? schoolOf.get(personId) ?? "";
    const days = absent.get(school) ?? new Map<string, Set<string>>();
    absent.set(school, days);
    days.set(date, (days.get(date) ?? new Set()).add(personId));
  }
  return [...daily.rowsBySchoolDay].flatMap(([named, days]) => {
    const schoolId = named === "" && only !== undefined ? only : named;
    return [...days].map(([date, rows]) => ({
      schoolId,
      date,
      rows,
      absentStudents: absent.get(schoolId)?.get(date)?.size ?? 0,
      enrolledStudents: null,
    }));
  });
}
