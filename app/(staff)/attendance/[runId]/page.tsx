import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Steps } from "@/components/ui/steps";
import { failureWords } from "@/lib/server/failure-words";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import {
  type AttendanceImport,
  openAttendanceImport,
} from "@/lib/services/attendance/open-attendance-import";
import { previewCalendar } from "@/lib/services/attendance/import-calendar";
import { DiscardForm } from "../../rosters/discard-form";
import { sizeWords } from "../../rosters/import-words";
import { AttendanceCheck } from "./attendance-check";
import { CalendarCheck } from "./calendar-check";
import { MappingForm } from "./mapping-form";

export const metadata: Metadata = { title: "Check an attendance file" };

/** A staged attendance or calendar file: choose columns, see what was understood, apply. */
export default async function AttendanceImportPage({
  params,
}: {
  params: Promise<{ runId: string }>;
}) {
  const context = serviceContext(await requireStaff());
  const { runId } = await params;
  const attendance = await openAttendanceImport(context, runId);
  if (attendance.ok) {
    return <AttendancePage runId={runId} found={attendance.value} />;
  }
  const calendar = attendance.code === "missing" ? await previewCalendar(context, runId) : null;
  if (calendar?.ok === false && calendar.code === "missing") notFound();
  return (
    <>
      <Header
        title="Check a calendar"
        {...(calendar?.ok ? { file: calendar.value.fileName } : {})}
      />
      <div className="grid gap-6">
        {calendar?.ok ? (
          <CalendarCheck runId={runId} preview={calendar.value} />
        ) : (
          <>
            <Notice tone="error" title={failureWords("file-changed").message} />
            <DiscardForm runId={runId} />
          </>
        )}
      </div>
    </>
  );
}

function AttendancePage({ runId, found }: { runId: string; found: AttendanceImport }) {
  const { stage } = found;
  const mapped = stage.step === "mapping" || (stage.step === "ready" && stage.mapped);
  return (
    <>
      <Header
        title="Check an attendance file"
        file={`${found.fileName}, ${sizeWords(found.bytes)}`}
      />
      <Steps
        label="Import"
        steps={[
          { id: "upload", label: "Upload" },
          ...(mapped ? [{ id: "mapping", label: "Columns" }] : []),
          { id: "ready", label: "Look" },
          { id: "apply", label: "Apply" },
        ]}
        currentId={stage.step === "mapping" ? "mapping" : "ready"}
      />
      <div className="grid gap-6">
        {stage.step === "refused" ? (
          <Notice tone="error" title="This file cannot be read. Nothing was changed.">
            <ul className="list-disc pl-5">
              {stage.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {stage.step === "mapping" ? <MappingForm runId={runId} proposal={stage.proposal} /> : null}
        {stage.step === "ready" ? <AttendanceCheck runId={runId} stage={stage} /> : null}
        <DiscardForm runId={runId} />
      </div>
    </>
  );
}

function Header({ title, file }: { readonly title: string; readonly file?: string }) {
  return (
    <PageHeader
      title={title}
      breadcrumbs={<Breadcrumbs items={[{ label: "Attendance", href: "/attendance" }]} />}
      {...(file === undefined ? {} : { description: file })}
    />
  );
}
