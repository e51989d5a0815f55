import type { AbsenceSeries } from "@/lib/attendance/rising-looks";
import type { SchoolWeeks } from "@/lib/attendance/school-weeks";
import type { SchoolTerm } from "@/lib/simulation/school-term";

type Rows = Pick<SchoolWeeks, "studentDays" | "counts" | "contributors">;

function rowsOf(term: SchoolTerm, series: AbsenceSeries): Rows {
  const { studentDays } = term;
  return series === "new-absences"
    ? { studentDays, counts: term.newAbsences, contributors: term.newContributors }
    : { studentDays, counts: term.absentDays, contributors: term.absentContributors };
}

/** A school's classes as the rule takes them. */
export function classesOf(term: SchoolTerm, series: AbsenceSeries): SchoolWeeks {
  return { ...named(term.gradeOf.length, term.weeks), ...rowsOf(term, series) };
}

/** A school's grades in the place of its classes: each the sum of its classes. */
export function gradesOf(term: SchoolTerm, series: AbsenceSeries): SchoolWeeks {
  const grades = Math.max(...term.gradeOf) + 1;
  const into = empty(grades, term.weeks);
  addRows(into, rowsOf(term, series), term.weeks, (classAt) => term.gradeOf[classAt] ?? 0);
  return into;
}

/** A district's schools in the place of the classes. */
export function schoolsOf(terms: readonly SchoolTerm[], series: AbsenceSeries): SchoolWeeks {
  const weeks = terms[0]?.weeks ?? 0;
  const into = empty(terms.length, weeks);
  for (const [at, term] of terms.entries()) addRows(into, rowsOf(term, series), weeks, () => at);
  return into;
}

function named(groups: number, weeks: number) {
  return {
    schoolId: "simulated",
    classIds: Array.from({ length: groups }, (_, at) => String(at)),
    weekStarts: Array.from({ length: weeks }, (_, at) => String(at)),
  };
}

function empty(groups: number, weeks: number): SchoolWeeks {
  const zeros = () => new Float64Array(groups * weeks);
  return {
    ...named(groups, weeks),
    studentDays: zeros(),
    counts: zeros(),
    contributors: zeros(),
  };
}

/** Students belong to one class here, so contributors of a group are those of its classes. */
function addRows(
  into: SchoolWeeks,
  from: Rows,
  weeks: number,
  groupOf: (classAt: number) => number,
): void {
  for (let at = 0; at < from.counts.length; at++) {
    const to = groupOf(Math.floor(at / weeks)) * weeks + (at % weeks);
    into.studentDays[to] = (into.studentDays[to] ?? 0) + (from.studentDays[at] ?? 0);
    into.counts[to] = (into.counts[to] ?? 0) + (from.counts[at] ?? 0);
    into.contributors[to] = (into.contributors[to] ?? 0) + (from.contributors[at] ?? 0);
  }
}
