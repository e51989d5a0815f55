import { findMargin } from "@/lib/data/margins";
import { listRunningWaves, type RunningWaveRow } from "@/lib/data/running-waves";
import { readSeatProgress } from "@/lib/data/seats";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import type { Admission } from "@/lib/waves/options";
import { readWaveOptions } from "@/lib/waves/read-options";
import { collectedFloor, seatsLeft } from "@/lib/waves/participation";
import { waitsForTrustees } from "@/lib/waves/trustees";

/** A wave that a class is in and that has no results yet. */
export interface RunningWave extends RunningWaveRow {
  /** Seats collected, rounded down to a block of five; null unless open. Nothing else is known before the seal. */
  readonly collectedFloor: number | null;
  readonly seats: number;
  /** Seats without a ballot, from that block alone; null unless open. */
  readonly left: { readonly lo: number; readonly hi: number } | null;
  readonly slipsMade: boolean;
  /** How students get in. */
  readonly admission: Admission;
  /** Closed, and its trustees have not given back enough of its key. */
  readonly waits: boolean;
}

/** The class's wave that is open, being sealed, or planned next; null if there is none. */
export async function loadRunningWave(classId: string): Promise<RunningWave | null> {
  const waves = await listRunningWaves({ classIds: [classId] });
  const first = (state: RunningWaveRow["state"]) => waves.find((wave) => wave.state === state);
  const wave = first("open") ?? first("closed") ?? first("planned");
  if (wave === undefined) return null;
  const target = { waveId: wave.id, classId };
  const [margin, seats] = await Promise.all([findMargin(target), readSeatProgress(target)]);
  if (margin === null) return null;
  const progress = seats.get(margin.id);
  const block = FLOOR_POLICY.participationBlock;
  const floor = wave.state === "open" ? collectedFloor(progress?.collected ?? 0, block) : null;
  return {
    ...wave,
    collectedFloor: floor,
    seats: margin.rosterSize,
    left: floor === null ? null : seatsLeft(floor, margin.rosterSize, block),
    slipsMade: progress !== undefined,
    admission: readWaveOptions(wave.options).admission,
    waits: waitsForTrustees(wave.state, wave.trustees),
  };
}
