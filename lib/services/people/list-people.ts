import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { type AccountRow, listAccounts } from "@/lib/data/accounts";
import { listSchools, type SchoolRow } from "@/lib/data/classes";
import { type InvitationRow, listOpenInvitations } from "@/lib/data/invitations";
import { listPeopleWithRole, type PersonRow, schoolsOfPeople } from "@/lib/data/people";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

/** With the names of the schools somebody belongs to: given to them, or from the classes they teach. */
export type WithSchools<T> = T & { readonly schoolNames: readonly string[] };

export interface PeopleView {
  readonly accounts: readonly WithSchools<AccountRow>[];
  readonly invitations: readonly WithSchools<InvitationRow>[];
  /** Teachers on the roster who have neither an account nor an open invitation. */
  readonly teachersToInvite: readonly WithSchools<PersonRow>[];
  /** The schools whose administrators the actor may invite. */
  readonly schools: readonly SchoolRow[];
}

/** Accounts, invitations and teachers without either, cut to the actor's schools. */
export async function listPeople(
  context: ServiceContext,
): Promise<Result<PeopleView, "forbidden">> {
  const { actor } = context;
  if (!can(actor, "people.list", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const [accounts, invitations, teachers, schools] = await Promise.all([
    listAccounts(),
    listOpenInvitations(context.now),
    listPeopleWithRole("teacher"),
    listSchools(),
  ]);
  const taught = await schoolsOfPeople([
    ...new Set([...accounts, ...invitations].flatMap((row) => row.personId ?? [])),
    ...teachers.map((person) => person.id),
  ]);
  const names = new Map(schools.map((school) => [school.id, school.name]));
  const schoolIdsOf = (row: { schoolIds?: readonly string[]; personId: string | null }) => [
    ...(row.schoolIds ?? []),
    ...(row.personId === null ? [] : (taught.get(row.personId) ?? [])),
  ];
  const cut = <T extends { readonly id: string }>(
    rows: readonly T[],
    idsOf: (row: T) => readonly string[],
  ): WithSchools<T>[] =>
    rows
      .filter((row) => row.id === actor.accountId || isTheirs(actor, idsOf(row)))
      .map((row) => ({
        ...row,
        schoolNames: idsOf(row)
          .map((id) => names.get(id) ?? id)
          .sort(),
      }));

  const known = new Set([...accounts, ...invitations].map((row) => row.personId));
  return success({
    accounts: cut(accounts, schoolIdsOf),
    invitations: cut(invitations, schoolIdsOf),
    teachersToInvite: cut(
      teachers.filter((row) => !known.has(row.id)),
      (row) => schoolIdsOf({ personId: row.id }),
    ),
    schools: schools.filter((school) => isTheirs(actor, [school.id])),
  });
}

function isTheirs(actor: StaffActor, schoolIds: readonly string[]): boolean {
  if (actor.role === "district-administrator") return true;
  return schoolIds.some((id) => actor.schoolIds.includes(id));
}
