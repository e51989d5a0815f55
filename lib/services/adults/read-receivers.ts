import type { Role } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { listAccounts } from "@/lib/data/accounts";
import { listReceivers, type ReceiverRow } from "@/lib/data/adult-receivers";
import { listSchools, type SchoolRow } from "@/lib/data/classes";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

export interface ReceiversView {
  readonly receivers: readonly (ReceiverRow & { readonly schoolNames: readonly string[] })[];
  /** Accounts that can be named: everybody who can sign in and is not named yet. */
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
  }[];
  readonly schools: readonly SchoolRow[];
  /** Schools whose students find nobody to ask. */
  readonly without: readonly string[];
}

/** Who is told when a student asks for an adult, for those who name them. */
export async function readReceivers(
  context: ServiceContext,
): Promise<Result<ReceiversView, "forbidden">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  const [receivers, accounts, schools] = await Promise.all([
    listReceivers(),
    listAccounts(),
    listSchools(),
  ]);
  const names = new Map(schools.map(({ id, name }) => [id, name]));
  const named = new Set(receivers.map(({ accountId }) => accountId));
  const active = receivers.filter(({ disabled }) => !disabled);
  return success({
    receivers: receivers.map((row) => ({
      ...row,
      schoolNames: row.schoolIds.map((id) => names.get(id) ?? id).sort(),
    })),
    candidates: accounts
      .filter(({ id, disabled }) => !disabled && !named.has(id))
      .map(({ id, name, role }) => ({ id, name, role })),
    schools,
    without: schools
      .filter(({ id }) => !active.some((row) => row.allSchools || row.schoolIds.includes(id)))
      .map(({ name }) => name),
  });
}
