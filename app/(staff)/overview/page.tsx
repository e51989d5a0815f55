import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { MeasurementNote } from "@/components/insight/measurement-note";
import { DataTable } from "@/components/tables/data-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readOverview } from "@/lib/services/overview/read-overview";

import { Attention } from "./attention";
import { ABSENCE_COLUMNS, absenceRows } from "./absence-rows";
import { CLASS_COLUMNS, classRows } from "./class-rows";
import { OverviewCharts } from "./overview-charts";
import { SCHOOL_COLUMNS, schoolRows } from "./school-rows";
import { TrusteeNotice } from "../trustee-notice";
import { SetUpSteps } from "./set-up-steps";

export const metadata: Metadata = { title: "Overview" };

/** For administrators: what needs attention, schools, and every class. Never a ranking. */
export default async function OverviewPage() {
  const actor = await requireStaff();
  const outcome = await readOverview(serviceContext(actor));
  if (!outcome.ok) notFound();
  const overview = outcome.value;
  const isDistrict = actor.role === "district-administrator";
  if (overview.classes.length === 0) {
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
      <TrusteeNotice />
      <div className="grid gap-6">
        {overview.lastWave === null ? (
          <SetUpSteps overview={overview} isDistrict={isDistrict} />
        ) : null}
        <Attention overview={overview} />
        <OverviewCharts overview={overview} />
        {overview.schools.length > 1 ? (
          <Card title="Schools" description="Each in its last pulse" flush>
            <DataTable
              caption="List of schools"
              noun="schools"
              searchLabel="Search school"
              columns={SCHOOL_COLUMNS}
              rows={schoolRows(overview.schools)}
              pageSize={20}
            />
          </Card>
        ) : null}
        {overview.absence.length > 0 ? (
          <Card
            title="Absence by school and grade"
            description="Each school beside the rest of its district, each grade beside the rest of its school, in the last four school weeks. A rise of a whole grade is found where its classes are too small to show it."
            flush
          >
            <DataTable
              caption="Absence by school and grade"
              noun="schools"
              searchLabel="Search school"
              columns={ABSENCE_COLUMNS}
              rows={absenceRows(overview.absence)}
              pageSize={20}
            />
          </Card>
        ) : null}
        <Card
          title="Classes"
          description="Each in its last pulse. Sort by class, school, grade or flag; there is no order by result, because bands overlap and an order would claim more than they say."
          flush
        >
          <DataTable
            caption="List of classes"
            noun="classes"
            searchLabel="Search class or school"
            columns={CLASS_COLUMNS}
            rows={classRows(overview.classes)}
          />
        </Card>
        <MeasurementNote />
      </div>
    </>
  );
}
