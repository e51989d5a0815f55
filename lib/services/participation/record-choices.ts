import type { Tx } from "@/lib/data/client";
import { type ChoiceChange, findTakingPart, writeChoices } from "@/lib/data/participation";
import { revokeSeatsOf } from "@/lib/data/seats";
import type { ServiceContext } from "../context";

/**
 * Writes choices and, at once, takes the unused named slips of those who take no part now. Everything else of a wave
 * that has its keys stays as it was planned. The caller has authorised, and writes the audit event.
 */
export async function recordChoices(
  tx: Tx,
  context: ServiceContext,
  changes: readonly ChoiceChange[],
): Promise<void> {
  const { actor } = context;
  if (actor.kind !== "staff") throw new Error("a choice without somebody who enters it");
  await writeChoices(tx, changes, { by: actor.accountId, at: context.now });
  const ids = changes.map(({ personId }) => personId);
  const asked = await findTakingPart(ids, tx);
  await revokeSeatsOf(
    tx,
    ids.filter((id) => !asked.has(id)),
  );
}
