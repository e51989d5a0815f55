import type { RecentAbsence } from "@/lib/attendance/recent-absence";

import { percent } from "./group-absence-words";

/** One sentence: absence of a class in the last four school weeks beside the rest of its school. */
export function besideSchoolWords({ own, rest }: RecentAbsence, name: string): string {
  const start = `In the last four school weeks students of ${name} missed ${percent(own)} of their days`;
  return rest === null
    ? `${start}.`
    : `${start}; in the rest of the school it was ${percent(rest)}.`;
}

/** The same beside the four weeks before; null where there are none. */
export function absenceChangeWords({ own, rest, before }: RecentAbsence): string | null {
  if (before === null) return null;
  const own4 = `Absence: ${percent(own)} of days in the last four school weeks, ${percent(before.own)} in the four before.`;
  if (rest === null || before.rest === null) return own4;
  return `${own4} In the rest of the school: ${percent(rest)} and ${percent(before.rest)}.`;
}
