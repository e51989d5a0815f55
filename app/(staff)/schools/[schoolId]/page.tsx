import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";

import { downloadChoices } from "@/components/exports/download-choices";
import { FlagsCard } from "@/components/insight/flags-card";
import { GroupResults } from "@/components/insight/group-results";
import { MeasurementNote } from "@/components/insight/measurement-note";
import { StrengthsCard } from "@/components/insight/strengths-card";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DownloadMenu } from "@/components/ui/download-menu";
import { PageHeader } from "@/components/ui/page-header";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readSchool } from "@/lib/services/insight/read-school";
import { readSchoolHead } from "@/lib/services/insight/read-school-head";

import { SchoolAbsence } from "./school-absence";

export const metadata: Metadata = { title: "School" };

/** One school: how it is, what changed, its themes, and whether its absence or that of its grades rises. */
export default async function SchoolPage({ params }: { params: Promise<{ schoolId: string }> }) {
  const schoolId = decodeURIComponent((await params).schoolId);
  const actor = await requireStaff();
  const context = serviceContext(actor);
  const head = await readSchoolHead(context, schoolId);
  if (!head.ok) notFound();
  const reading = readSchool(context, schoolId);
  const isDistrict = actor.role === "district-administrator";
  return (
    <>
      <PageHeader
        title={head.value.name}
        description="The school as a whole: its pulses and its attendance."
        breadcrumbs={
          <Breadcrumbs
            items={[
              { label: "Overview", href: "/overview" },
              ...(isDistrict ? [{ label: "District", href: "/district" }] : []),
            ]}
          />
        }
        actions={
          <Suspense fallback={null}>
            <Downloads reading={reading} schoolId={schoolId} />
          </Suspense>
        }
      />
      <Suspense fallback={<CardsSkeleton label="Loading the school" />}>
        <Body reading={reading} />
      </Suspense>
    </>
  );
}

type Reading = ReturnType<typeof readSchool>;

async function Downloads({
  reading,
  schoolId,
}: {
  readonly reading: Reading;
  readonly schoolId: string;
}) {
  const outcome = await reading;
  return outcome.ok && outcome.value.pulse !== null ? (
    <DownloadMenu choices={downloadChoices("schools", schoolId)} />
  ) : null;
}

async function Body({ reading }: { readonly reading: Reading }) {
  const outcome = await reading;
  if (!outcome.ok) notFound();
  const { absence, pulse, flags } = outcome.value;
  return (
    <div className="grid gap-6">
      <GroupResults group="school" pulse={pulse}>
        <FlagsCard open={flags.open} act={flags.act} />
      </GroupResults>
      {pulse === null ? null : <StrengthsCard strengths={pulse.strengths} />}
      <SchoolAbsence view={absence} />
      <MeasurementNote />
    </div>
  );
}
