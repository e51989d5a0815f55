import { clip } from "@/lib/roster/cell-reader";
import type {
  Incoming,
  IncomingPerson,
  ParsedFile,
  ParsedRoster,
  RoleFacts,
} from "@/lib/roster/parsed";
import { mayKeepEmail } from "@/lib/roster/person-roles";
import type { SkippedRow } from "@/lib/roster/report";
import type { Person } from "@/lib/roster/types";

/**
 * Makes whole people of users.csv and roles.csv. Where the files carry changes only, what they
 * leave out comes from the person as known before.
 */
export function completePeople(
  current: readonly Person[],
  roster: ParsedRoster,
  skipped: SkippedRow[],
): ParsedFile<Person> {
  const before = new Map(current.map((person) => [person.id, person]));
  const parsed = roster.people;
  const rows: Incoming<Person>[] = [];
  const heldIds = new Set(parsed.heldIds);
  for (const { line, record } of parsed.rows) {
    const person = completePerson(record, before.get(record.id));
    if (person) {
      rows.push({ line, record: person });
    } else {
      heldIds.add(record.id);
      skipped.push({
        file: parsed.file,
        line,
        column: null,
        code: "noRole",
        reason: "No role is known for this person: there is no usable row in roles.csv.",
      });
    }
  }
  for (const { line, record } of roster.roleOnly) {
    const known = parsed.mode === "bulk" ? undefined : before.get(record.personId);
    if (known) {
      rows.push({ line, record: withRoles(known, known.email, record.roles) });
    } else if (!parsed.heldIds.has(record.personId) && parsed.unidentified === 0) {
      skipped.push({
        file: "roles.csv",
        line,
        column: "userSourcedId",
        code: "unknownReference",
        reason: `The userSourcedId “${clip(record.personId)}” names nobody in users.csv or in the roster.`,
      });
    }
  }
  return { ...parsed, rows, heldIds };
}

function completePerson(row: IncomingPerson, known: Person | undefined): Person | null {
  const role = row.roles?.role ?? known?.role;
  if (role === undefined) return null;
  const { id, givenName, familyName, grades } = row;
  const base: Person = { id, givenName, familyName, grades, role, email: null, orgIds: [] };
  const withKnown = known ? { ...base, role: known.role, orgIds: known.orgIds } : base;
  if (row.roles) return withRoles(withKnown, row.email, row.roles, known === undefined);
  return { ...withKnown, email: mayKeepEmail(withKnown.role) ? row.email : null };
}

function withRoles(person: Person, email: string | null, roles: RoleFacts, isNew = false): Person {
  const counts = roles.role !== null && (isNew || !roles.fallback);
  const role = counts && roles.role !== null ? roles.role : person.role;
  const orgIds = roles.complete
    ? roles.orgIds
    : [...person.orgIds.filter((id) => !roles.removedOrgIds.includes(id)), ...roles.orgIds];
  return {
    ...person,
    role,
    email: mayKeepEmail(role) ? email : null,
    orgIds: [...new Set(orgIds)].sort(),
  };
}
