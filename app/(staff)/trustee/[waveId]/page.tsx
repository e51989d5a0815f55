import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RefreshOften } from "@/components/waves/refresh-often";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readTrusteeship } from "@/lib/services/trustees/read-trusteeship";
import { TrusteeStepCard } from "./trustee-step";

export const metadata: Metadata = { title: "Your part of a key" };

const LOOK_AGAIN = { "wait-for-keys": 3, "wait-for-seal": 3, "wait-for-others": 30 } as const;

/** A pulse for one of its trustees: to take their part of its key, and to give it back. */
export default async function TrusteePage({ params }: { params: Promise<{ waveId: string }> }) {
  const { waveId } = await params;
  const context = serviceContext(await requireStaff());
  const outcome = isUuid(waveId) ? await readTrusteeship(context, waveId) : null;
  if (outcome?.ok !== true) notFound();
  const view = outcome.value;
  const again = new Map<string, number>(Object.entries(LOOK_AGAIN)).get(view.step);
  return (
    <>
      {again === undefined ? null : <RefreshOften seconds={again} />}
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Pulses", href: "/waves" }]} />}
        title="Your part of a key"
        description={`Pulse: ${view.title}, ${view.audience}`}
        actions={
          view.mayReadWave ? (
            <LinkButton href={`/waves/${waveId}`}>To the pulse</LinkButton>
          ) : undefined
        }
      />
      <div className="grid gap-6">
        <TrusteeStepCard view={view} />
        <div data-print="hide">
          <Card title="What a trustee does">
            <ul className="grid max-w-prose list-disc gap-2 pl-5">
              <li>
                You, {view.others.join(" and ")} hold the key that opens the answers of this pulse,
                between you. Any two of you can have it opened after it has closed. One of you
                cannot, and neither can the server by itself.
              </li>
              <li>
                Opening means that Hearth counts the answers and destroys them. No trustee sees an
                answer, and neither does anybody else.
              </li>
              <li>
                The server forgets your code once you have it. If two of you lose theirs, the pulse
                can never be opened.
              </li>
              <li>Give your code to nobody, also not to another trustee or an administrator.</li>
            </ul>
          </Card>
        </div>
      </div>
    </>
  );
}
