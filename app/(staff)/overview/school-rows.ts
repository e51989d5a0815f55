import { verdictWords } from "@/components/insight/group-absence-words";
import type { DataColumn, DataRow } from "@/components/tables/table-data";
import { gradeKey } from "@/lib/attendance/student-grade";
import type { SchoolGroups } from "@/lib/services/insight/group-absence";
import type { OverviewSchool } from "@/lib/services/overview/overview-schools";

import { bandCell, unbroken } from "./class-rows";

export const SCHOOL_COLUMNS: readonly DataColumn[] = [
  { id: "school", header: "School", kind: "link" },
  { id: "classes", header: "Classes", kind: "number" },
  { id: "flags", header: "Open flags", kind: "number", descendingFirst: true },
  { id: "belonging", header: "Belonging", kind: "band", sortable: false },
  { id: "participation", header: "Took part", kind: "text", sortable: false, searchable: false },
  { id: "wave", header: "Pulse", kind: "text", sortable: false, searchable: false },
];

/** Schools as rows of plain data, by name; each leads to its classes. */
export function schoolRows(schools: readonly OverviewSchool[]): DataRow[] {
  return schools.map((row) => ({
    id: row.id,
    cells: {
      school: { text: row.name, href: `/overview/classes?school=${encodeURIComponent(row.id)}` },
      classes: row.classes,
      flags: row.openFlags,
      belonging: bandCell(row.belonging),
      participation: row.participation === null ? null : unbroken(row.participation),
      wave: row.waveTitle,
    },
  }));
}

export const GRADE_COLUMNS: readonly DataColumn[] = [
  { id: "grade", header: "Grade", kind: "text", filter: true },
  { id: "school", header: "School", kind: "text", filter: true },
  { id: "belonging", header: "Belonging", kind: "band", sortable: false },
  { id: "participation", header: "Took part", kind: "text", sortable: false, searchable: false },
  {
    id: "absence",
    header: "Absence, last 4 weeks",
    kind: "text",
    sortable: false,
    searchable: false,
  },
];

/** Grades as rows, by school and from the youngest on: what a release says of each, and whether its absence rises. */
export function gradeRows(
  schools: readonly OverviewSchool[],
  absence: readonly SchoolGroups[],
): DataRow[] {
  const looks = new Map(
    absence.flatMap(({ grades }) =>
      grades.map((look) => [`${look.schoolId} ${gradeKey(look.grade)}`, look] as const),
    ),
  );
  return schools.flatMap(({ id, name: school, grades }) =>
    grades.map(({ grade, name, belonging, participation }) => {
      const look = looks.get(`${id} ${gradeKey(grade)}`);
      return {
        id: `${id} ${grade}`,
        cells: {
          grade: name,
          school,
          belonging: bandCell(belonging),
          participation: participation === null ? null : unbroken(participation),
          absence: look === undefined ? null : capital(verdictWords(look)),
        },
      };
    }),
  );
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
