import { CalendarDays } from "lucide-react";

import { SchoolsAbsenceChart } from "@/components/charts/schools-absence-chart";
import { ChronicTable } from "@/components/insight/chronic-table";
import { weekWords } from "@/components/insight/date-words";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { SchoolAbsenceView } from "@/lib/services/insight/read-school-absence";

import { AbsenceLimits } from "./absence-limits";
import { RisingSection } from "./rising-section";

/** Absence of a school and its grades: does it rise, beside what, and how many students miss how much. */
export function SchoolAbsence({ view }: { readonly view: SchoolAbsenceView }) {
  if (view.school === null) {
    return (
      <EmptyState title="No absence figures yet" icon={CalendarDays}>
        <p>They are counted when attendance of this school is imported.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <RisingSection view={view} school={view.school} />
      <Card>
        <SchoolsAbsenceChart {...linesOf(view)} />
      </Card>
      <ChronicTable
        noun="grades"
        groups={view.chronic.map(({ name, summary }, at) => ({
          ...{ id: String(at), name: at === 0 ? "The whole school" : name, summary },
        }))}
      />
      <AbsenceLimits />
    </>
  );
}

function linesOf({ weeks, schoolName }: SchoolAbsenceView) {
  const rate = (absent: number, days: number) => (days === 0 ? null : absent / days);
  const rest = weeks.some(({ restDays }) => restDays > 0);
  return {
    weeks: weeks.map(({ weekStart }) => weekWords(weekStart)),
    schools: [
      {
        label: schoolName,
        rates: weeks.map(({ absentDays, studentDays }) => rate(absentDays, studentDays)),
      },
      ...(rest
        ? [
            {
              label: "Other schools of the district",
              rates: weeks.map(({ restAbsent, restDays }) => rate(restAbsent, restDays)),
            },
          ]
        : []),
    ],
  };
}
