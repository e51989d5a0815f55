import type { AccountRow } from "@/lib/data/accounts";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { listPeople, type WithSchools } from "./list-people";
import { reachAccount } from "./reach-account";

export interface AccountView {
  readonly account: WithSchools<AccountRow>;
  /** What the actor may do with it; to their own account nothing of it. */
  readonly mayDisable: boolean;
  readonly mayEnable: boolean;
  readonly mayResetPassword: boolean;
}

/** One account of those the actor sees in the list. */
export async function readAccount(
  context: ServiceContext,
  accountId: string,
): Promise<Result<AccountView, "missing">> {
  const people = await listPeople(context);
  const account = people.ok ? people.value.accounts.find(({ id }) => id === accountId) : undefined;
  if (account === undefined) return failure("missing");
  const others = async (action: "account.disable" | "account.reset-password") => {
    const reached = await reachAccount(context, action, accountId);
    return reached !== null && reached.actor.accountId !== accountId;
  };
  const inCharge = await others("account.disable");
  return success({
    account,
    mayDisable: inCharge && !account.disabled,
    mayEnable: inCharge && account.disabled,
    mayResetPassword: (await others("account.reset-password")) && !account.disabled,
  });
}
