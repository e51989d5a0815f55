import type { AbsenceSignalRow } from "@/lib/data/absence-signals";
import { listLatestSignals } from "@/lib/data/absence-signals";
import { type AbsenceTotals, listAbsenceTotals } from "@/lib/data/class-weeks";
import { type ClassRow, listClasses } from "@/lib/data/classes";
import { compareGrades } from "@/lib/attendance/student-grade";
import type { FlagTier } from "@/lib/flags/evidence";
import type { ServiceContext } from "../context";
import { listSeenFlags } from "../flags/seen-flags";
import { latestClassCells, type LatestCells } from "./latest-class-cells";

/** A class of a school with what the pages about many classes show of it. */
export interface SchoolClass {
  readonly row: ClassRow;
  /** Its newest release; undefined before its first. */
  readonly latest: LatestCells | undefined;
  /** Tier of the open flag that the reader may see by now. */
  readonly tier: FlagTier | null;
  readonly totals: AbsenceTotals | undefined;
  /** The latest look at its absence. */
  readonly signal: AbsenceSignalRow | undefined;
}

/** The active classes of one school by grade and name; an order by result would be a league table. */
export async function loadSchoolClasses(
  context: ServiceContext,
  schoolId: string,
): Promise<SchoolClass[]> {
  const scope = { schoolIds: [schoolId] };
  const [rows, flags, totals, signals] = await Promise.all([
    listClasses(scope),
    listSeenFlags(context, scope),
    listAbsenceTotals(scope),
    listLatestSignals(scope),
  ]);
  const { byClass } = await latestClassCells(
    rows.map(({ id }) => id),
    scope,
  );
  const tiers = new Map(flags.map((flag) => [flag.classId, flag.tier]));
  const totalsOf = new Map(totals.map((each) => [each.classId, each]));
  const signalOf = new Map(signals.map((each) => [each.classId, each]));
  return rows.toSorted(byGrade).map((row) => ({
    row,
    latest: byClass.get(row.id),
    tier: tiers.get(row.id) ?? null,
    totals: totalsOf.get(row.id),
    signal: signalOf.get(row.id),
  }));
}

/** Stable: classes of a grade stay in the order of their titles. */
function byGrade(a: ClassRow, b: ClassRow): number {
  return compareGrades(a.grades[0] ?? "", b.grades[0] ?? "");
}
