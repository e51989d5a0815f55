import type { GroupSeats } from "@/lib/data/cohort-cells";
import type { ResolvedCohort } from "./resolve-cohort";

/** A set of which a pulse asked a smaller part of the classes is another set. */
const LEAST_CLASSES_ASKED = 0.8;
/** A pulse for one class must not stand for its school: of its largest pulse a group has at least this share of seats. */
const LEAST_SEATS_ASKED = 0.5;

/** Whether a wave asked a cohort: by what its release has, shown or withheld. */
export type Asked = "asked" | "in-part" | "not-asked";

/** How much of a cohort each wave asked. */
export interface AskedWaves {
  readonly in: (waveId: string) => Asked;
  /** Seats of the cohort in a wave; 0 where it was not asked. */
  readonly seats: (waveId: string) => number;
}

/** @param rows of all waves that are looked at, and of all cohorts. */
export function askedWaves(
  { parts, made }: ResolvedCohort,
  rows: ReadonlyMap<string, readonly GroupSeats[]>,
): AskedWaves {
  const own = new Set(parts.map(({ groupId }) => groupId));
  const byWave = new Map<string, { parts: number; seats: number }>();
  for (const [waveId, groups] of rows) {
    const mine = groups.filter(({ groupId }) => own.has(groupId));
    if (mine.length === 0) continue;
    const seats = mine.reduce((sum, group) => sum + group.seats, 0);
    byWave.set(waveId, { parts: mine.length, seats });
  }
  const most = Math.max(0, ...[...byWave.values()].map(({ seats }) => seats));
  return {
    seats: (waveId) => byWave.get(waveId)?.seats ?? 0,
    in: (waveId) => {
      const found = byWave.get(waveId);
      if (found === undefined) return "not-asked";
      const enough =
        made === "of-classes"
          ? found.parts >= LEAST_CLASSES_ASKED * parts.length
          : found.seats >= LEAST_SEATS_ASKED * most;
      return enough ? "asked" : "in-part";
    },
  };
}
