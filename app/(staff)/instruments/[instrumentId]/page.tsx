import { Download } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClassName } from "@/components/ui/button-style";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { translatorNotes } from "@/lib/instruments/catalogue";
import { CONSTRUCTS, isIndexItem, type Item, languagesOf } from "@/lib/instruments/instrument";
import { isRotating, questionsEach } from "@/lib/instruments/forms";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readInstrument } from "@/lib/services/instruments/read-instruments";
import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { findRecordings } from "@/lib/services/recordings/find-recordings";
import { gradesWords } from "@/components/insight/grades-words";
import { RecordingsCard } from "./recordings-card";

export const metadata: Metadata = { title: "Questions" };

/** One instrument: every item with what it measures, both languages, and what translators must know. */
export default async function InstrumentPage({
  params,
  searchParams,
}: {
  params: Promise<{ instrumentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ instrumentId }, { say }] = await Promise.all([params, searchParams]);
  const actor = await requireStaff();
  const context = serviceContext(actor);
  const found = await readInstrument(context, decodeURIComponent(instrumentId));
  if (!found.ok) notFound();
  const { key, instrument, asks, purpose, inPulses } = found.value;
  const file = `/api/instruments/${key}`;
  const recordings = inPulses ? await findRecordings(instrument) : [];
  const [forAll] = instrument.items.flatMap(({ id }) => translatorNotes(id).slice(0, 1));
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Questions", href: "/instruments" }]} />}
        title={instrument.title.en}
        description={purpose ?? "Brought in by your district."}
        meta={
          <Badge>
            {asks === "staff" ? "Staff" : gradesWords(instrument.grades)}, version{" "}
            {instrument.version}
          </Badge>
        }
        actions={
          <>
            {inPulses ? (
              <LinkButton href={`/instruments/${key}/print`}>For families</LinkButton>
            ) : null}
            <a href={file} download className={buttonClassName({})}>
              <Download aria-hidden />
              JSON
            </a>
            <a href={`${file}?format=csv`} download className={buttonClassName({})}>
              <Download aria-hidden />
              CSV
            </a>
          </>
        }
      />
      <div className="grid gap-6">
        <Card title="How it is asked">
          <p className="max-w-prose">“{instrument.lead.en}”</p>
          <p className="max-w-prose text-ink-soft" lang="es">
            “{instrument.lead.es}”
          </p>
          <p className="mt-3 max-w-prose">
            Answers: {instrument.scale.labels.en.join(" · ")}. Favourable:{" "}
            {instrument.scale.favourable
              .map((point) => instrument.scale.labels.en[point - 1])
              .join(" and ")}
            ; of a reversed question the other end.
          </p>
          {isRotating(instrument) ? (
            <p className="mt-3 max-w-prose">
              Each student is asked {questionsEach(instrument)} of the {instrument.items.length}:
              those without a pair, and two pairs dealt by chance on their own device. Nobody learns
              who was asked which. Results are by theme, over a term’s pulses together.
            </p>
          ) : null}
          {forAll === undefined ? null : (
            <p className="mt-3 max-w-prose text-sm text-ink-soft">To translators: {forAll}</p>
          )}
        </Card>
        {CONSTRUCTS.map((construct) => {
          const items = instrument.items.filter((item) => item.construct === construct);
          const [first] = items;
          if (first === undefined) return null;
          return (
            <Card
              key={construct}
              title={CONSTRUCT_WORDS[construct]}
              description={
                isIndexItem(first)
                  ? "Part of the belonging figure."
                  : "Shown beside the belonging figure."
              }
            >
              <ul className="grid divide-y divide-line">
                {items.map((item) => (
                  <li key={item.id} className="py-3 first:pt-0 last:pb-0">
                    <Question item={item} />
                  </li>
                ))}
              </ul>
            </Card>
          );
        })}
        {inPulses ? (
          <RecordingsCard
            instrumentKey={key}
            instrument={instrument}
            recordings={recordings}
            language={languagesOf(instrument).find((each) => each === say) ?? "en"}
            mayRecord={can(actor, "district.configure", undefined).allowed}
          />
        ) : null}
      </div>
    </>
  );
}

function Question({
  item: { id, version, text, anchor, reverse, pair, scale },
}: {
  readonly item: Item;
}) {
  const [, note] = translatorNotes(id);
  return (
    <div className="grid max-w-prose gap-1">
      <p className="font-medium">{text.en}</p>
      <p lang="es" className="text-ink-soft">
        {text.es}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <code className="text-xs">
          {id}, version {version}
        </code>
        {anchor ? <Badge>Anchor</Badge> : null}
        {reverse ? <Badge>Reversed</Badge> : null}
        {pair === undefined ? null : <Badge>Pair {pair}</Badge>}
      </p>
      {scale === undefined ? null : (
        <p className="text-sm text-ink-soft">Answers: {scale.labels.en.join(" · ")}</p>
      )}
      {note === undefined ? null : <p className="text-sm text-ink-soft">{note}</p>}
    </div>
  );
}
