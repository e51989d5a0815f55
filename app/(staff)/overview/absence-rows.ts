import { percent, verdictWords } from "@/components/insight/group-absence-words";
import type { DataColumn, DataRow } from "@/components/tables/table-data";
import {
  type GroupAbsence,
  isRising,
  type SchoolGroups,
} from "@/lib/services/insight/group-absence";

/** No column of figures sorts: schools differ in more than the last four weeks. The filter finds what rises. */
export const ABSENCE_COLUMNS: readonly DataColumn[] = [
  { id: "school", header: "School", kind: "link" },
  {
    id: "whole",
    header: "Whole school",
    kind: "text",
    filter: true,
    sortable: false,
    searchable: false,
  },
  { id: "grades", header: "Grades", kind: "text", sortable: false, searchable: false },
  { id: "rate", header: "Absence, last 4 weeks", kind: "text", sortable: false, searchable: false },
];

/** Schools as rows of plain data, by name. */
export function absenceRows(schools: readonly SchoolGroups[]): DataRow[] {
  return schools.flatMap(({ school, grades }) =>
    school === null
      ? []
      : [
          {
            id: school.schoolId,
            cells: {
              school: {
                text: school.name,
                href: `/schools/${encodeURIComponent(school.schoolId)}`,
              },
              whole: capital(verdictWords(school)),
              grades: gradesWords(grades),
              rate: rateWords(school),
            },
          },
        ],
  );
}

/** "Grade 10 rising (act)": those that rise, else how many there are. */
function gradesWords(grades: readonly GroupAbsence[]): string | null {
  const rising = grades.filter(isRising);
  if (rising.length > 0)
    return rising.map((grade) => `${grade.name} ${verdictWords(grade)}`).join("; ");
  const usual = grades.filter(({ figures }) => figures !== null).length;
  if (usual === 0) return grades.length === 0 ? null : "Cannot say";
  return usual === 1 ? "1 grade, not rising" : `${String(usual)} grades, none rising`;
}

function rateWords({ absentDays, studentDays, restAbsent, restDays }: GroupAbsence): string | null {
  if (studentDays === 0) return null;
  const own = percent(absentDays / studentDays);
  return restDays === 0 ? own : `${own}, other schools ${percent(restAbsent / restDays)}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
