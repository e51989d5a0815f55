import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { MeasurementNote } from "@/components/insight/measurement-note";
import { DataTable } from "@/components/tables/data-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { type Overview, readOverview } from "@/lib/services/overview/read-overview";

import { AskedNotice } from "../asked-notice";
import { TrusteeNotice } from "../trustee-notice";
import { ABSENCE_COLUMNS, absenceRows } from "./absence-rows";
import { Attention } from "./attention";
import { attentionLine } from "./attention-words";
import { OverviewCharts } from "./overview-charts";
import { OverviewTabs } from "./overview-tabs";
import { GRADE_COLUMNS, gradeRows, SCHOOL_COLUMNS, schoolRows } from "./school-rows";
import { SetUpSteps } from "./set-up-steps";

export const metadata: Metadata = { title: "Overview" };

/** For administrators: what needs attention, and schools with their grades. Never a ranking. */
export default async function OverviewPage() {
  const actor = await requireStaff();
  const outcome = await readOverview(serviceContext(actor));
  if (!outcome.ok) notFound();
  const overview = outcome.value;
  const isDistrict = actor.role === "district-administrator";
  if (overview.schools.length === 0) {
    return (
      <>
        <PageHeader title="Overview" />
        <SetUpSteps overview={overview} isDistrict={isDistrict} />
      </>
    );
  }
  return (
    <>
      <PageHeader title="Overview" />
      <OverviewTabs current="today" />
      <TrusteeNotice />
      <AskedNotice />
      <div className="grid gap-6">
        {overview.lastWave === null ? (
          <SetUpSteps overview={overview} isDistrict={isDistrict} />
        ) : null}
        <Attention
          overview={overview}
          lines={overview.attention.map((item) => attentionLine(item, isDistrict))}
        />
        <OverviewCharts overview={overview} />
        <Lists overview={overview} />
        <MeasurementNote />
      </div>
    </>
  );
}

function Lists({ overview }: { readonly overview: Overview }) {
  const { schools, absence } = overview;
  const grades = gradeRows(schools, absence);
  return (
    <>
      <Card
        title="Schools"
        description="Each in its last pulse, by name. A school leads to its classes."
        flush
      >
        <DataTable
          caption="List of schools"
          viewKey="schools"
          noun="schools"
          searchLabel="Search school"
          search={schools.length > 5}
          columns={SCHOOL_COLUMNS}
          rows={schoolRows(schools)}
          pageSize={20}
        />
      </Card>
      {grades.length > 0 ? (
        <Card
          title="Grades"
          description="Each in its school’s last pulse; its absence beside the rest of its school. There is no order by result, because bands overlap and an order would claim more than they say."
          flush
        >
          <DataTable
            caption="List of grades"
            noun="grades"
            searchLabel="Search grade"
            search={false}
            columns={GRADE_COLUMNS}
            rows={grades}
            pageSize={20}
          />
        </Card>
      ) : null}
      {absence.length > 0 ? (
        <Card
          title="Absence by school and grade"
          description="Each school beside the rest of its district, each grade beside the rest of its school, in the last four school weeks. A rise of a whole grade is found where its classes are too small to show it."
          flush
        >
          <DataTable
            caption="Absence by school and grade"
            viewKey="absence"
            noun="schools"
            searchLabel="Search school"
            columns={ABSENCE_COLUMNS}
            rows={absenceRows(absence)}
            pageSize={20}
          />
        </Card>
      ) : null}
    </>
  );
}
