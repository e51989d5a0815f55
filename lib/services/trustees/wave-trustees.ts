import { can } from "@/lib/access/can";
import { listTrustees } from "@/lib/data/trustees";
import type { WaveDetail } from "@/lib/data/waves";
import { trusteeProgress, waitsForTrustees } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";
import { mayBeGivenUp } from "./may-be-given-up";

/** The trustees of a wave, as its page shows them. */
export interface WaveTrusteesView {
  readonly taken: number;
  readonly confirmed: number;
  /** The pulse may open. */
  readonly allTaken: boolean;
  /** Closed, and not enough of them have given their share back. */
  readonly waits: boolean;
  /** Who they are, for those who run the wave; empty for all others. */
  readonly people: readonly {
    readonly position: number;
    readonly name: string;
    readonly disabled: boolean;
    readonly taken: boolean;
    readonly confirmed: boolean;
  }[];
  /** Whether the actor is one of them. */
  readonly isOne: boolean;
}

/** How far the trustees of a wave are (null when it has none), and whether the actor may give it up. */
export async function readWaveTrustees(
  context: ServiceContext,
  wave: Pick<WaveDetail, "id" | "state" | "closesAt">,
  mayRun: boolean,
): Promise<{ trustees: WaveTrusteesView | null; mayDestroy: boolean }> {
  const { actor, now } = context;
  const rows = await listTrustees(wave.id);
  const mayDestroy =
    can(actor, "wave.destroy-unopened", undefined).allowed && (await mayBeGivenUp(wave, now));
  if (rows.length === 0) return { trustees: null, mayDestroy };
  const { taken, confirmed, allTaken } = trusteeProgress(rows);
  const trustees: WaveTrusteesView = {
    ...{ taken, confirmed, allTaken },
    waits: waitsForTrustees(wave.state, rows),
    people: mayRun
      ? rows.map((row) => ({
          position: row.position,
          name: row.name,
          disabled: row.disabled,
          taken: row.taken,
          confirmed: row.confirmed,
        }))
      : [],
    isOne: rows.some(({ accountId }) => can(actor, "share.take", { trusteeId: accountId }).allowed),
  };
  return { trustees, mayDestroy };
}
