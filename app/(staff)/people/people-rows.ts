import type { DataColumn, DataRow } from "@/components/tables/table-data";
import { ROLE_WORDS } from "@/lib/access/role-words";
import type { PeopleView } from "@/lib/services/people/list-people";

const ROLE: DataColumn = { id: "role", header: "Role", kind: "text", filter: true };
const SCHOOLS: DataColumn = { id: "schools", header: "Schools", kind: "text" };

export const ACCOUNT_COLUMNS: readonly DataColumn[] = [
  { id: "name", header: "Name", kind: "link" },
  ROLE,
  SCHOOLS,
  { id: "state", header: "State", kind: "text", filter: true },
];

export const INVITATION_COLUMNS: readonly DataColumn[] = [
  { id: "name", header: "Name", kind: "text" },
  { id: "email", header: "E-mail address", kind: "text" },
  ROLE,
  SCHOOLS,
  { id: "expires", header: "Works until", kind: "date" },
];

export const TEACHER_COLUMNS: readonly DataColumn[] = [
  { id: "name", header: "Name", kind: "text" },
  SCHOOLS,
  { id: "invite", header: "Invitation", kind: "link", sortable: false, searchable: false },
];

export function accountRows(accounts: PeopleView["accounts"]): DataRow[] {
  return accounts.map((row) => ({
    id: row.id,
    cells: {
      name: { text: row.name, href: `/people/${row.id}`, detail: row.email },
      role: ROLE_WORDS[row.role],
      schools: schoolWords(row),
      state: row.disabled ? "Disabled" : "Active",
    },
  }));
}

/** `timeZone`: the district's. */
export function invitationRows(
  invitations: PeopleView["invitations"],
  timeZone: string,
): DataRow[] {
  const date = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone });
  return invitations.map((row) => ({
    id: row.id,
    cells: {
      name: row.name,
      email: row.email,
      role: ROLE_WORDS[row.role],
      schools: schoolWords(row),
      expires: { iso: row.expiresAt.toISOString(), text: date.format(row.expiresAt) },
    },
  }));
}

export function teacherRows(teachers: PeopleView["teachersToInvite"]): DataRow[] {
  return teachers.map((row) => ({
    id: row.id,
    cells: {
      name: `${row.familyName}, ${row.givenName}`,
      schools: row.schoolNames.join(", "),
      invite: {
        text: `Invite ${row.givenName} ${row.familyName}`,
        href: `/people?teacher=${encodeURIComponent(row.id)}`,
      },
    },
  }));
}

function schoolWords(row: { role: string; schoolNames: readonly string[] }): string {
  return row.role === "district-administrator" ? "All schools" : row.schoolNames.join(", ");
}
