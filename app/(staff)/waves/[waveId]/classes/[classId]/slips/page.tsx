import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { listNotAsked } from "@/lib/services/waves/list-not-asked";
import { readClassCard } from "@/lib/services/waves/read-class-card";
import { NotAsked } from "./not-asked";
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
  const notAsked = await listNotAsked(context, { waveId, classId });
  const { classTitle, waveTitle, state, rosterSize, slipsMade, dimensions, admission, byName } =
    card.value;
  // Slips dealt by chance are as many as were planned: nobody could say which one to leave out.
  const gone = notAsked.ok && byName ? notAsked.value.planned : 0;
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
            byName
              ? "One slip for each student, with the student’s name and a code that works once."
              : "One slip for each student, each with a code that works once. No slip has a name, and nobody knows who gets which."
          }
        />
      </div>
      {state === "planned" || state === "open" ? (
        <>
          <NotAsked names={notAsked.ok ? notAsked.value.names : []} />
          <SlipMaker
            target={{ waveId, classId }}
            slips={rosterSize - gone}
            madeBefore={slipsMade}
            dimensions={dimensions}
            admission={admission}
          />
        </>
      ) : (
        <Notice title="This pulse is over">Slips can be made until it closes.</Notice>
      )}
    </>
  );
}
