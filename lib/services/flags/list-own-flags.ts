import { can } from "@/lib/access/can";
import type { FlagRow } from "@/lib/data/flags";
import type { ServiceContext } from "../context";
import { listSeenFlags } from "./seen-flags";
import { ownScope } from "../insight/own-scope";

const DAY_MS = 24 * 3600_000;
/** Closed flags stay in the list for about a term. */
const CLOSED_SHOWN_MS = 20 * 7 * DAY_MS;

/** Flags of the classes of a member of staff, open ones and those closed this term; newest first. */
export async function listOwnFlags(context: ServiceContext): Promise<FlagRow[]> {
  const { actor } = context;
  if (actor.kind !== "staff") return [];
  const closedSince = new Date(context.now.getTime() - CLOSED_SHOWN_MS);
  const flags = await listSeenFlags(context, { ...ownScope(actor), closedSince });
  return flags.filter((flag) => can(actor, "flag.read", flag).allowed);
}
