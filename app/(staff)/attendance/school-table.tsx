import { DataTable } from "@/components/tables/data-table";
import { Card } from "@/components/ui/card";
import type { SchoolAttendance } from "@/lib/services/attendance/read-attendance-overview";
import { dayWords } from "../rosters/import-words";

/** Each school: which days are known, where they come from, and how many students miss how much. */
export function SchoolTable({ schools }: { readonly schools: readonly SchoolAttendance[] }) {
  return (
    <>
      <Card
        title="Days that are known"
        description="School days are what absence is measured against."
      >
        <ul className="grid divide-y divide-line">
          {schools.map((school) => (
            <li key={school.schoolId} className="grid gap-0.5 py-3 first:pt-0 last:pb-0">
              <p className="font-medium">{school.name}</p>
              <p className="text-sm text-ink-soft">
                {school.firstDate === null || school.lastDate === null
                  ? "No attendance yet."
                  : `Records from ${dayWords(school.firstDate)} to ${dayWords(school.lastDate)}, on ${school.daysWithRecords.toLocaleString("en-US")} days. ${school.calendarWords}`}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Card
        flush
        title="Chronic absence"
        description="Students by share of school days missed for any reason, so far. From 10% it is chronic."
      >
        <DataTable
          caption="Chronic absence by school"
          noun="schools"
          columns={[
            { id: "school", header: "School", kind: "text" },
            { id: "chronic", header: "Chronic", kind: "number", descendingFirst: true },
            { id: "severe", header: "20% and more", kind: "number", descendingFirst: true },
            { id: "moderate", header: "10 to under 20%", kind: "number", descendingFirst: true },
            { id: "atRisk", header: "5 to under 10%", kind: "number", descendingFirst: true },
            { id: "satisfactory", header: "Under 5%", kind: "number", descendingFirst: true },
            { id: "tooEarly", header: "Too early to say", kind: "number" },
          ]}
          rows={schools.map(({ schoolId, name, chronic, bands, tooEarly }) => {
            const classified = chronic + bands["at-risk"] + bands.satisfactory;
            const share = classified === 0 ? 0 : chronic / classified;
            return {
              id: schoolId,
              cells: {
                school: name,
                chronic: {
                  value: share,
                  text:
                    classified === 0
                      ? "–"
                      : `${chronic.toLocaleString("en-US")} of ${classified.toLocaleString("en-US")}`,
                },
                severe: bands.severe,
                moderate: bands.moderate,
                atRisk: bands["at-risk"],
                satisfactory: bands.satisfactory,
                tooEarly,
              },
            };
          })}
        />
      </Card>
    </>
  );
}
