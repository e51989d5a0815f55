import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SampleFile } from "@/components/forms/sample-file";
import { UploadForm } from "@/components/forms/upload-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { PageHeader } from "@/components/ui/page-header";
import { MOST_KEPT } from "@/lib/roster/demographics/dimension";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import {
  type DemographicsOverview,
  readDemographicsOverview,
} from "@/lib/services/demographics/read-demographics-overview";
import { LastImports, WaitingImports } from "../import-list";
import { sizeWords } from "../import-words";
import { AboutDemographics } from "./about-demographics";
import { DeleteDemographics } from "./delete-demographics";
import { DimensionTable } from "./dimension-table";
import { demographicsSummaryWords } from "./summary-words";

export const metadata: Metadata = { title: "Demographics" };

/** Which demographics are kept, their import, and how to be rid of them. */
export default async function DemographicsPage({
  searchParams,
}: {
  searchParams: Promise<{ applied?: string | string[]; deleted?: string | string[] }>;
}) {
  const found = await readDemographicsOverview(serviceContext(await requireStaff()));
  if (!found.ok) notFound();
  const overview = found.value;
  const zone = (await readDistrict())?.timeZone ?? "UTC";
  const { applied: justApplied, deleted } = await searchParams;
  const done = overview.applied.find((run) => run.id === justApplied);
  const names = overview.dimensions.map(({ name }) => name);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Rosters", href: "/rosters" }]} />}
        title="Demographics"
        description={
          names.length === 0
            ? "Off: nothing is kept of a student but name, grade and class."
            : `Kept of each student, for pulses that ask for it: ${names.join(", ")}.`
        }
      />
      <div className="grid gap-6">
        {done ? (
          <FormMessage tone="good">
            Demographics were imported. {demographicsSummaryWords(done.summary)}
          </FormMessage>
        ) : null}
        {deleted === "1" ? <FormMessage tone="good">Deleted.</FormMessage> : null}
        {names.length === 0 ? null : <Kept overview={overview} />}
        <AboutDemographics />
        <Card
          title={names.length === 0 ? "Import demographics" : "Import again, or more"}
          description={`You choose what is taken (at most ${String(MOST_KEPT)}) and see what was understood before anything is written. Nothing else in the file is kept.`}
        >
          <UploadForm
            kind="demographics"
            label="File with one row a student"
            hint="OneRoster’s demographics.csv or the zip it is in, or any CSV with the student’s number as on the roster."
            accept=".zip,.csv,.txt,.tsv"
            button="Upload and choose columns"
            goTo="/rosters/demographics"
          />
          <SampleFile file="demographics.csv" />
        </Card>
        <Imports overview={overview} zone={zone} />
      </div>
    </>
  );
}

function Kept({ overview }: { readonly overview: DemographicsOverview }) {
  const { dimensions, students } = overview;
  return (
    <Card
      title="What is kept"
      description="Whole district, of the roster as it is now. Import a file again to replace what it names."
      actions={dimensions.length > 1 ? <DeleteDemographics dimension={null} /> : null}
    >
      <div className="grid gap-4">
        {dimensions.map((dimension) => (
          <details key={dimension.name} className="rounded-md border border-line">
            <summary className="min-h-11 px-3 py-2.5 font-medium">
              {dimension.name}{" "}
              <span className="font-normal text-ink-soft">
                ({dimension.categories.length} categories)
              </span>
            </summary>
            <div className="grid gap-4 border-t border-line p-3">
              <DimensionTable dimension={dimension} students={students} />
              <div>
                <DeleteDemographics dimension={dimension.name} />
              </div>
            </div>
          </details>
        ))}
      </div>
    </Card>
  );
}

function Imports({
  overview: { waiting, applied },
  zone,
}: {
  readonly overview: DemographicsOverview;
  readonly zone: string;
}) {
  return (
    <>
      <WaitingImports
        runs={waiting}
        zone={zone}
        what={({ bytes }) => sizeWords(bytes)}
        href="/rosters/demographics"
      />
      <LastImports
        runs={applied}
        zone={zone}
        what={({ summary }) => demographicsSummaryWords(summary)}
      />
    </>
  );
}
