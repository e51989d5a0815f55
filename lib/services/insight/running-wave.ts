import { findMargin } from "@/lib/data/margins";
import { listRunningWaves, type RunningWaveRow } from "@/lib/data/running-waves";
import { readSeatProgress } from "@/lib/data/seats";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { collectedFloor } from "@/lib/waves/participation";
import { waitsForTrustees } from "@/lib/waves/trustees";

/** A wave that a class is in and that has no results yet. */
export interface RunningWave extends RunningWaveRow {
  /** Seats collected, rounded down to a block of five; null unless open. Nothing else is known before the seal. */
  readonly collectedFloor: number | null;
  readonly seats: number;
  /** Closed, and its trustees have not given back enough of its key. */
  readonly waits: boolean;
}

/** The class's wave that is open, being sealed, or planned next; null if there is none. */
export async function loadRunningWave(classId: string): Promise<RunningWave | null> {
  const waves = await listRunningWaves({ classIds: [classId] });
  const first = (state: RunningWaveRow["state"]) => waves.find((wave) => wave.state === state);
  const wave = first("open") ?? first("closed") ?? first("planned");
  if (wave === undefined) return null;
  const margin = await findMargin({ waveId: wave.id, classId });
  if (margin === null) return null;
  const collected = wave.state === "open" ? await collectedOf(wave.id, classId, margin.id) : null;
  const waits = waitsForTrustees(wave.state, wave.trustees);
  return { ...wave, collectedFloor: collected, seats: margin.rosterSize, waits };
}

async function collectedOf(waveId: string, classId: string, marginId: string): Promise<number> {
  const progress = (await readSeatProgress({ waveId, classId })).get(marginId);
  return collectedFloor(progress?.collected ?? 0, FLOOR_POLICY.participationBlock);
}
