import { countStudentsLeaving } from "@/lib/roster/students-leaving";
import type { Confirmation } from "@/lib/roster/students-leaving";
import type { LeavingReason, ParsedRoster } from "@/lib/roster/parsed";
import type { Identified, ResolvedKind } from "@/lib/roster/resolve-kind";
import { resolveRoster } from "@/lib/roster/resolve-roster";
import type { RosterNotice, SkippedRow } from "@/lib/roster/report";
import type { RosterSnapshot } from "@/lib/roster/types";

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

export interface Change<T> {
  id: string;
  after: T;
  fields: FieldChange[];
}

export interface Leaving<T> {
  record: T;
  reason: LeavingReason;
}

export interface KindDiff<T> {
  added: T[];
  changed: Change<T>[];
  leaving: Leaving<T>[];
  unchanged: number;
}

export type RosterChanges = {
  [Kind in keyof RosterSnapshot]: KindDiff<RosterSnapshot[Kind][number]>;
};

export interface RosterDiff {
  changes: RosterChanges;
  /** In the order of files and lines. */
  skipped: SkippedRow[];
  notices: RosterNotice[];
  /** Not null when so many students would leave that a person should look first. */
  needsConfirmation: Confirmation | null;
}

/**
 * Compares the roster as it is with what it would be after the import. Empty for a file that was
 * applied already. Skipped rows include those that refer to nothing and phantom classes.
 */
export function diffRoster(current: RosterSnapshot, incoming: ParsedRoster): RosterDiff {
  const next = resolveRoster(current, incoming);
  const changes: RosterChanges = {
    orgs: diffKind(current.orgs, next.orgs),
    academicSessions: diffKind(current.academicSessions, next.academicSessions),
    classes: diffKind(current.classes, next.classes),
    people: diffKind(current.people, next.people),
    enrollments: diffKind(current.enrollments, next.enrollments),
  };
  return {
    changes,
    skipped: [...next.skipped].sort(
      (a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line,
    ),
    notices: next.notices,
    needsConfirmation: countStudentsLeaving(current, next),
  };
}

/** True when applying the difference would change nothing. */
export function isEmptyDiff(diff: RosterDiff): boolean {
  return Object.values(diff.changes).every(
    ({ added, changed, leaving }) => added.length + changed.length + leaving.length === 0,
  );
}

function diffKind<T extends Identified>(current: readonly T[], next: ResolvedKind<T>): KindDiff<T> {
  const diff: KindDiff<T> = { added: [], changed: [], leaving: [], unchanged: 0 };
  const before = new Set<string>();
  for (const record of current) {
    before.add(record.id);
    const after = next.known.get(record.id);
    if (after === undefined) {
      diff.leaving.push({ record, reason: next.gone.get(record.id) ?? "missingFromFile" });
      continue;
    }
    const fields = changedFields(record, after);
    if (fields.length === 0) diff.unchanged += 1;
    else diff.changed.push({ id: record.id, after, fields });
  }
  for (const [id, record] of next.known) if (!before.has(id)) diff.added.push(record);
  return diff;
}

function changedFields<T extends Identified>(before: T, after: T): FieldChange[] {
  if (before === after) return [];
  return (Object.keys(after) as (keyof T & string)[])
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** Fields are strings, booleans, null, or sorted lists of strings. */
function isSame(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return before === after;
  return before.length === after.length && before.every((value, index) => value === after[index]);
}
