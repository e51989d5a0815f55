import { hasAttendance } from "@/lib/data/attendance";
import { inTransaction, type Tx } from "@/lib/data/client";
import { forgetLeavers } from "@/lib/data/demographics";
import { lockImports } from "@/lib/data/imports";
import { readRosterSnapshot, writeRosterChanges } from "@/lib/data/rosters";
import { isEmptyDiff, type RosterChanges } from "@/lib/roster/diff-roster";
import type { RosterProblem } from "@/lib/roster/report";
import type { EntityKind } from "@/lib/roster/types";
import { recomputeAttendance } from "../attendance/recompute-attendance";
import type { ServiceContext } from "../context";
import { districtDay } from "../imports/district-day";
import { finishImport } from "../imports/finish-import";
import type { ImportSource } from "../imports/import-source";
import { compareRoster, type NamedFile } from "./compare-roster";

export type KindCounts = Readonly<
  Record<EntityKind, { added: number; changed: number; leaving: number }>
>;

/** What an applied import did; kept with the run. */
export interface RosterSummary {
  readonly counts: KindCounts;
  readonly skipped: number;
  readonly unchanged: boolean;
}

export type WriteOutcome =
  | { readonly ok: true; readonly summary: RosterSummary }
  | { readonly ok: false; readonly code: "problems"; readonly problems: readonly RosterProblem[] }
  | { readonly ok: false; readonly code: "confirm-leaving" };

/** A large district's attendance takes a while to recompute. */
const TIMEOUT_MS = 10 * 60_000;

/** Rolls back with what the caller is to be told. */
class Refused extends Error {
  constructor(readonly outcome: WriteOutcome) {
    super("roster refused");
  }
}

/**
 * Compares once more under the import lock and writes the difference, the audit event and what
 * attendance then says, in one transaction; demographics of students who leave are deleted. The caller
 * has authorised.
 */
export async function writeRoster(
  context: ServiceContext,
  source: ImportSource,
  files: readonly NamedFile[],
  confirmed: boolean,
): Promise<WriteOutcome> {
  try {
    return await inTransaction((tx) => write(tx, context, source, files, confirmed), {
      timeoutMs: TIMEOUT_MS,
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

async function write(
  tx: Tx,
  context: ServiceContext,
  source: ImportSource,
  files: readonly NamedFile[],
  confirmed: boolean,
): Promise<WriteOutcome> {
  await lockImports(tx);
  const today = await districtDay(context, tx);
  const compared = compareRoster(files, await readRosterSnapshot(tx), today);
  if (!compared.ok) {
    throw new Refused({ ok: false, code: "problems", problems: compared.problems });
  }
  const { diff } = compared;
  if (diff.needsConfirmation !== null && !confirmed) {
    throw new Refused({ ok: false, code: "confirm-leaving" });
  }
  const unchanged = isEmptyDiff(diff);
  if (!unchanged) {
    await writeRosterChanges(tx, diff.changes, today);
    await forgetLeavers(tx);
    if (await hasAttendance(tx)) await recomputeAttendance(tx);
  }
  const summary = { counts: countChanges(diff.changes), skipped: diff.skipped.length, unchanged };
  await finishImport(tx, context, {
    kind: "roster",
    source,
    summary: { ...summary },
    detail: {
      studentsAndStaffAdded: summary.counts.people.added,
      studentsAndStaffLeaving: summary.counts.people.leaving,
      classesAdded: summary.counts.classes.added,
      classesLeaving: summary.counts.classes.leaving,
      rowsSkipped: summary.skipped,
    },
  });
  return { ok: true, summary };
}

/** Added, changed and leaving records by kind. */
export function countChanges(changes: RosterChanges): KindCounts {
  const count = (kind: EntityKind) => ({
    added: changes[kind].added.length,
    changed: changes[kind].changed.length,
    leaving: changes[kind].leaving.length,
  });
  return {
    orgs: count("orgs"),
    academicSessions: count("academicSessions"),
    classes: count("classes"),
    people: count("people"),
    enrollments: count("enrollments"),
  };
}
