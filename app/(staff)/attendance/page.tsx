import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SampleFile } from "@/components/forms/sample-file";
import { UploadForm } from "@/components/forms/upload-form";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FormMessage } from "@/components/ui/form-message";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { readAttendanceOverview } from "@/lib/services/attendance/read-attendance-overview";
import { LastImports, WaitingImports } from "../rosters/import-list";
import { sizeWords } from "../rosters/import-words";
import { SchoolTable } from "./school-table";
import { attendanceSummaryWords } from "./summary-words";

export const metadata: Metadata = { title: "Attendance" };

/** What attendance is there, uploads of attendance and of the school calendar, and the last imports. */
export default async function AttendancePage({
  searchParams,
}: {
  searchParams: Promise<{ applied?: string | string[] }>;
}) {
  const found = await readAttendanceOverview(serviceContext(await requireStaff()));
  if (!found.ok) notFound();
  const { schools, waiting, applied } = found.value;
  const zone = (await readDistrict())?.timeZone ?? "UTC";
  const { applied: justApplied } = await searchParams;
  const done = applied.find((run) => run.id === justApplied);
  const any = schools.some((school) => school.records > 0);
  return (
    <>
      <PageHeader
        title="Attendance"
        description="Hearth counts absence by class and week to see where it rises. It never mixes it with a student's answers."
      />
      <div className="grid gap-6">
        {done ? (
          <FormMessage tone="good">
            {done.kind === "calendar" ? "The calendar" : "Attendance"} was imported.{" "}
            {attendanceSummaryWords(done.summary)}
          </FormMessage>
        ) : null}
        {any ? (
          <SchoolTable schools={schools} />
        ) : (
          <EmptyState
            title="No attendance yet"
            icon={CalendarDays}
            actions={
              schools.length === 0 ? (
                <LinkButton href="/rosters" variant="primary">
                  Import a roster
                </LinkButton>
              ) : undefined
            }
          >
            <p>
              {schools.length === 0
                ? "Import a roster first: attendance is read against its students."
                : "Import the daily attendance of this school year below."}
            </p>
          </EmptyState>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card
            title="Import attendance"
            description="Only what is new or corrected is needed. The same file twice changes nothing."
          >
            <UploadForm
              kind="attendance"
              label="Attendance file"
              hint="CSV. Clever's format is read as it is; for any other you say which column is which."
              accept=".csv,.txt,.tsv"
              button="Upload and check"
              goTo="/attendance"
            />
            <SampleFile file="attendance.csv" />
          </Card>
          <Card
            title="Import the school calendar"
            description="Without one, school days are inferred from the days with records."
          >
            <UploadForm
              kind="calendar"
              label="Calendar file"
              hint="CSV with the columns date, kind and, if schools differ, school_id."
              accept=".csv,.txt,.tsv"
              button="Upload and check"
              goTo="/attendance"
            />
            <SampleFile file="calendar.csv" />
          </Card>
        </div>
        <WaitingImports
          runs={waiting}
          zone={zone}
          what={({ kind, bytes }) =>
            `${kind === "calendar" ? "Calendar" : "Attendance"}, ${sizeWords(bytes)}`
          }
          href="/attendance"
        />
        <LastImports
          runs={applied}
          zone={zone}
          what={({ summary }) => attendanceSummaryWords(summary)}
        />
      </div>
    </>
  );
}
