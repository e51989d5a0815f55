import { CalendarPlus, Waves } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DataTable } from "@/components/tables/data-table";
import type { DataColumn } from "@/components/tables/table-data";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { shortDateTime, stateWords } from "@/components/waves/wave-words";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { TrusteeNotice } from "../trustee-notice";
import { listWaves } from "@/lib/services/waves/list-waves";

export const metadata: Metadata = { title: "Pulses" };

const COLUMNS: readonly DataColumn[] = [
  { id: "title", header: "Pulse", kind: "link" },
  { id: "state", header: "State", kind: "text", filter: true },
  { id: "classes", header: "Classes", kind: "number" },
  { id: "opens", header: "Opens", kind: "date" },
  { id: "closes", header: "Closes", kind: "date" },
];

/** Every pulse that reaches one's classes. */
export default async function WavesPage() {
  const waves = await listWaves(serviceContext(await requireStaff()));
  if (!waves.ok) notFound();
  const schedule = (
    <LinkButton href="/waves/new" variant="primary">
      <CalendarPlus aria-hidden />
      New pulse
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Pulses"
        description="A pulse asks classes six short questions. Answers stay sealed until it closes; then each class sees what cannot expose anyone."
        actions={waves.value.length > 0 ? schedule : undefined}
      />
      <TrusteeNotice />
      {waves.value.length === 0 ? (
        <EmptyState title="No pulse yet" icon={Waves} actions={schedule}>
          Schedule one for a class, a grade or a whole school. Students answer in about a minute,
          with a slip of paper that carries a code and no name.
        </EmptyState>
      ) : (
        <Card flush>
          <DataTable
            caption="Pulses, newest first"
            viewKey="pulses"
            noun="pulses"
            searchLabel="Search pulses"
            columns={COLUMNS}
            rows={waves.value.map((wave) => ({
              id: wave.id,
              cells: {
                title: { text: wave.title, href: `/waves/${wave.id}`, detail: wave.audience },
                state: stateWords({ ...wave, released: wave.sealedOn !== null }),
                classes: wave.classes,
                opens: {
                  iso: wave.opensAt.toISOString(),
                  text: shortDateTime(wave.opensAt, wave.timeZone),
                },
                closes: {
                  iso: wave.closesAt.toISOString(),
                  text: shortDateTime(wave.closesAt, wave.timeZone),
                },
              },
            }))}
          />
        </Card>
      )}
    </>
  );
}
