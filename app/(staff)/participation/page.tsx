import { HeartHandshake } from "lucide-react";
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
import {
  type ParticipationOverview,
  readParticipation,
} from "@/lib/services/participation/read-participation";
import { LastImports, WaitingImports } from "../rosters/import-list";
import { sizeWords } from "../rosters/import-words";
import { AboutChoices } from "./about-choices";
import { CONSENT_WORDS } from "./choice-words";
import { ConsentForm } from "./consent-form";
import { SchoolCounts } from "./school-counts";
import { StudentSearch } from "./student-search";
import { participationSummaryWords } from "./summary-words";

export const metadata: Metadata = { title: "Families" };

/** How families consent, what they chose, and the notice that asks them. */
export default async function ParticipationPage({
  searchParams,
}: {
  searchParams: Promise<{ applied?: string | string[] }>;
}) {
  const found = await readParticipation(serviceContext(await requireStaff()));
  if (!found.ok) notFound();
  const { consent, schools, office, timeZone } = found.value;
  const { applied: justApplied } = await searchParams;
  const done = office?.applied.find((run) => run.id === justApplied);
  return (
    <>
      <PageHeader
        title="Families"
        description={CONSENT_WORDS[consent]}
        actions={
          <LinkButton href="/participation/notice" variant="primary">
            Make a notice
          </LinkButton>
        }
      />
      <div className="grid gap-6">
        {done ? (
          <FormMessage tone="good">
            Choices were imported. {participationSummaryWords(done.summary)}
          </FormMessage>
        ) : null}
        {schools.length === 0 ? (
          <EmptyState title="There is no student yet" icon={HeartHandshake}>
            Choices are kept for students on the roster: it comes first. How families consent can be
            set before.
          </EmptyState>
        ) : (
          <>
            <StudentSearch consent={consent} />
            <Card flush title="By school" description="Students on the roster now.">
              <SchoolCounts schools={schools} />
            </Card>
          </>
        )}
        <Card title="What a choice does">
          <AboutChoices />
        </Card>
        {office === null ? null : <Office consent={consent} office={office} zone={timeZone} />}
      </div>
    </>
  );
}

function Office({
  consent,
  office: { waiting, applied },
  zone,
}: {
  readonly consent: ParticipationOverview["consent"];
  readonly office: NonNullable<ParticipationOverview["office"]>;
  readonly zone: string;
}) {
  return (
    <>
      <Card
        title="How families consent"
        description="For the whole district, from the next pulse that is planned. What families said stays."
      >
        <ConsentForm consent={consent} />
      </Card>
      <Card
        title="Import choices"
        description="You see what was understood and who would change before anything is written."
      >
        <UploadForm
          kind="participation"
          label="File with one row a student"
          hint="CSV with the student’s number as on the roster and a column “choice” (out or in) or “opt-out” (yes). A file with the numbers alone is a list of those opted out."
          accept=".csv,.txt,.tsv"
          button="Upload and look"
          goTo="/participation"
        />
        <SampleFile file="participation.csv" />
      </Card>
      <WaitingImports
        runs={waiting}
        zone={zone}
        what={({ bytes }) => sizeWords(bytes)}
        href="/participation"
      />
      <LastImports
        runs={applied}
        zone={zone}
        what={({ summary }) => participationSummaryWords(summary)}
      />
    </>
  );
}
