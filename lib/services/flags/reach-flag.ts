import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { Tx } from "@/lib/data/client";
import { findFlag, type FlagRow, lockFlags } from "@/lib/data/flags";
import type { ServiceContext } from "../context";
import { onlySeen } from "./seen-flags";

/**
 * A flag to be changed by somebody who may, or null: one that they may not see, may not see yet, or that does not
 * exist look alike. Holds the lock of flags to the end of the transaction: otherwise two people, or a person and a new
 * finding, would each write over the other's.
 */
export async function reachFlag(
  tx: Tx,
  context: ServiceContext,
  action: "flag.update" | "flag.answer",
  flagId: string,
): Promise<{ flag: FlagRow; actor: StaffActor } | null> {
  const { actor } = context;
  if (actor.kind !== "staff") return null;
  await lockFlags(tx);
  const flag = await findFlag(flagId, tx);
  if (flag === null || !can(actor, action, flag).allowed) return null;
  const [seen] = await onlySeen(context, [flag], tx);
  return seen === undefined ? null : { flag: seen, actor };
}
