import { schoolCalendars } from "@/lib/attendance/calendar-file";
import { classWeeks } from "@/lib/attendance/class-weeks";
import type { AttendanceEnrollment } from "@/lib/attendance/enrollment-days";
import { type RisingResult, risingAbsence, weekCounts } from "@/lib/attendance/rising-absence";
import { instructionalDates } from "@/lib/attendance/school-calendar";
import { studentDays } from "@/lib/attendance/student-days";
import {
  clearAbsenceFigures,
  insertAbsenceSignals,
  insertClassWeeks,
  insertStudentAbsences,
} from "@/lib/data/absence-figures";
import {
  countSchoolDays,
  listAttendanceEnrollments,
  readAbsences,
} from "@/lib/data/attendance-facts";
import { listFileDays, replaceDerivedDays } from "@/lib/data/calendar";
import type { Tx } from "@/lib/data/client";
import { withEnrolledStudents } from "./enrolled-by-day";

/** The rising-absence rule runs on new absences: one long illness is one event, not ten. */
const SERIES = "new-absences";

/**
 * Derives calendars, class-weeks, students' days and rising-absence looks anew from roster, attendance
 * and calendar files. In the transaction of the import that made it necessary, under its lock: pages
 * see the records and the figures of one moment. School by school, so that memory holds one of them.
 */
export async function recomputeAttendance(tx: Tx): Promise<void> {
  const enrollments = await listAttendanceEnrollments(tx);
  const counts = withEnrolledStudents(await countSchoolDays(tx), enrollments);
  const listed = await listFileDays(tx);
  const schoolIds = [...new Set(enrollments.map((enrollment) => enrollment.schoolId))].sort();
  const calendars = schoolCalendars(schoolIds, listed, counts);
  await replaceDerivedDays(tx, calendars.values(), listed);
  await clearAbsenceFigures(tx);
  const here = new Set(enrollments.filter((e) => e.personActive).map((e) => e.personId));
  const bySchool = groupBySchool(enrollments);
  for (const schoolId of schoolIds) {
    const calendar = calendars.get(schoolId);
    if (calendar === undefined) continue;
    const dates = instructionalDates(calendar);
    if (dates.length === 0) continue;
    const input = {
      calendars: [calendar],
      enrollments: bySchool.get(schoolId) ?? [],
      absences: await readAbsences(tx, schoolId, dates),
    };
    const weeks = classWeeks(input);
    await insertClassWeeks(tx, weeks);
    const days = studentDays(input).filter(({ personId }) => here.has(personId));
    await insertStudentAbsences(tx, days);
    const rising = risingAbsence(weekCounts(weeks, SERIES), SERIES, "all");
    if (!rising.ok) throw new Error(`class-weeks contradict each other in ${schoolId}`);
    const looks = rising.looks.filter((look): look is RisingResult => look.ok);
    await insertAbsenceSignals(tx, SERIES, looks);
  }
}

function groupBySchool<T extends AttendanceEnrollment>(
  enrollments: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const enrollment of enrollments) {
    const group = groups.get(enrollment.schoolId);
    if (group === undefined) groups.set(enrollment.schoolId, [enrollment]);
    else group.push(enrollment);
  }
  return groups;
}
