import type { SchoolWeek } from "@/lib/data/class-weeks";
import type { FlagRow } from "@/lib/data/flags";
import type { RunningWaveRow } from "@/lib/data/running-waves";
import { isSnoozed } from "@/lib/flags/work";

const DAY_MS = 24 * 3600_000;
/** A flag that nobody has for so long is named: the first days are the teacher's. */
const UNTAKEN_DAYS = 7;
/** A pulse that closes within so many days. */
const CLOSING_DAYS = 2;
/** Attendance that ends so many days ago is named; a week of holidays between is no reason. */
const OLD_ATTENDANCE_DAYS = 14;

/** What an administrator is asked to look at today. Counts only: which class it is stands behind the link. */
export type AttentionItem =
  | { readonly kind: "new-flags"; readonly count: number }
  | { readonly kind: "untaken-flags"; readonly count: number; readonly days: number }
  | { readonly kind: "plans-to-look-at"; readonly count: number }
  | { readonly kind: "closing"; readonly wave: RunningWaveRow }
  | {
      readonly kind: "old-attendance";
      readonly schools: number;
      readonly of: number;
      /** Monday of the newest week that the oldest of them has, YYYY-MM-DD; null: none at all. */
      readonly since: string | null;
    }
  | { readonly kind: "staged-imports"; readonly count: number };

/** What is found to need attention, most pressing first. `flags` are those that the reader may see by now. */
export function attentionItems(
  found: {
    readonly flags: readonly Pick<FlagRow, "state" | "raisedAt" | "snooze" | "holderId">[];
    readonly running: readonly RunningWaveRow[];
    readonly weeks: readonly SchoolWeek[];
    readonly schoolIds: readonly string[];
    readonly stagedImports: number;
    /** Running plans whose day to be looked at again has come. */
    readonly plansToLookAt: number;
  },
  now: Date,
): AttentionItem[] {
  const { running, stagedImports, plansToLookAt } = found;
  // What rests comes back by itself.
  const flags = found.flags.filter((flag) => !isSnoozed(flag, now));
  const fresh = flags.filter(({ state }) => state === "new").length;
  const untaken = flags.filter(
    ({ state, holderId, raisedAt }) =>
      (state === "new" || state === "seen") &&
      holderId === null &&
      now.getTime() - raisedAt.getTime() >= UNTAKEN_DAYS * DAY_MS,
  ).length;
  const closing = running.filter(
    ({ state, closesAt }) =>
      state === "open" && closesAt.getTime() - now.getTime() <= CLOSING_DAYS * DAY_MS,
  );
  return [
    ...(fresh > 0 ? [{ kind: "new-flags", count: fresh } as const] : []),
    ...(untaken > 0
      ? [{ kind: "untaken-flags", count: untaken, days: UNTAKEN_DAYS } as const]
      : []),
    ...(plansToLookAt > 0 ? [{ kind: "plans-to-look-at", count: plansToLookAt } as const] : []),
    ...closing.map((wave) => ({ kind: "closing", wave }) as const),
    ...oldAttendance(found, now),
    ...(stagedImports > 0 ? [{ kind: "staged-imports", count: stagedImports } as const] : []),
  ];
}

function oldAttendance(
  { weeks, schoolIds }: { weeks: readonly SchoolWeek[]; schoolIds: readonly string[] },
  now: Date,
): AttentionItem[] {
  const last = new Map<string, string>();
  for (const { schoolId, weekStart } of weeks) {
    if (weekStart > (last.get(schoolId) ?? "")) last.set(schoolId, weekStart);
  }
  const old = schoolIds.filter((id) => {
    const week = last.get(id);
    if (week === undefined) return true;
    const friday = Date.parse(`${week}T00:00:00Z`) + 4 * DAY_MS;
    return now.getTime() - friday >= OLD_ATTENDANCE_DAYS * DAY_MS;
  });
  if (old.length === 0) return [];
  const since = old
    .map((id) => last.get(id) ?? null)
    .toSorted((a, b) => (a ?? "").localeCompare(b ?? ""));
  return [
    { kind: "old-attendance", schools: old.length, of: schoolIds.length, since: since[0] ?? null },
  ];
}
