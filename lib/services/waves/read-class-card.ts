import { can } from "@/lib/access/can";
import { findMargin } from "@/lib/data/margins";
import { readSeatProgress } from "@/lib/data/seats";
import { findWave, type StoredWaveState } from "@/lib/data/waves";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { failure, type Result, success } from "@/lib/result";
import { readWaveOptions } from "@/lib/waves/options";
import { collectedFloor } from "@/lib/waves/participation";
import type { ServiceContext } from "../context";

export interface ClassCard {
  readonly waveTitle: string;
  readonly classTitle: string;
  readonly state: StoredWaveState;
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly joinCode: string;
  readonly manifestHash: string;
  readonly rosterSize: number;
  /** Rounded down to a block: the room must not see who has just answered. */
  readonly collectedFloor: number;
  readonly block: number;
  readonly slipsMade: boolean;
  /** Demographics by which the pulse is counted too; slips then have names. */
  readonly dimensions: readonly string[];
}

/** What a class's card shows to the room: its join code, the manifest's hash, how far it has come. */
export async function readClassCard(
  context: ServiceContext,
  target: { waveId: string; classId: string },
): Promise<Result<ClassCard, "missing">> {
  const [wave, margin] = await Promise.all([findWave(target.waveId), findMargin(target)]);
  if (wave === null || margin === null || wave.manifestHash === null) return failure("missing");
  if (!can(context.actor, "slips.print", margin).allowed) return failure("missing");
  const seats = (await readSeatProgress(target)).get(margin.id);
  return success({
    waveTitle: wave.title,
    classTitle: margin.label,
    state: wave.state,
    timeZone: wave.timeZone,
    opensAt: wave.opensAt,
    closesAt: wave.closesAt,
    joinCode: margin.joinCode,
    manifestHash: wave.manifestHash,
    rosterSize: margin.rosterSize,
    collectedFloor: collectedFloor(seats?.collected ?? 0, FLOOR_POLICY.participationBlock),
    block: FLOOR_POLICY.participationBlock,
    slipsMade: seats !== undefined,
    dimensions: readWaveOptions(wave.options).dimensions,
  });
}
