import { compareGrades } from "@/lib/attendance/student-grade";
import { type GroupCells, listSchoolGroups, listMainWaves } from "@/lib/data/group-cells";
import { listSealedWaves } from "@/lib/data/waves";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { Participation } from "@/lib/waves/participation";
import { belongingBandOf, type ReadWave, readSealedWave } from "../insight/class-figures";
import { gradeWords } from "../insight/grade-words";

/** A school, or a grade of it, in the school's last wave. Shares, 0 to 1. */
export interface OverviewGroup {
  readonly belonging: { readonly lo: number; readonly hi: number } | Withheld | null;
  readonly participation: Participation | null;
}

/** A school in its last wave. */
export interface OverviewSchool extends OverviewGroup {
  readonly id: string;
  readonly name: string;
  readonly classes: number;
  readonly waveId: string | null;
  readonly waveTitle: string | null;
  readonly openFlags: number;
  /** From the youngest on; none where the release has none. */
  readonly grades: readonly OverviewGrade[];
}

export interface OverviewGrade extends OverviewGroup {
  /** As the roster writes it. */
  readonly grade: string;
  /** "Grade 7". */
  readonly name: string;
}

export interface SchoolFigures extends OverviewGroup {
  readonly wave: ReadWave;
  readonly grades: readonly OverviewGrade[];
}

/** Each school with its grades in its main wave (`listMainWaves`); schools that were never asked are not there. */
export async function schoolFigures(scope: {
  schoolIds?: readonly string[];
}): Promise<Map<string, SchoolFigures>> {
  const main = await listMainWaves(scope);
  const ids = [...new Set(main.map(({ waveId }) => waveId))];
  if (ids.length === 0) return new Map();
  const ofWave = (id: string) =>
    main.flatMap(({ schoolId, waveId }) => (waveId === id ? [schoolId] : []));
  const [sealed, ...cells] = await Promise.all([
    listSealedWaves({ ids }),
    ...ids.map((waveId) =>
      listSchoolGroups({ waveId, levels: ["school", "grade"], schoolIds: ofWave(waveId) }),
    ),
  ]);
  const waves = new Map(sealed.map((wave) => [wave.id, readSealedWave(wave)]));
  const figures = new Map<string, SchoolFigures>();
  for (const rows of cells) {
    for (const [schoolId, own] of bySchool(rows)) {
      const school = own.find(({ level }) => level === "school");
      const wave = school === undefined ? undefined : waves.get(school.waveId);
      if (school === undefined || wave === undefined) continue;
      figures.set(schoolId, { ...groupOf(school, wave), wave, grades: gradesOf(own, wave) });
    }
  }
  return figures;
}

function bySchool(rows: readonly GroupCells[]): Map<string, GroupCells[]> {
  const schools = new Map<string, GroupCells[]>();
  for (const row of rows) {
    const own = schools.get(row.schoolId);
    if (own === undefined) schools.set(row.schoolId, [row]);
    else own.push(row);
  }
  return schools;
}

function groupOf(row: GroupCells, wave: ReadWave): OverviewGroup {
  return {
    belonging: belongingBandOf(row, wave),
    participation: { ...row.participation, seats: row.rosterSize },
  };
}

function gradesOf(rows: readonly GroupCells[], wave: ReadWave): OverviewGrade[] {
  return rows
    .flatMap((row) =>
      row.level !== "grade" || row.grade === null
        ? []
        : [{ grade: row.grade, name: gradeWords([row.grade]), ...groupOf(row, wave) }],
    )
    .sort((a, b) => compareGrades(a.grade, b.grade));
}
