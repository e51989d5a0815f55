import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportPage } from "@/components/exports/report-page";
import { ReportSheet } from "@/components/exports/report-sheet";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readSchoolReport } from "@/lib/services/exports/read-school-report";

export const metadata: Metadata = { title: "School report" };

/** One page about a school as a whole, to print. */
export default async function SchoolReportPage({
  params,
}: {
  params: Promise<{ schoolId: string }>;
}) {
  const schoolId = decodeURIComponent((await params).schoolId);
  const found = await readSchoolReport(serviceContext(await requireStaff()), schoolId);
  if (!found.ok) notFound();
  const { report } = found.value;
  return (
    <ReportPage of="schools" id={schoolId} title="School report" back={report.title}>
      <ReportSheet report={report} />
    </ReportPage>
  );
}
