import type { DataColumn, DataRow } from "@/components/tables/table-data";
import type { OverviewSchool } from "@/lib/services/overview/overview-schools";

import { bandCell, unbroken } from "./class-rows";

export const SCHOOL_COLUMNS: readonly DataColumn[] = [
  { id: "school", header: "School", kind: "text" },
  { id: "classes", header: "Classes", kind: "number" },
  { id: "flags", header: "Open flags", kind: "number", descendingFirst: true },
  { id: "belonging", header: "Belonging", kind: "band", sortable: false },
  { id: "participation", header: "Took part", kind: "text", sortable: false, searchable: false },
  { id: "wave", header: "Pulse", kind: "text", sortable: false, searchable: false },
];

/** Schools as rows of plain data, by name. */
export function schoolRows(schools: readonly OverviewSchool[]): DataRow[] {
  return schools.map((row) => ({
    id: row.id,
    cells: {
      school: row.name,
      classes: row.classes,
      flags: row.openFlags,
      belonging: bandCell(row.belonging),
      participation: row.participation === null ? null : unbroken(row.participation),
      wave: row.waveTitle,
    },
  }));
}
