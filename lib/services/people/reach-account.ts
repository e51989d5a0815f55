import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { type AccountRow, findAccountById } from "@/lib/data/accounts";
import { findTeacherSchools } from "@/lib/data/people";
import type { ServiceContext } from "../context";

/** An account on which the actor may act; null when it is not there or not theirs to act on. */
export async function reachAccount(
  context: ServiceContext,
  action: "account.disable" | "account.reset-password",
  accountId: string,
): Promise<{ actor: StaffActor; account: AccountRow } | null> {
  const { actor } = context;
  if (actor.kind !== "staff") return null;
  const account = await findAccountById(accountId);
  if (account === null) return null;
  const schoolIds =
    account.personId === null ? account.schoolIds : await findTeacherSchools(account.personId);
  const { allowed } = can(actor, action, { role: account.role, schoolIds });
  return allowed ? { actor, account } : null;
}
