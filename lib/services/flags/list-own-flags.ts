import { can } from "@/lib/access/can";
import { TERM_MS } from "@/lib/insight/term";
import type { ServiceContext } from "../context";
import { ownScope } from "../insight/own-scope";
import { listSeenFlags } from "./seen-flags";
import { type WorkedFlag, workedFlags } from "./worked-flags";

/** Flags of the classes of a member of staff, open ones and those closed this term; newest first. */
export async function listOwnFlags(context: ServiceContext): Promise<WorkedFlag[]> {
  const { actor } = context;
  if (actor.kind !== "staff") return [];
  const closedSince = new Date(context.now.getTime() - TERM_MS);
  const flags = await listSeenFlags(context, { ...ownScope(actor), closedSince });
  return workedFlags(
    context,
    flags.filter((flag) => can(actor, "flag.read", flag).allowed),
  );
}
