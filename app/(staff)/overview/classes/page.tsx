import { LockKeyhole } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";

import { ClassScatterChart } from "@/components/charts/class-scatter-chart";
import { HeatMapFigure } from "@/components/charts/heat-map-figure";
import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { MeasurementNote } from "@/components/insight/measurement-note";
import { DataTable } from "@/components/tables/data-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { heatMap } from "@/lib/charts/heat-map";
import { releaseStamp } from "@/lib/charts/release-stamp";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readSchoolClasses, type SchoolClasses } from "@/lib/services/overview/read-school-classes";

import { CLASS_COLUMNS, classRows } from "../class-rows";
import { NoClassesYet } from "../no-classes-yet";
import { OverviewTabs } from "../overview-tabs";
import { SchoolChooser } from "../school-chooser";

export const metadata: Metadata = { title: "Classes of a school" };

const PARTS = [
  ["map", "By what was asked about"],
  ["absence", "Beside change in absence"],
  ["list", "List"],
] as const;

/** The classes of one school beside each other: heat map, scatter, list. Never in an order by result. */
export default async function OverviewClassesPage({
  searchParams,
}: {
  searchParams: Promise<{ school?: string | string[] }>;
}) {
  const { school } = await searchParams;
  const asked = Array.isArray(school) ? school[0] : school;
  const outcome = await readSchoolClasses(serviceContext(await requireStaff()), asked);
  if (!outcome.ok && outcome.code === "forbidden") notFound();
  if (!outcome.ok) return <NoClassesYet title="Classes of a school" current="classes" />;
  const view = outcome.value;
  return (
    <>
      <PageHeader title="Classes of a school" description={view.school.name} />
      <OverviewTabs current="classes" schoolId={view.school.id} />
      <SchoolChooser
        action="/overview/classes"
        schools={view.schools}
        school={view.school}
        unknownSchool={view.unknownSchool}
      />
      <div className="grid grid-cols-1 gap-6">
        {view.charts === null ? (
          <EmptyState title="No results yet" icon={LockKeyhole}>
            They appear when the first pulse of this school is sealed.
          </EmptyState>
        ) : (
          <Charts charts={view.charts} />
        )}
        <div id="list">
          <Card
            title="List"
            description="Each class in its last pulse. Sort by class, grade or flag; there is no order by result, because bands overlap and an order would claim more than they say."
            flush
          >
            <DataTable
              caption="List of classes"
              noun="classes"
              searchLabel="Search class"
              columns={CLASS_COLUMNS}
              rows={classRows(view.classes)}
            />
          </Card>
        </div>
        <p>
          <Link href="/classes" className="prose-link">
            Classes of every school
          </Link>
        </p>
        <MeasurementNote />
      </div>
    </>
  );
}

function Charts({ charts }: { readonly charts: NonNullable<SchoolClasses["charts"]> }) {
  const { wave, constructs, rows, points, regions, notAsked } = charts;
  const stamp = releaseStamp(wave);
  const columns = constructs.map((construct) => CONSTRUCT_WORDS[construct]);
  const classes = rows.map(({ id, title, cells }) => ({ id, label: title, cells }));
  return (
    <>
      <p className="max-w-prose text-sm text-ink-soft">
        {wave.title}.{" "}
        {notAsked.length === 0
          ? "It asked every class."
          : `It did not ask ${notAsked.join(", ")}: not in the charts, and in the list with their own last pulse.`}
      </p>
      <nav aria-label="On this page">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {PARTS.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`} className="prose-link inline-block py-1">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Card>
        <div id="map" />
        <HeatMapFigure
          title="Classes by what was asked about"
          parts={heatMap(columns, classes)}
          stamp={stamp}
        />
      </Card>
      <Card>
        <div id="absence" />
        <ClassScatterChart points={points} regions={regions} stamp={stamp} />
      </Card>
    </>
  );
}
