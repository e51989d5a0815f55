import { DataTable } from "@/components/tables/data-table";
import type { DataColumn } from "@/components/tables/table-data";
import type { ParticipationOverview } from "@/lib/services/participation/read-participation";

const COLUMNS: readonly DataColumn[] = [
  { id: "school", header: "School", kind: "text" },
  { id: "students", header: "Students", kind: "number", descendingFirst: true },
  { id: "out", header: "Said no", kind: "number", descendingFirst: true },
  { id: "in", header: "Said yes", kind: "number", descendingFirst: true },
];

/** For each school how many families said no or yes. */
export function SchoolCounts({ schools }: { readonly schools: ParticipationOverview["schools"] }) {
  return (
    <DataTable
      caption="Families’ choices by school"
      viewKey="schools"
      noun="schools"
      searchLabel="Search school"
      search={schools.length > 1}
      columns={COLUMNS}
      rows={schools.map(({ id, name, students, out, in: yes }) => ({
        id,
        cells: { school: name, students: count(students), out: count(out), in: count(yes) },
      }))}
    />
  );
}

function count(value: number) {
  return { value, text: value.toLocaleString("en-US") };
}
