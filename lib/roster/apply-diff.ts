import type { KindDiff, RosterDiff } from "@/lib/roster/diff-roster";
import type { Identified } from "@/lib/roster/resolve-kind";
import type { RosterSnapshot } from "@/lib/roster/types";

/**
 * The roster after a difference. Throws when the difference was made against another roster: it
 * would add what is there, or change or remove what is not.
 */
export function applyDiff(snapshot: RosterSnapshot, diff: RosterDiff): RosterSnapshot {
  const { changes } = diff;
  return {
    orgs: applyKind(snapshot.orgs, changes.orgs),
    academicSessions: applyKind(snapshot.academicSessions, changes.academicSessions),
    classes: applyKind(snapshot.classes, changes.classes),
    people: applyKind(snapshot.people, changes.people),
    enrollments: applyKind(snapshot.enrollments, changes.enrollments),
  };
}

function applyKind<T extends Identified>(records: readonly T[], diff: KindDiff<T>): T[] {
  const after = new Map(records.map((record) => [record.id, record]));
  const expect = (id: string, present: boolean): void => {
    if (after.has(id) !== present) throw new Error(`Roster difference does not fit: ${id}`);
  };
  for (const { record } of diff.leaving) {
    expect(record.id, true);
    after.delete(record.id);
  }
  for (const change of diff.changed) {
    expect(change.id, true);
    after.set(change.id, change.after);
  }
  for (const record of diff.added) {
    expect(record.id, false);
    after.set(record.id, record);
  }
  return [...after.values()];
}
