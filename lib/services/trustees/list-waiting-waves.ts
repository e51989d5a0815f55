import { listClosedTrustees } from "@/lib/data/trustees";
import { waitsForTrustees } from "@/lib/waves/trustees";

/** Ids of closed waves whose trustees have not given back enough shares. */
export async function listWaitingWaves(): Promise<ReadonlySet<string>> {
  const waves = await listClosedTrustees();
  return new Set(
    waves.flatMap(({ id, trustees }) => (waitsForTrustees("closed", trustees) ? [id] : [])),
  );
}
