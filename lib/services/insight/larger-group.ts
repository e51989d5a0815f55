import {
  type ClassCells,
  listCellsOfGroups,
  listCellsOfWave,
  type ReleaseCellRow,
} from "@/lib/data/releases";
import { type GroupBelonging } from "@/lib/insight/class-belonging";
import type { Participation } from "@/lib/waves/participation";
import { belongingOf, type ReadWave } from "./class-figures";

/** A group above a withheld class that is shown in its place, and clearly is not the class. */
export interface LargerGroup {
  readonly level: "grade" | "school" | "district";
  /** The grade as the roster writes it, when `level` is "grade". */
  readonly grade: string | null;
  readonly belonging: GroupBelonging;
  readonly participation: Participation;
}

/** The rows of one group, one for the group and one an item, put together as a class's are. */
export function groupCells(
  rows: readonly ReleaseCellRow[],
): Map<string, ClassCells & { grade: string | null }> {
  const groups = new Map<string, ClassCells & { grade: string | null }>();
  for (const row of rows) {
    const { groupId, waveId, schoolId, grade, n, rosterSize, withheld } = row;
    const group = groups.get(groupId) ?? {
      waveId,
      classId: "",
      schoolId: schoolId ?? "",
      grade,
      n: n ?? 0,
      rosterSize,
      withheld,
      participation: { lo: row.participationLo ?? 0, hi: row.participationHi ?? 0 },
      cells: {},
    };
    const cells =
      row.item === "" || row.lo === null || row.hi === null
        ? group.cells
        : { ...group.cells, [row.item]: [row.lo, row.hi] as const };
    groups.set(groupId, { ...group, cells });
  }
  return groups;
}

/**
 * The smallest shown group that a class is counted in: its grade in the school, its school, the district.
 * Null if all of them are withheld too.
 */
export async function nearestShownGroup(
  classId: string,
  row: ClassCells,
  wave: ReadWave,
): Promise<LargerGroup | null> {
  const { schoolId } = row;
  const inSchool = { waveId: wave.id, schoolIds: [schoolId] };
  const [own, grades, schools, district] = await Promise.all([
    listCellsOfGroups({ waveId: wave.id, groupIds: [`class:${classId}`] }),
    listCellsOfWave({ ...inSchool, level: "grade" }),
    listCellsOfWave({ ...inSchool, level: "school" }),
    listCellsOfWave({ waveId: wave.id, level: "district" }),
  ]);
  const grade = own[0]?.grade ?? null;
  const levels = [
    { level: "grade", rows: grades.filter((cell) => cell.grade === grade) },
    { level: "school", rows: schools },
    { level: "district", rows: district },
  ] as const;
  for (const { level, rows } of levels) {
    for (const group of groupCells(rows).values()) {
      const belonging = belongingOf(group, wave);
      if ("kind" in belonging) continue;
      const participation = { ...group.participation, seats: group.rosterSize };
      return { level, grade: level === "grade" ? grade : null, belonging, participation };
    }
  }
  return null;
}
