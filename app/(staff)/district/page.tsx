import { School } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import Link from "next/link";
import { Suspense } from "react";

import { SchoolsAbsenceChart } from "@/components/charts/schools-absence-chart";
import { weekWords } from "@/components/insight/date-words";
import { FlagsCard } from "@/components/insight/flags-card";
import { GroupResults } from "@/components/insight/group-results";
import { MeasurementNote } from "@/components/insight/measurement-note";
import { StrengthsCard } from "@/components/insight/strengths-card";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import {
  type DistrictView,
  readDistrictHead,
  readDistrictResults,
} from "@/lib/services/insight/read-district-results";

export const metadata: Metadata = { title: "District" };

/** The district as a whole, for its administrators: the building blocks of the class and school pages. */
export default async function DistrictPage() {
  const context = serviceContext(await requireStaff());
  const head = await readDistrictHead(context);
  if (!head.ok) notFound();
  return (
    <>
      <PageHeader
        title={head.value.name}
        description="The district as a whole: its pulses and its attendance."
      />
      <Suspense fallback={<CardsSkeleton label="Loading the district" />}>
        <Body reading={readDistrictResults(context)} />
      </Suspense>
    </>
  );
}

async function Body({ reading }: { readonly reading: ReturnType<typeof readDistrictResults> }) {
  const outcome = await reading;
  if (!outcome.ok) notFound();
  const { pulse, weeks, flags, schools } = outcome.value;
  if (schools.length === 0) return <NoSchools />;
  return (
    <div className="grid gap-6">
      <GroupResults group="district" pulse={pulse}>
        <FlagsCard open={flags.open} act={flags.act} />
      </GroupResults>
      {pulse === null ? null : <StrengthsCard strengths={pulse.strengths} />}
      <Card title="Absence" description="All schools together. It holds no answers.">
        {weeks.length === 0 ? (
          <p className="text-ink-soft">No attendance has been imported yet.</p>
        ) : (
          <SchoolsAbsenceChart {...lineOf(weeks)} />
        )}
      </Card>
      <Schools schools={schools} />
      <MeasurementNote />
    </div>
  );
}

function lineOf(weeks: DistrictView["weeks"]) {
  const rates = weeks.map(({ absentDays, studentDays }) =>
    studentDays === 0 ? null : absentDays / studentDays,
  );
  return {
    weeks: weeks.map(({ weekStart }) => weekWords(weekStart)),
    schools: [{ label: "The whole district", rates }],
  };
}

/** By name, and with nothing beside it: what each is like is said on its own page. */
function Schools({ schools }: { readonly schools: DistrictView["schools"] }) {
  return (
    <Card title="Schools" description="In the order of their names.">
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {schools.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`/schools/${encodeURIComponent(id)}`}
              prefetch={false}
              className="prose-link inline-block py-2"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function NoSchools() {
  return (
    <EmptyState
      icon={School}
      title="No schools yet"
      actions={
        <LinkButton href="/rosters" variant="primary">
          Import a roster
        </LinkButton>
      }
    >
      Schools and their classes come with the roster of your student information system.
    </EmptyState>
  );
}
