import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportSheet } from "@/components/exports/report-sheet";
import { ReportPage } from "@/components/exports/report-page";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readClassReport } from "@/lib/services/exports/read-class-report";

export const metadata: Metadata = { title: "Class report" };

/** One page about a class, to print. */
export default async function ClassReportPage({
  params,
}: {
  params: Promise<{ classId: string }>;
}) {
  const classId = decodeURIComponent((await params).classId);
  const found = await readClassReport(serviceContext(await requireStaff()), classId);
  if (!found.ok) notFound();
  const { report } = found.value;
  return (
    <ReportPage of="classes" id={classId} title="Class report" back={report.title}>
      <ReportSheet report={report} />
    </ReportPage>
  );
}
