import { DataTable } from "@/components/tables/data-table";
import { Card } from "@/components/ui/card";
import type { ParticipationImport } from "@/lib/services/participation/open-participation-import";
import { countWords } from "../../rosters/import-words";
import { saidWords } from "../choice-words";

/** Who would change, by name, from what to what. */
export function ChangeTable({
  rows,
  total,
}: {
  readonly rows: ParticipationImport["listed"];
  readonly total: number;
}) {
  const listed = total > rows.length ? ` ${String(rows.length)} of them are listed.` : "";
  return (
    <Card
      flush
      title="Who would change"
      description={`${countWords(total, "student", "students")}.${listed}`}
    >
      <DataTable
        caption="Students whose choice would change"
        noun="students"
        pageSize={25}
        columns={[
          { id: "name", header: "Student", kind: "text" },
          { id: "number", header: "Number", kind: "text" },
          { id: "before", header: "Now", kind: "text", filter: true },
          { id: "after", header: "Then", kind: "text", filter: true },
        ]}
        rows={rows.map(({ personId, name, before, after }) => ({
          id: personId,
          cells: {
            ...{ name, number: personId },
            ...{ before: saidWords(before), after: saidWords(after) },
          },
        }))}
      />
    </Card>
  );
}
