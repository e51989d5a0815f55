import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { SchoolsAbsenceChart } from "@/components/charts/schools-absence-chart";
import { ChronicTable } from "@/components/insight/chronic-table";
import { weekWords } from "@/components/insight/date-words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import {
  readSchoolAbsence,
  type SchoolAbsenceView,
} from "@/lib/services/insight/read-school-absence";

import { AbsenceLimits } from "./absence-limits";
import { RisingSection } from "./rising-section";

export const metadata: Metadata = { title: "School" };

/** Absence of a school and its grades: does it rise, beside what, and how many students miss how much. */
export default async function SchoolPage({ params }: { params: Promise<{ schoolId: string }> }) {
  const { schoolId } = await params;
  const context = serviceContext(await requireStaff());
  const outcome = await readSchoolAbsence(context, decodeURIComponent(schoolId));
  if (!outcome.ok) notFound();
  const view = outcome.value;
  return (
    <>
      <PageHeader
        title={view.schoolName}
        description="Absence of the school and its grades. It holds no answers."
        breadcrumbs={<Breadcrumbs items={[{ label: "Overview", href: "/overview" }]} />}
      />
      {view.school === null ? (
        <EmptyState title="No figures yet" icon={CalendarDays}>
          <p>They are counted when attendance of this school is imported.</p>
        </EmptyState>
      ) : (
        <div className="grid gap-6">
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
        </div>
      )}
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
