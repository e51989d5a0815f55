import type { Role } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { listAccounts } from "@/lib/data/accounts";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

/** Somebody who can be named as a trustee. */
export interface TrusteeChoice {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
}

/** Whom a district administrator may name as trustees of a pulse: every enabled account, by name. */
export async function readTrusteeChoices(
  context: ServiceContext,
): Promise<Result<readonly TrusteeChoice[], "forbidden">> {
  if (!can(context.actor, "wave.name-trustees", undefined).allowed) return failure("forbidden");
  const accounts = await listAccounts();
  return success(
    accounts
      .filter((row) => !row.disabled)
      .map(({ id, name, role }) => ({ accountId: id, name, role })),
  );
}
