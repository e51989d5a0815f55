import { DataTable } from "@/components/tables/data-table";
import { Card } from "@/components/ui/card";
import { countWords } from "./import-words";

interface SkippedRow {
  readonly file?: string;
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

/** Rows that are left out, each with where it stands and why. */
export function SkippedTable({
  title,
  total,
  rows,
}: {
  readonly title: string;
  readonly total: number;
  readonly rows: readonly SkippedRow[];
}) {
  const withFile = rows.some((row) => row.file !== undefined && row.file !== "");
  return (
    <Card
      flush
      title={title}
      description={
        total > rows.length
          ? `${countWords(total, "row", "rows")}; the first ${rows.length} are listed.`
          : `${countWords(total, "row", "rows")}.`
      }
    >
      <DataTable
        caption={`${title}: line and reason`}
        noun="rows"
        pageSize={25}
        columns={[
          ...(withFile
            ? [{ id: "file", header: "File", kind: "text", filter: true } as const]
            : []),
          { id: "line", header: "Line", kind: "number" },
          { id: "column", header: "Column", kind: "text" },
          { id: "reason", header: "Reason", kind: "text" },
        ]}
        rows={rows.map((row, index) => ({
          id: String(index),
          cells: {
            ...(withFile ? { file: row.file ?? null } : {}),
            line: row.line,
            column: row.column,
            reason: row.reason,
          },
        }))}
      />
    </Card>
  );
}
