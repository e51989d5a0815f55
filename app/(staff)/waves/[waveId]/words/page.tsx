import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readWords, type SchoolWords } from "@/lib/services/insight/read-words";
import { NAME_MARK } from "@/lib/texts/strip-names";

export const metadata: Metadata = { title: "In their own words" };

/** What students of each school wrote in a sealed pulse. */
export default async function WordsPage({ params }: { params: Promise<{ waveId: string }> }) {
  const { waveId } = await params;
  const context = serviceContext(await requireStaff());
  const outcome = isUuid(waveId) ? await readWords(context, waveId) : null;
  if (outcome?.ok !== true) notFound();
  const { title, schools } = outcome.value;
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[
              { label: "Pulses", href: "/waves" },
              { label: title, href: `/waves/${waveId}` },
            ]}
          />
        }
        title="In their own words"
        description="What students added, by school. Nobody knows who wrote what, and nothing joins it to answers or classes."
      />
      <div className="grid gap-6">
        <Notice title="Read for what, not for who">
          Do not try to find out who wrote something: the next pulse would get no true answer. Where
          somebody is not well, offer help to all. Names are replaced by {NAME_MARK}; a nickname may
          be left, and a word that is also a name may be gone.
        </Notice>
        {schools.map((school) => (
          <School key={school.schoolId} school={school} open={schools.length === 1} />
        ))}
      </div>
    </>
  );
}

function School({
  school: { schoolName, withheld, texts },
  open,
}: {
  readonly school: SchoolWords;
  readonly open: boolean;
}) {
  if (withheld !== null || texts.length === 0) {
    return (
      <Card title={schoolName}>
        <p className="text-ink-soft">
          {withheld === null ? "Nobody wrote anything." : `Not shown: ${withheld}.`}
        </p>
      </Card>
    );
  }
  return (
    <Card title={schoolName}>
      <details open={open}>
        <summary className="min-h-11 py-2.5 font-medium">What students wrote</summary>
        <ul className="grid max-w-prose divide-y divide-line">
          {texts.map((text, index) => (
            // Two students can have written the same.
            <li key={`${String(index)} ${text}`} className="py-2.5 wrap-anywhere">
              “{text}”
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
