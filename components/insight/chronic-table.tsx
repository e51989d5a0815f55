import { DataTable } from "@/components/tables/data-table";
import type { DataCell } from "@/components/tables/table-data";
import { Card } from "@/components/ui/card";
import type { ChronicSummary } from "@/lib/attendance/chronic-absence";

/** A school or grade with its students by band. */
interface ChronicGroup {
  readonly id: string;
  readonly name: DataCell & (string | { readonly href: string });
  readonly summary: ChronicSummary;
}

/** Counts of students by share of days missed. In the order given; no column of results sorts. */
export function ChronicTable({
  noun,
  groups,
}: {
  /** What the rows are, plural: "schools". */
  readonly noun: "schools" | "grades";
  readonly groups: readonly ChronicGroup[];
}) {
  const column = (id: string, header: string) => ({
    ...{ id, header, kind: "number" as const, sortable: false },
  });
  return (
    <Card
      flush
      title="Chronic absence"
      description="Students by share of this school year’s days missed for any reason, excused or not, so far. From 10% it is chronic."
    >
      <DataTable
        caption={`Chronic absence by ${noun === "schools" ? "school" : "grade"}`}
        noun={noun === "schools" ? "schools" : "rows"}
        searchLabel="Search school"
        search={noun === "schools"}
        columns={[
          {
            id: "name",
            header: noun === "schools" ? "School" : "Grade",
            kind: noun === "schools" ? "link" : "text",
            sortable: noun === "schools",
          },
          column("chronic", "Chronic"),
          column("severe", "Severe: 20% and more"),
          column("moderate", "Moderate: 10 to under 20%"),
          column("atRisk", "At risk: 5 to under 10%"),
          column("satisfactory", "Satisfactory: under 5%"),
          column("tooEarly", "Too early to say"),
        ]}
        rows={groups.map(({ id, name, summary }) => {
          const { students, classified, bands, chronic } = summary;
          return {
            id,
            cells: {
              name,
              chronic:
                classified === 0 ? null : `${count(chronic)}\u00a0of\u00a0${count(classified)}`,
              severe: count(bands.severe),
              moderate: count(bands.moderate),
              atRisk: count(bands["at-risk"]),
              satisfactory: count(bands.satisfactory),
              tooEarly: count(students - classified),
            },
          };
        })}
      />
    </Card>
  );
}

function count(students: number): string {
  return students.toLocaleString("en-US");
}
