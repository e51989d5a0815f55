import { can } from "@/lib/access/can";
import { listTrusteeships } from "@/lib/data/trustees";
import { trusteeStep } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";

/** Something a trustee is asked to do now. */
export interface TrusteeTask {
  readonly waveId: string;
  readonly title: string;
  readonly task: "take" | "confirm";
}

/** What the actor is asked for as a trustee; empty for who is none. */
export async function listTrusteeTasks(context: ServiceContext): Promise<readonly TrusteeTask[]> {
  const { actor } = context;
  if (actor.kind !== "staff") return [];
  const waves = await listTrusteeships(actor.accountId);
  return waves.flatMap(({ waveId, title, state, trustees }): TrusteeTask[] => {
    const own = trustees.find(
      ({ accountId }) => can(actor, "share.take", { trusteeId: accountId }).allowed,
    );
    if (own === undefined) return [];
    const task = trusteeStep({ state, released: false }, own, trustees);
    return task === "take" || task === "confirm" ? [{ waveId, title, task }] : [];
  });
}
