/** Student-days of one week, and how many of them were missed; of a group and of those it is beside. */
export interface AbsenceWeek {
  readonly days: number;
  readonly absent: number;
  readonly restDays: number;
  readonly restAbsent: number;
}

/** So many weeks with attendance are taken together. */
const WEEKS = 4;

/** What a report says of absence: the last four weeks with attendance, beside the rest in the same weeks. */
export function absenceSentences(
  weeks: readonly AbsenceWeek[],
  group: string,
  rest: string,
): string[] {
  const last = weeks.filter(({ days }) => days > 0).slice(-WEEKS);
  if (last.length === 0) return [];
  const sum = (read: (week: AbsenceWeek) => number) =>
    last.reduce((total, week) => total + read(week), 0);
  const own = share(
    sum(({ absent }) => absent),
    sum(({ days }) => days),
  );
  const beside = share(
    sum(({ restAbsent }) => restAbsent),
    sum(({ restDays }) => restDays),
  );
  const when = last.length === 1 ? "In the last week" : `In the last ${String(last.length)} weeks`;
  const missed = `${when} with attendance, students of ${group} missed ${own ?? ""} of their days`;
  return [beside === null ? `${missed}.` : `${missed}; in ${rest} it was ${beside}.`];
}

function share(absent: number, days: number): string | null {
  return days === 0 ? null : `${((100 * absent) / days).toFixed(1)}%`;
}
