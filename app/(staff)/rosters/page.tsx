import { School } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SampleFile } from "@/components/forms/sample-file";
import { UploadForm } from "@/components/forms/upload-form";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FormMessage } from "@/components/ui/form-message";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { readRosters } from "@/lib/services/rosters/read-rosters";
import { LastImports, WaitingImports } from "./import-list";
import { countWords, sizeWords } from "./import-words";
import { rosterSummaryWords } from "./summary-words";

export const metadata: Metadata = { title: "Rosters" };

/** Upload of a roster, what waits to be looked at, and the last imports. */
export default async function RostersPage({
  searchParams,
}: {
  searchParams: Promise<{ applied?: string | string[] }>;
}) {
  const found = await readRosters(serviceContext(await requireStaff()));
  if (!found.ok) notFound();
  const { counts, dimensions, waiting, applied } = found.value;
  const zone = (await readDistrict())?.timeZone ?? "UTC";
  const { applied: justApplied } = await searchParams;
  const done = applied.find((run) => run.id === justApplied);
  return (
    <>
      <PageHeader
        title="Rosters"
        description={
          counts.classes === 0
            ? "Schools, classes, students and teachers come from your student information system."
            : `On the roster: ${countWords(counts.schools, "school", "schools")}, ${countWords(counts.classes, "class", "classes")}, ${countWords(counts.students, "student", "students")} and ${countWords(counts.teachers, "teacher", "teachers")}.`
        }
      />
      <div className="grid gap-6">
        {done ? (
          <FormMessage tone="good">
            The roster was imported. {rosterSummaryWords(done.summary)}
          </FormMessage>
        ) : null}
        <Card
          title="Import a roster"
          description="You see what would change before anything is written."
        >
          <UploadForm
            kind="roster"
            label="OneRoster file"
            hint="One zip, version 1.1 or 1.2, or all of its CSV files together. Passwords, phone numbers and demographics.csv are never read."
            accept=".zip,.csv"
            multiple
            button="Upload and compare"
            goTo="/rosters"
          />
          <SampleFile file="roster.zip" name="roster (zip)" />
        </Card>
        <Card title="Demographics">
          <p className="max-w-prose">
            {dimensions.length === 0
              ? "Off: nothing is kept of a student but name, grade and class. Pulses can be counted by home language or gender too, if you import them."
              : `Kept of each student, for pulses that ask for it: ${dimensions.join(", ")}.`}{" "}
            <Link href="/rosters/demographics" className="prose-link">
              {dimensions.length === 0 ? "What that does" : "Look at them, replace or delete them"}
            </Link>
          </p>
        </Card>
        <WaitingImports
          runs={waiting}
          zone={zone}
          what={({ bytes }) => sizeWords(bytes)}
          href="/rosters"
        />
        {applied.length > 0 ? (
          <LastImports
            runs={applied}
            zone={zone}
            what={({ summary }) => rosterSummaryWords(summary)}
          />
        ) : (
          <EmptyState title="No roster yet" icon={School}>
            <p>Import one above. Classes, pulses and attendance build on it.</p>
          </EmptyState>
        )}
      </div>
    </>
  );
}
