import { LockKeyhole } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { BelongingWavesChart } from "@/components/charts/belonging-waves-chart";
import { dayWords } from "@/components/insight/date-words";
import { MeasurementNote } from "@/components/insight/measurement-note";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { releaseStamp } from "@/lib/charts/release-stamp";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readTrends, type Trends } from "@/lib/services/overview/read-trends";

import { NoClassesYet } from "../no-classes-yet";
import { OverviewTabs } from "../overview-tabs";
import { SchoolChooser } from "../school-chooser";

export const metadata: Metadata = { title: "Over time" };

/** Belonging over the last pulses, of the district or of a school: only pulses that may stand beside each other. */
export default async function OverviewTrendsPage({
  searchParams,
}: {
  searchParams: Promise<{ school?: string | string[] }>;
}) {
  const { school } = await searchParams;
  const asked = Array.isArray(school) ? school[0] : school;
  const outcome = await readTrends(serviceContext(await requireStaff()), asked);
  if (!outcome.ok && outcome.code === "forbidden") notFound();
  if (!outcome.ok) return <NoClassesYet title="Over time" current="trends" />;
  const view = outcome.value;
  return (
    <>
      <PageHeader title="Over time" description={view.school?.name ?? "All schools together"} />
      <OverviewTabs current="trends" schoolId={view.school?.id} />
      <SchoolChooser
        action="/overview/trends"
        schools={view.schools}
        school={view.school}
        unknownSchool={view.unknownSchool}
        whole={view.district ? "All schools together" : undefined}
      />
      <div className="grid gap-6">
        <Chart view={view} />
        <MeasurementNote />
      </div>
    </>
  );
}

function Chart({ view }: { readonly view: Trends }) {
  const [newest] = view.waves;
  if (newest === undefined) {
    return (
      <EmptyState title="No results yet" icon={LockKeyhole}>
        They appear when the first pulse is sealed.
      </EmptyState>
    );
  }
  const same = new Set(view.waves.map(({ classes }) => classes)).size === 1;
  const asked = (classes: number) => (same ? "" : `, ${String(classes)} classes`);
  return (
    <Card>
      <BelongingWavesChart
        title={`Belonging by pulse, ${view.school?.name ?? "all schools"}`}
        stamp={releaseStamp(newest.wave)}
        waves={[...view.waves].reverse().map(({ wave, belonging, classes }) => ({
          label: `${dayWords(wave.closesAt, wave.timeZone).replace(/, \d+$/u, "")}${asked(classes)}`,
          belonging: figureOf(belonging),
        }))}
      />
      <p className="mt-4 max-w-prose text-sm text-ink-soft">
        Bands that overlap may be the same figure. A pulse that asked other questions, or whose
        students differ by so few that the difference would speak about them, is named and not
        drawn. Pulses that asked fewer than half of the classes are left out.
      </p>
    </Card>
  );
}

function figureOf(belonging: Trends["waves"][number]["belonging"]) {
  if ("ok" in belonging) return belonging;
  if ("kind" in belonging) return { ok: false, code: "withheld", withheld: belonging } as const;
  return { ok: true, belonging } as const;
}
