import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DataTable } from "@/components/tables/data-table";
import type { DataColumn, DataRow } from "@/components/tables/table-data";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { RefreshOften } from "@/components/waves/refresh-often";
import { collectedWords, STATE_TONES, STATE_WORDS } from "@/components/waves/wave-words";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readWave, type WaveClassView, type WaveView } from "@/lib/services/waves/read-wave";
import { WaveButtons } from "./wave-buttons";
import { WaveFacts } from "./wave-facts";
import { WaveNotice } from "./wave-notice";

export const metadata: Metadata = { title: "Pulse" };

/** How often the page looks again while something is under way. */
const REFRESH_SECONDS = { draft: 3, planned: 60, open: 30, closed: 3 } as const;

/** One pulse: where it stands, what can be done now, and its classes. */
export default async function WavePage({ params }: { params: Promise<{ waveId: string }> }) {
  const { waveId } = await params;
  const context = serviceContext(await requireStaff());
  const outcome = isUuid(waveId) ? await readWave(context, waveId) : null;
  if (outcome?.ok !== true) notFound();
  const wave = outcome.value;
  return (
    <>
      {wave.state === "sealed" ? null : <RefreshOften seconds={REFRESH_SECONDS[wave.state]} />}
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Pulses", href: "/waves" }]} />}
        title={wave.title}
        description={wave.audience}
        meta={<Badge tone={STATE_TONES[wave.state]}>{STATE_WORDS[wave.state]}</Badge>}
        actions={<WaveButtons waveId={wave.id} state={wave.state} mayRun={wave.may.run} />}
      />
      <div className="grid gap-6">
        <WaveNotice wave={wave} />
        <Card
          flush
          title="Classes"
          description={
            wave.otherClasses === 0
              ? undefined
              : `And ${String(wave.otherClasses)} more that are not yours.`
          }
        >
          <DataTable
            caption="Classes in this pulse"
            noun="classes"
            searchLabel="Search classes"
            columns={columnsOf(wave)}
            rows={wave.classes.map((row) => classRow(wave, row))}
          />
        </Card>
        <WaveFacts wave={wave} />
      </div>
    </>
  );
}

function columnsOf({ state }: WaveView): DataColumn[] {
  const link = (id: string, header: string): DataColumn => ({
    id,
    header,
    kind: "link",
    sortable: false,
    searchable: false,
  });
  return [
    { id: "class", header: "Class", kind: state === "sealed" ? "link" : "text" },
    { id: "school", header: "School", kind: "text", filter: true },
    { id: "students", header: "Students", kind: "number" },
    ...(state === "open" || state === "closed"
      ? [{ id: "collected", header: "Collected", kind: "text" as const, searchable: false }]
      : []),
    ...(state === "planned" || state === "open"
      ? [link("slips", "Slips"), link("card", "Class card")]
      : []),
  ];
}

function classRow(wave: WaveView, row: WaveClassView): DataRow {
  const base = `/waves/${wave.id}/classes/${encodeURIComponent(row.classId)}`;
  return {
    id: row.classId,
    cells: {
      class:
        wave.state === "sealed"
          ? { text: row.title, href: `/classes/${encodeURIComponent(row.classId)}` }
          : row.title,
      school: row.schoolName,
      students: row.rosterSize,
      collected:
        row.collectedFloor === null || row.rosterSize === null
          ? null
          : collectedWords(row.collectedFloor, wave.block, row.rosterSize),
      slips: {
        text: row.slipsMade ? "Make slips again" : "Make slips",
        href: `${base}/slips`,
      },
      card: { text: "Show card", href: `${base}/card` },
    },
  };
}
