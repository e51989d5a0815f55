import { can } from "@/lib/access/can";
import { findMargin, listMargins, type MarginRow } from "@/lib/data/margins";
import { readSeatProgress } from "@/lib/data/seats";
import { findWave, type StoredWaveState, type WaveDetail } from "@/lib/data/waves";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { failure, type Result, success } from "@/lib/result";
import { type Admission, slipsByName } from "@/lib/waves/options";
import { readWaveOptions } from "@/lib/waves/read-options";
import { collectedFloor, seatsLeft } from "@/lib/waves/participation";
import type { ServiceContext } from "../context";
import { storedScope } from "./stored-scope";

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
  /** Seats without a ballot, from that block alone. */
  readonly left: { readonly lo: number; readonly hi: number };
  readonly slipsMade: boolean;
  /** Demographics by which the pulse is counted too. */
  readonly dimensions: readonly string[];
  readonly admission: Admission;
  /** Slips have names. */
  readonly byName: boolean;
  readonly may: { readonly close: boolean };
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
  const options = readWaveOptions(wave.options);
  const block = FLOOR_POLICY.participationBlock;
  const floor = collectedFloor(seats?.collected ?? 0, block);
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
    ...{ collectedFloor: floor, block, left: seatsLeft(floor, margin.rosterSize, block) },
    slipsMade: seats !== undefined,
    dimensions: options.dimensions,
    admission: options.admission,
    byName: slipsByName(options),
    may: { close: await mayClose(context, wave, margin) },
  });
}

/**
 * Closing is for every class of the wave. A card is read every few seconds by every room of a district, so its
 * teachers are refused by the ids that the wave itself names, without reading all its classes.
 */
async function mayClose(
  { actor }: ServiceContext,
  wave: WaveDetail,
  { schoolId }: MarginRow,
): Promise<boolean> {
  const { classIds } = storedScope(wave.scope);
  const named = classIds.map((classId) => ({ classId, schoolId }));
  if (!can(actor, "wave.close", { classes: named }).allowed) return false;
  return can(actor, "wave.close", { classes: await listMargins(wave.id) }).allowed;
}
