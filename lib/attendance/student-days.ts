import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import {
  absencesBySchool,
  type AttendanceEnrollment,
  schoolDays,
} from "@/lib/attendance/enrollment-days";
import type { SchoolCalendar } from "@/lib/attendance/school-calendar";
import { schoolStudents } from "@/lib/attendance/school-students";

/** Days of one student at one school to date. */
export interface StudentDays {
  readonly schoolId: string;
  readonly personId: string;
  /** Days the student could have attended. */
  readonly enrolledDays: number;
  /** Days missed for any reason; never more than `enrolledDays`. */
  readonly absentDays: number;
}

/**
 * Counts each student's days at each school, by school then student, over the calendars given. What
 * a missed day is: `schoolStudents`. Students without a day that counts are left out.
 */
export function studentDays(input: {
  readonly calendars: Iterable<SchoolCalendar>;
  readonly enrollments: readonly AttendanceEnrollment[];
  readonly absences: Iterable<AttendanceRecord>;
}): StudentDays[] {
  const schools = [...input.calendars].map(schoolDays);
  const books = absencesBySchool(schools, input.enrollments, input.absences);
  const result: StudentDays[] = [];
  for (const school of schools.sort((a, b) => (a.schoolId < b.schoolId ? -1 : 1))) {
    const { schoolId } = school;
    const students = schoolStudents(school, input.enrollments, books.get(schoolId));
    for (const { personId, enrolled, missed } of students) {
      const enrolledDays = enrolled.reduce((sum, [from, to]) => sum + to - from, 0);
      if (enrolledDays === 0) continue;
      result.push({ schoolId, personId, enrolledDays, absentDays: missed.size });
    }
  }
  return result;
}
