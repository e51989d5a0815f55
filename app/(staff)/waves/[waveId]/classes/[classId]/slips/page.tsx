import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readClassCard } from "@/lib/services/waves/read-class-card";
import { SlipMaker } from "./slip-maker";

export const metadata: Metadata = { title: "Slips" };

/** Makes and prints the slips of one class. */
export default async function SlipsPage({
  params,
}: {
  params: Promise<{ waveId: string; classId: string }>;
}) {
  const { waveId, classId: encoded } = await params;
  const classId = decodeURIComponent(encoded);
  const context = serviceContext(await requireStaff());
  const card = isUuid(waveId) ? await readClassCard(context, { waveId, classId }) : null;
  if (card?.ok !== true) notFound();
  const { classTitle, waveTitle, state, rosterSize, slipsMade, dimensions } = card.value;
  return (
    <>
      <div data-print="hide">
        <PageHeader
          breadcrumbs={
            <Breadcrumbs
              items={[
                { label: "Pulses", href: "/waves" },
                { label: waveTitle, href: `/waves/${waveId}` },
              ]}
            />
          }
          title={`Slips for ${classTitle}`}
          description={
            dimensions.length === 0
              ? "One slip for each student, each with a code that works once. No slip has a name, and nobody knows who gets which."
              : "One slip for each student, with the student’s name and a code that works once."
          }
        />
      </div>
      {state === "planned" || state === "open" ? (
        <SlipMaker
          target={{ waveId, classId }}
          slips={rosterSize}
          madeBefore={slipsMade}
          dimensions={dimensions}
        />
      ) : (
        <Notice title="This pulse is over">Slips can be made until it closes.</Notice>
      )}
    </>
  );
}
