import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { type AccountRow, listAccounts, listTeacherAccounts } from "@/lib/data/accounts";
import type { Tx } from "@/lib/data/client";
import type { FlagRow } from "@/lib/data/flags";
import { seenRule } from "./seen-flags";

/** Somebody who could be given a flag. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly role: StaffActor["role"];
}

/**
 * Who may see each of these flags by now, by its id: the class's teachers, its school's administrators and the
 * district's, and before the teacher's days are over the teachers only. In the order of names.
 */
export async function listHolders(
  flags: readonly FlagRow[],
  now: Date,
  tx?: Tx,
): Promise<ReadonlyMap<string, readonly Holder[]>> {
  if (flags.length === 0) return new Map();
  const [accounts, teachers, isSeen] = await Promise.all([
    listAccounts(tx),
    listTeacherAccounts([...new Set(flags.map(({ classId }) => classId))], tx),
    seenRule(flags, now, tx),
  ]);
  const taught = new Map<string, string[]>();
  for (const { classId, accountId } of teachers) {
    taught.set(accountId, [...(taught.get(accountId) ?? []), classId]);
  }
  // Teachers of other classes could see none of these flags.
  const actors = accounts
    .filter(({ id, role, disabled }) => !disabled && (role !== "teacher" || taught.has(id)))
    .map((account) => actorOf(account, taught.get(account.id) ?? []));
  return new Map(
    flags.map((flag) => [
      flag.id,
      actors
        .filter((actor) => can(actor, "flag.read", flag).allowed && isSeen(actor, flag))
        .map(({ accountId: id, name, role }) => ({ id, name, role })),
    ]),
  );
}

function actorOf({ id, name, role, schoolIds }: AccountRow, taught: readonly string[]): StaffActor {
  return {
    kind: "staff",
    accountId: id,
    name,
    role,
    schoolIds: role === "school-administrator" ? schoolIds : [],
    classIds: role === "teacher" ? taught : [],
  };
}
