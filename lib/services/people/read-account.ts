import { can } from "@/lib/access/can";
import type { AccountRow } from "@/lib/data/accounts";
import { findTeacherSchools } from "@/lib/data/people";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { listPeople, type WithSchools } from "./list-people";

export interface AccountView {
  readonly account: WithSchools<AccountRow>;
  /** Whether the actor may disable it; nobody disables themselves. */
  readonly mayDisable: boolean;
}

/** One account of those the actor sees in the list. */
export async function readAccount(
  context: ServiceContext,
  accountId: string,
): Promise<Result<AccountView, "missing">> {
  const people = await listPeople(context);
  const account = people.ok ? people.value.accounts.find(({ id }) => id === accountId) : undefined;
  if (account === undefined || context.actor.kind !== "staff") return failure("missing");
  const schoolIds =
    account.personId === null ? account.schoolIds : await findTeacherSchools(account.personId);
  const { allowed } = can(context.actor, "account.disable", { role: account.role, schoolIds });
  return success({
    account,
    mayDisable: allowed && !account.disabled && account.id !== context.actor.accountId,
  });
}
