import { can } from "@/lib/access/can";
import { type AccountRow, listAccounts } from "@/lib/data/accounts";
import { type InvitationRow, listOpenInvitations } from "@/lib/data/invitations";
import { listPeopleWithRole, type PersonRow, schoolsOfPeople } from "@/lib/data/people";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

export interface PeopleView {
  readonly accounts: readonly AccountRow[];
  readonly invitations: readonly InvitationRow[];
  /** Teachers on the roster who have neither an account nor an open invitation. */
  readonly teachersToInvite: readonly PersonRow[];
}

/** Accounts and invitations, cut to the actor's schools. */
export async function listPeople(
  context: ServiceContext,
): Promise<Result<PeopleView, "forbidden">> {
  const { actor } = context;
  if (!can(actor, "people.list", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const [accounts, invitations, teachers] = await Promise.all([
    listAccounts(),
    listOpenInvitations(context.now),
    listPeopleWithRole("teacher"),
  ]);
  const schools = await schoolsOfPeople([
    ...new Set([...accounts, ...invitations].flatMap((row) => row.personId ?? [])),
    ...teachers.map((person) => person.id),
  ]);
  const everything = actor.role === "district-administrator";
  const mine = (schoolIds: readonly string[], personId: string | null): boolean =>
    everything ||
    [...schoolIds, ...(personId === null ? [] : (schools.get(personId) ?? []))].some((id) =>
      actor.schoolIds.includes(id),
    );
  const known = new Set([...accounts, ...invitations].map((row) => row.personId));
  return success({
    accounts: accounts.filter(
      (row) => row.id === actor.accountId || mine(row.schoolIds, row.personId),
    ),
    invitations: invitations.filter((row) => mine(row.schoolIds, row.personId)),
    teachersToInvite: teachers.filter((row) => !known.has(row.id) && mine([], row.id)),
  });
}
