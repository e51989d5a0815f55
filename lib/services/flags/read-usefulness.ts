import { can } from "@/lib/access/can";
import { listOutcomes } from "@/lib/data/flags";
import { type Usefulness, usefulnessOf } from "@/lib/flags/usefulness";
import type { ServiceContext } from "../context";
import { ownScope } from "../insight/own-scope";
import { onlySeen } from "./seen-flags";

const YEAR_MS = 365 * 24 * 3600_000;

/** What became of the flags that were closed in the last year, of those that the actor may see. */
export async function readUsefulness(context: ServiceContext): Promise<Usefulness> {
  const { actor, now } = context;
  if (actor.kind !== "staff") return usefulnessOf([]);
  const closedSince = new Date(now.getTime() - YEAR_MS);
  const rows = await listOutcomes({ ...ownScope(actor), closedSince });
  const own = rows.filter((row) => can(actor, "flag.read", row).allowed);
  return usefulnessOf((await onlySeen(context, own)).map(({ outcome }) => outcome));
}
