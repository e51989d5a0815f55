import { ChronicTable } from "@/components/insight/chronic-table";
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
      <ChronicTable
        noun="schools"
        groups={schools.map(({ schoolId, name, chronic }) => ({
          id: schoolId,
          name: { text: name, href: `/schools/${encodeURIComponent(schoolId)}` },
          summary: chronic,
        }))}
      />
    </>
  );
}
