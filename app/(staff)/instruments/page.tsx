import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { questionsEach } from "@/lib/instruments/forms";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { type ListedInstrument, readCatalogue } from "@/lib/services/instruments/read-instruments";
import { gradesWords } from "@/components/insight/grades-words";
import { ImportForm } from "./import-form";

export const metadata: Metadata = { title: "Questions" };

/** What can be asked, and where a district brings in a scale of its own. */
export default async function InstrumentsPage() {
  const catalogue = await readCatalogue(serviceContext(await requireStaff()));
  if (!catalogue.ok) notFound();
  const { instruments, mayImport } = catalogue.value;
  return (
    <>
      <PageHeader
        title="Questions"
        actions={
          <>
            <LinkButton href="/languages">Languages</LinkButton>
            {mayImport ? (
              <LinkButton href="/instruments/new">Put your own form together</LinkButton>
            ) : null}
          </>
        }
        description="What students and staff can be asked, word for word. Hearth’s own questions are our own wording; a changed wording is a new version."
      />
      <div className="grid gap-6">
        <ul className="grid gap-4 lg:grid-cols-2">
          {instruments.map((entry) => (
            <li key={entry.key} className="grid">
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
        {mayImport ? (
          <Card
            title="Bring in a scale of your own"
            description="For published scales you hold the rights to. JSON or CSV, as the downloads of the others show; docs/instruments.md describes both."
          >
            <ImportForm />
          </Card>
        ) : null}
      </div>
    </>
  );
}

function Entry({
  entry: { key, instrument, asks, purpose, inPulses },
}: {
  readonly entry: ListedInstrument;
}) {
  const count = instrument.items.length;
  const each = questionsEach(instrument);
  return (
    <Card
      title={
        <Link href={`/instruments/${key}`} className="prose-link">
          {instrument.title.en}
        </Link>
      }
      description={purpose ?? "Brought in by your district."}
    >
      <div className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <span>
          {asks === "staff" ? "Staff" : gradesWords(instrument.grades)} · {count}{" "}
          {count === 1 ? "question" : "questions"}
          {each < count ? `, ${String(each)} for each student` : ""} · {instrument.scale.points}{" "}
          answers
        </span>
        {inPulses ? <Badge tone="good">In pulses</Badge> : <Badge>To look at</Badge>}
      </div>
    </Card>
  );
}
