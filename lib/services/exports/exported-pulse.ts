import { can } from "@/lib/access/can";
import { listMargins } from "@/lib/data/margins";
import { listSaltedReleases } from "@/lib/data/releases";
import type { ExportedPulse } from "@/lib/exports/results-table";
import type { ServiceContext } from "../context";
import type { ReadWave } from "../insight/class-figures";
import { localDate } from "../waves/local-date";

/**
 * The waves as a file names them, in their order. The hash of a release without a salt (an old one) is for those who may
 * download it whole: whoever knows a part could try the rest until the hash fits (decision 0011).
 */
export async function exportedPulses(
  context: ServiceContext,
  waves: readonly ReadWave[],
): Promise<Map<ReadWave, ExportedPulse>> {
  const salted = await listSaltedReleases(waves.map(({ id }) => id));
  const pulses = new Map<ReadWave, ExportedPulse>();
  for (const wave of waves) {
    const mayHave = salted.has(wave.id) || (await mayDownload(context, wave.id));
    pulses.set(wave, {
      title: wave.title,
      closedOn: localDate(wave.closesAt, wave.timeZone),
      sealedOn: localDate(wave.sealedOn, "UTC"),
      releaseHash: mayHave ? wave.releaseHash : null,
      policy: wave.policy,
    });
  }
  return pulses;
}

async function mayDownload({ actor }: ServiceContext, waveId: string): Promise<boolean> {
  return can(actor, "wave.download", { classes: await listMargins(waveId) }).allowed;
}
