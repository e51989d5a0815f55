import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { downloadChoices } from "@/components/exports/download-choices";
import { DataTable } from "@/components/tables/data-table";
import type { DataCell, DataColumn, DataRow } from "@/components/tables/table-data";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { DownloadMenu } from "@/components/ui/download-menu";
import { PageHeader } from "@/components/ui/page-header";
import type { Tone } from "@/components/ui/tone";
import { RefreshOften } from "@/components/waves/refresh-often";
import { collectedWords, leftWords, STATE_TONES, stateWords } from "@/components/waves/wave-words";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readWave, type WaveClassView, type WaveView } from "@/lib/services/waves/read-wave";
import { readSchoolResults } from "@/lib/services/insight/read-school-results";
import { SchoolResultsSection } from "./school-results";
import { WaveButtons } from "./wave-buttons";
import { WaveFacts } from "./wave-facts";
import { WaveNotice } from "./wave-notice";
import { WaveTrustees } from "./wave-trustees";

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
  const { id, state, may, trustees } = wave;
  const results = wave.state === "sealed" ? await readSchoolResults(context, waveId) : null;
  return (
    <>
      {wave.state === "sealed" ? null : <RefreshOften seconds={refreshSeconds(wave)} />}
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Pulses", href: "/waves" }]} />}
        title={wave.title}
        description={wave.audience}
        meta={<Badge tone={toneOf(wave)}>{wordsOf(wave)}</Badge>}
        actions={
          <>
            <WaveButtons wave={{ id, state, may, trustees }} />
            {wave.release === null ? null : <DownloadMenu choices={downloadChoices("waves", id)} />}
          </>
        }
      />
      <div className="grid gap-6">
        <WaveNotice wave={wave} />
        {wave.trustees === null ? null : <WaveTrustees wave={wave} trustees={wave.trustees} />}
        {results?.ok === true && wave.classes.length > 1 ? (
          <SchoolResultsSection results={results.value} />
        ) : null}
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
            viewKey="classes"
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

function wordsOf({ state, trustees, release }: WaveView): string {
  return stateWords({ state, waits: trustees?.waits === true, released: release !== null });
}

function toneOf({ state, release }: WaveView): Tone | "neutral" {
  return state === "sealed" && release === null ? "neutral" : STATE_TONES[state];
}

/** Trustees take hours; a page that waits for them need not look every three seconds. */
function refreshSeconds({ state, trustees }: WaveView): number {
  return state === "sealed" || trustees?.waits === true ? 30 : REFRESH_SECONDS[state];
}

function columnsOf({ state, release, admission }: WaveView): DataColumn[] {
  const link = (id: string, header: string): DataColumn => ({
    id,
    header,
    kind: "link",
    sortable: false,
    searchable: false,
  });
  return [
    { id: "class", header: "Class", kind: release === null ? "text" : "link" },
    { id: "school", header: "School", kind: "text", filter: true },
    { id: "students", header: "Students", kind: "number" },
    ...(state === "open" || state === "closed"
      ? [{ id: "collected", header: "Collected", kind: "text" as const, searchable: false }]
      : []),
    ...(state !== "open"
      ? []
      : admission === "roster"
        ? [link("left", "Left")]
        : [{ id: "left", header: "Left", kind: "text" as const, searchable: false }]),
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
        wave.release !== null
          ? { text: row.title, href: `/classes/${encodeURIComponent(row.classId)}` }
          : row.title,
      school: row.schoolName,
      students: row.rosterSize,
      collected:
        row.collectedFloor === null || row.rosterSize === null
          ? null
          : collectedWords(row.collectedFloor, wave.block, row.rosterSize),
      left: leftCell(wave, row, base),
      slips: {
        text: row.slipsMade ? "Make slips again" : "Make slips",
        href: `${base}/slips`,
      },
      card: { text: "Show card", href: `${base}/card` },
    },
  };
}

/** How many are left, in blocks; with roster sign-in the way to who they are. */
function leftCell({ state, admission }: WaveView, { left }: WaveClassView, base: string): DataCell {
  if (state !== "open" || left === null) return null;
  return admission === "roster"
    ? { text: "See who is left", href: `${base}/left`, detail: leftWords(left) }
    : leftWords(left);
}
