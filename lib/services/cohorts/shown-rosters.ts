import type { AskedClass, AskedSeats } from "@/lib/data/cohort-rosters";
import type { WaveCells } from "./wave-figures";
import type { ResolvedCohort } from "./resolve-cohort";

export interface AskedRosters {
  readonly classes: readonly AskedClass[];
  readonly seats: readonly AskedSeats[];
}

/**
 * Who is in a cohort's figure in each wave: the rosters of its shown parts, for `compareCohort`. Not of all its
 * classes: with a withheld class that ten joined, three who left a shown one would pass as part of thirteen, and the
 * two figures would differ by just those three.
 *
 * A class with the same students in all of the waves needs no names: its seats stand for them, because nobody is in
 * two classes of one wave. Null where it is not kept who was asked, or where the classes do not make up the group that
 * was released: a class may have changed its school or grade since.
 */
export function shownRosters(
  cohort: ResolvedCohort,
  { classes, seats }: AskedRosters,
  cells: ReadonlyMap<string, WaveCells>,
): ReadonlyMap<string, readonly string[] | null> {
  const byWave = new Map<string, AskedClass[]>();
  for (const row of classes) {
    const rows = byWave.get(row.waveId);
    if (rows === undefined) byWave.set(row.waveId, [row]);
    else rows.push(row);
  }
  // In one order in every wave, so that equal lists are equal.
  for (const rows of byWave.values()) rows.sort((a, b) => (a.classId < b.classId ? -1 : 1));
  const [share, steady] = [sharedLists(), steadySeats()];
  return new Map(
    [...cells].map(([waveId, groups]) => {
      if (!cohort.rostersKept) return [waveId, null];
      const own = byWave.get(waveId) ?? [];
      if (cohort.made === "released") {
        const group = groups.get(cohort.parts[0]?.groupId ?? "");
        const asked = seats.find((row) => row.waveId === waveId)?.seats;
        return [
          waveId,
          group?.rosterSize === asked ? share(own.flatMap((row) => row.roster ?? [])) : null,
        ];
      }
      const roster = rosterOfParts(cohort, own, { groups, steady });
      return [waveId, roster === null ? null : share(roster)];
    }),
  );
}

/** Gives the first of equal lists in place of each: most waves of a year asked the same students. */
function sharedLists(): (list: readonly string[]) => readonly string[] {
  const kept: (readonly string[])[] = [];
  return (list) => {
    const same = kept.find(
      (each) => each.length === list.length && each.every((id, at) => id === list[at]),
    );
    if (same !== undefined) return same;
    kept.push(list);
    return list;
  };
}

function rosterOfParts(
  { parts, made }: ResolvedCohort,
  classes: readonly AskedClass[],
  {
    groups,
    steady,
  }: {
    readonly groups: WaveCells;
    readonly steady: (row: AskedClass) => readonly string[];
  },
): readonly string[] | null {
  const byPart = new Map<string, AskedClass[]>();
  for (const row of classes) {
    const part = made === "of-classes" ? row.classId : row.schoolId;
    const rows = byPart.get(part);
    if (rows === undefined) byPart.set(part, [row]);
    else rows.push(row);
  }
  const roster: string[] = [];
  for (const { groupId, of } of parts) {
    const group = groups.get(groupId);
    if (group === undefined || group.withheld !== null) continue;
    const own = byPart.get(of) ?? [];
    if (own.reduce((sum, row) => sum + row.seats, 0) !== group.rosterSize) return null;
    for (const row of own) roster.push(...(row.roster ?? steady(row)));
  }
  return roster;
}

/** Seats in place of the students of a class that did not change: made once, and the same in every wave. */
function steadySeats(): (row: AskedClass) => readonly string[] {
  const made = new Map<string, readonly string[]>();
  return ({ classId, seats }) => {
    const found = made.get(classId);
    if (found?.length === seats) return found;
    const own = Array.from({ length: seats }, (_, seat) => `${classId}\u0000${String(seat)}`);
    made.set(classId, own);
    return own;
  };
}
