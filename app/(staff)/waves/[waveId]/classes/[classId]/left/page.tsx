import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { dateTimeWords } from "@/components/waves/wave-words";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { listNotCollected } from "@/lib/services/waves/list-not-collected";
import { LeftList } from "./left-list";

export const metadata: Metadata = { title: "Who is left" };

/**
 * Who of a class has not collected a ballot yet, with roster sign-in. It does not refresh itself. Attack: left open
 * beside the class, a list that moves by itself is a record of who answered when.
 */
export default async function LeftPage({
  params,
}: {
  params: Promise<{ waveId: string; classId: string }>;
}) {
  const { waveId, classId: encoded } = await params;
  const classId = decodeURIComponent(encoded);
  const context = serviceContext(await requireStaff());
  const outcome = isUuid(waveId) ? await listNotCollected(context, { waveId, classId }) : null;
  if (outcome?.ok !== true) notFound();
  const { classTitle, waveTitle, students, rosterSize, closesAt, timeZone } = outcome.value;
  const here = `/waves/${waveId}/classes/${encodeURIComponent(classId)}/left`;
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
          title={`Who is left in ${classTitle}`}
          description={`${String(students.length)} of ${String(rosterSize)} students have not collected a ballot yet. They can until ${dateTimeWords(closesAt, timeZone)}.`}
          actions={<LinkButton href={here}>Look again</LinkButton>}
        />
      </div>
      <div className="grid gap-6">
        <div data-print="hide">
          <Notice title="What this list says">
            Only that somebody has not begun. Nobody can see what anybody answered, who skipped
            questions, or when a ballot was collected. A pulse is no test: remind, never press. Do
            not show this list to the class.
          </Notice>
        </div>
        <LeftList target={{ waveId, classId }} students={students} />
      </div>
    </>
  );
}
