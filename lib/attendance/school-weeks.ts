/** One class and week of one count, new absences or absent days. */
export interface WeekCount {
  readonly schoolId: string;
  readonly classId: string;
  /** Monday, ISO date; any sortable label will do. */
  readonly weekStart: string;
  readonly studentDays: number;
  readonly count: number;
  /** Distinct students behind the counts of the 4 weeks ending here; `null` when unknown. */
  readonly contributors: number | null;
}

export interface InvalidWeek {
  readonly schoolId: string;
  readonly classId: string;
  readonly weekStart: string;
  readonly reason: "duplicate" | "not-a-count" | "more-than-student-days";
}

/** The weeks of one school as dense rows; a class-week without data has 0 student-days. */
export interface SchoolWeeks {
  readonly schoolId: string;
  readonly classIds: readonly string[];
  /** Weeks in which any class has student-days, ascending: holidays are no weeks. */
  readonly weekStarts: readonly string[];
  /** Row-major, class × week. */
  readonly studentDays: Float64Array;
  readonly counts: Float64Array;
  /** −1: unknown. */
  readonly contributors: Float64Array;
}

/**
 * Arranges class-weeks by school. Refuses duplicates and impossible counts as a list, since a
 * doubled or wrong week of one class shifts the comparison of every other class in its school.
 */
export function arrangeBySchool(
  weeks: readonly WeekCount[],
): { ok: true; schools: SchoolWeeks[] } | { ok: false; invalid: InvalidWeek[] } {
  const invalid: InvalidWeek[] = [];
  const refuse = (week: WeekCount, reason: InvalidWeek["reason"]) => {
    const { schoolId, classId, weekStart } = week;
    invalid.push({ schoolId, classId, weekStart, reason });
  };
  const bySchool = new Map<string, WeekCount[]>();
  for (const week of weeks) {
    if (!isCount(week.studentDays) || !isCount(week.count) || !isCount(week.contributors ?? 0))
      refuse(week, "not-a-count");
    else if (week.count > week.studentDays) refuse(week, "more-than-student-days");
    const list = bySchool.get(week.schoolId);
    if (list) list.push(week);
    else bySchool.set(week.schoolId, [week]);
  }
  const schools: SchoolWeeks[] = [];
  for (const schoolId of [...bySchool.keys()].sort()) {
    const rows = bySchool.get(schoolId) ?? [];
    const classIds = [...new Set(rows.map((row) => row.classId))].sort();
    const withDays = rows.filter((row) => row.studentDays > 0);
    const weekStarts = [...new Set(withDays.map((row) => row.weekStart))].sort();
    const classAt = new Map(classIds.map((id, at) => [id, at]));
    const weekAt = new Map(weekStarts.map((week, at) => [week, at]));
    const size = classIds.length * weekStarts.length;
    const school = {
      schoolId,
      classIds,
      weekStarts,
      studentDays: new Float64Array(size),
      counts: new Float64Array(size),
      contributors: new Float64Array(size).fill(-1),
    };
    for (const row of withDays) {
      const at =
        (classAt.get(row.classId) ?? 0) * weekStarts.length + (weekAt.get(row.weekStart) ?? 0);
      if ((school.studentDays[at] ?? 0) > 0) refuse(row, "duplicate");
      school.studentDays[at] = row.studentDays;
      school.counts[at] = row.count;
      school.contributors[at] = row.contributors ?? -1;
    }
    schools.push(school);
  }
  return invalid.length > 0 ? { ok: false, invalid } : { ok: true, schools };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/**
 * What each class-week would hold if the class were like the rest of its school in that week:
 * E = N·(Y_rest + ½)/(N_rest + 1) (statistics.md, rising absence, step 1). 0 where there is no
 * comparison: the class or the rest of the school has no student-days.
 */
export function expectedCounts(school: SchoolWeeks): Float64Array {
  const { classIds, weekStarts, studentDays, counts } = school;
  const weekCount = weekStarts.length;
  const totalDays = new Float64Array(weekCount);
  const totalCounts = new Float64Array(weekCount);
  for (let at = 0; at < studentDays.length; at++) {
    const week = at % weekCount;
    totalDays[week] = (totalDays[week] ?? 0) + (studentDays[at] ?? 0);
    totalCounts[week] = (totalCounts[week] ?? 0) + (counts[at] ?? 0);
  }
  const expected = new Float64Array(classIds.length * weekCount);
  for (let at = 0; at < expected.length; at++) {
    const week = at % weekCount;
    const days = studentDays[at] ?? 0;
    const restDays = (totalDays[week] ?? 0) - days;
    const restCounts = (totalCounts[week] ?? 0) - (counts[at] ?? 0);
    if (days > 0 && restDays > 0) expected[at] = (days * (restCounts + 0.5)) / (restDays + 1);
  }
  return expected;
}
