import type { AttendanceEnrollment } from "@/lib/attendance/enrollment-days";
import type { SchoolDayCount } from "@/lib/attendance/school-calendar";

/**
 * Fills in how many students were enrolled at the school on each counted day: from a student's first
 * begin date there to the last end date. Open ends count as always.
 */
export function withEnrolledStudents(
  counts: readonly SchoolDayCount[],
  enrollments: readonly AttendanceEnrollment[],
): SchoolDayCount[] {
  const stays = new Map<string, Map<string, { begin: string; end: string }>>();
  for (const { schoolId, personId, beginDate, endDate } of enrollments) {
    const school = stays.get(schoolId) ?? new Map<string, { begin: string; end: string }>();
    stays.set(schoolId, school);
    const stay = { begin: beginDate ?? "", end: endDate ?? "9999-12-31" };
    const known = school.get(personId);
    school.set(personId, {
      begin: known !== undefined && known.begin < stay.begin ? known.begin : stay.begin,
      end: known !== undefined && known.end > stay.end ? known.end : stay.end,
    });
  }
  const sorted = new Map(
    [...stays].map(([schoolId, school]) => {
      const all = [...school.values()];
      return [
        schoolId,
        { begins: all.map((s) => s.begin).sort(), ends: all.map((s) => s.end).sort() },
      ] as const;
    }),
  );
  return counts.map((count) => {
    const school = sorted.get(count.schoolId);
    if (school === undefined) return count;
    const begun = countUpTo(school.begins, count.date);
    return { ...count, enrolledStudents: begun - countUpTo(school.ends, count.date) };
  });
}

/** How many of the ascending dates are on or before a date. */
function countUpTo(dates: readonly string[], date: string): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? "") <= date) low = middle + 1;
    else high = middle;
  }
  return low;
}
