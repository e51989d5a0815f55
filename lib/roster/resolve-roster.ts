import { clip } from "@/lib/roster/cell-reader";
import type { ParsedRoster } from "@/lib/roster/parsed";
import { completePeople } from "@/lib/roster/resolve-people";
import { lookUp, resolveKind } from "@/lib/roster/resolve-kind";
import type { Identified, ResolvedKind, Verdict } from "@/lib/roster/resolve-kind";
import { resolveParents } from "@/lib/roster/resolve-parents";
import { removePhantomClasses } from "@/lib/roster/remove-phantom-classes";
import { NoticeBook } from "@/lib/roster/report";
import type { RosterNotice, SkippedRow } from "@/lib/roster/report";
import type { RosterSnapshot } from "@/lib/roster/types";

export type ResolvedRoster = {
  [Kind in keyof RosterSnapshot]: ResolvedKind<RosterSnapshot[Kind][number]>;
} & { skipped: SkippedRow[]; notices: RosterNotice[] };

/**
 * What the roster would be after the import, every reference leading somewhere. Rows that name an
 * unknown class, person or school are skipped; those that name one that leaves, leave with it.
 */
export function resolveRoster(current: RosterSnapshot, roster: ParsedRoster): ResolvedRoster {
  const skipped = [...roster.skipped];
  const book = new NoticeBook();

  const orgs = resolveKind(current.orgs, roster.orgs, skipped, (org) => ({ keep: org }));
  resolveParents(roster.orgs.file, orgs, book);

  const academicSessions = resolveKind(
    current.academicSessions,
    roster.academicSessions,
    skipped,
    (session) => ({ keep: session }),
  );
  resolveParents(roster.academicSessions.file, academicSessions, book);

  const classes = resolveKind(current.classes, roster.classes, skipped, (record, line) => {
    const broken = followAll([["schoolSourcedId", "a school", "orgs.csv", orgs, record.schoolId]]);
    if (broken) return broken;
    const termIds = record.termIds.filter((id) => academicSessions.known.has(id));
    if (termIds.length === record.termIds.length) return { keep: record };
    if (line !== null) {
      book.note(
        "termUnknown",
        "classes.csv",
        line,
        "A termSourcedId names no session in academicSessions.csv; it was left out.",
      );
    }
    return { keep: { ...record, termIds } };
  });

  const wholePeople = completePeople(current.people, roster, skipped);
  const people = resolveKind(current.people, wholePeople, skipped, (record, line) => {
    const orgIds = record.orgIds.filter((id) => orgs.known.has(id));
    if (orgIds.length === record.orgIds.length) return { keep: record };
    if (line !== null) {
      book.note(
        "orgUnknown",
        "users.csv",
        line,
        "A person belongs to a school that is not in orgs.csv; the person was kept without it.",
      );
    }
    return { keep: { ...record, orgIds } };
  });

  const enrollments = resolveKind(current.enrollments, roster.enrollments, skipped, (record) => {
    const broken = followAll([
      ["classSourcedId", "a class", "classes.csv", classes, record.classId],
      ["userSourcedId", "a person", "users.csv", people, record.personId],
      ["schoolSourcedId", "a school", "orgs.csv", orgs, record.schoolId],
    ]);
    return broken ?? { keep: record };
  });
  removePhantomClasses(classes, enrollments, skipped);

  const notices = [...roster.notices, ...book.list(), ...unidentifiedNotices(roster)];
  return { orgs, academicSessions, classes, people, enrollments, skipped, notices };
}

type Reference = [
  column: string,
  what: string,
  file: string,
  kind: ResolvedKind<Identified>,
  id: string,
];

function followAll(
  references: readonly Reference[],
): Exclude<Verdict<never>, { keep: never }> | null {
  for (const [column, what, file, kind, id] of references) {
    if (lookUp(kind, id) === "unknown") {
      const reason = `The ${column} “${clip(id)}” names ${what} that is not in ${file} (or whose row was skipped).`;
      return { skip: { column, code: "unknownReference", reason } };
    }
  }
  const leaves = references.some(([, , , kind, id]) => lookUp(kind, id) === "gone");
  return leaves ? { leaves: "dependsOnLeaving" } : null;
}

function unidentifiedNotices(roster: ParsedRoster): RosterNotice[] {
  const { orgs, academicSessions, classes, people, enrollments } = roster;
  return [orgs, academicSessions, classes, people, enrollments]
    .filter((file) => file.mode === "bulk" && file.unidentified > 0)
    .map(({ file, unidentified }) => ({
      code: "nothingLeavesUnidentified",
      file,
      line: null,
      count: unidentified,
      message: `${file} has skipped rows whose sourcedId could not be read. To be safe, nothing leaves just because it is missing from ${file}. Correct the rows and import again.`,
    }));
}
