import { enrolledRange } from "@/lib/attendance/enrollment-days";
import type { SchoolStudents } from "@/lib/attendance/school-students";

/** Days of one student at one school in the present school year, to date. */
export interface StudentDays {
  readonly schoolId: string;
  readonly personId: string;
  /** Days the student could have attended. */
  readonly enrolledDays: number;
  /** Days missed for any reason; never more than `enrolledDays`. */
  readonly absentDays: number;
}

/**
 * Counts each student's days at a school in the present school year, by student: chronic absence is a
 * share of one year's days. Students without a day that counts are left out.
 */
export function studentDays({ school, students, yearStart }: SchoolStudents): StudentDays[] {
  const { schoolId } = school;
  const [first] = enrolledRange(school, { beginDate: yearStart, endDate: null });
  const result: StudentDays[] = [];
  for (const { personId, enrolled, missed } of students) {
    let [enrolledDays, absentDays] = [0, 0];
    for (const [from, to] of enrolled) enrolledDays += Math.max(0, to - Math.max(from, first));
    for (const day of missed) if (day >= first) absentDays += 1;
    if (enrolledDays > 0) result.push({ schoolId, personId, enrolledDays, absentDays });
  }
  return result;
}
