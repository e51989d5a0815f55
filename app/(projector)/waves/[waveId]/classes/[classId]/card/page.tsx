import "@fontsource-variable/inter/wght.css";

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { QrCode } from "@/components/waves/qr-code";
import { RefreshOften } from "@/components/waves/refresh-often";
import { TimeLeft } from "@/components/waves/time-left";
import { collectedWords, dateTimeWords, leftWords } from "@/components/waves/wave-words";
import { formatCode } from "@/lib/ballots/wire/admission-code";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { environment } from "@/lib/server/environment";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { type ClassCard, readClassCard } from "@/lib/services/waves/read-class-card";
import { CardButtons } from "./card-buttons";

export const metadata: Metadata = { title: "Class card" };

const REFRESH_SECONDS = 10;

/** What a class sees on the wall while it answers. Nothing on it is secret: seats are on the slips. */
export default async function ClassCardPage({
  params,
}: {
  params: Promise<{ waveId: string; classId: string }>;
}) {
  const { waveId, classId: encoded } = await params;
  const classId = decodeURIComponent(encoded);
  const context = serviceContext(await requireStaff());
  const outcome = isUuid(waveId) ? await readClassCard(context, { waveId, classId }) : null;
  if (outcome?.ok !== true) notFound();
  const card = outcome.value;
  const { url } = environment();
  const link = `${url}/s/${card.joinCode}#manifest=${card.manifestHash}`;
  return (
    <main className="grid min-h-dvh content-between gap-5 p-5 sm:p-6 xl:p-8 2xl:p-12">
      <RefreshOften seconds={REFRESH_SECONDS} />
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-2xl leading-tight font-semibold lg:text-4xl 2xl:text-5xl">
            {card.classTitle}
          </h1>
          <p className="text-ink-soft lg:text-xl 2xl:text-2xl">{card.waveTitle}</p>
        </div>
        <CardButtons
          // A question about a state that has passed goes with it.
          key={card.state}
          waveId={waveId}
          backHref={`/waves/${waveId}`}
          mayClose={card.state === "open" && card.may.close}
        />
      </header>
      {card.state === "closed" || card.state === "sealed" ? (
        <Over waveId={waveId} />
      ) : (
        <div className="grid items-center gap-6 lg:grid-cols-[auto_1fr] lg:gap-12 2xl:gap-16">
          {/* A little more than half of the height: what is around it fits on the wall too. */}
          <div className="mx-auto w-full max-w-[min(70vw,26rem)] lg:w-[min(57dvh,40vw)] lg:max-w-none">
            <QrCode text={link} label={`QR code that opens ${url}/s/${card.joinCode}`} />
          </div>
          <div className="grid min-w-0 gap-5 text-center lg:gap-6 lg:text-left">
            <p className="text-lg break-words text-ink-soft lg:text-2xl 2xl:text-3xl">
              Scan, or go to{" "}
              <strong className="text-ink">{url.replace(/^https?:\/\//u, "")}/s</strong> and type
            </p>
            <p className="font-mono text-[clamp(2.5rem,min(9.5vw,18dvh),12rem)] leading-none font-bold tracking-wider tabular">
              {formatCode(card.joinCode)}
            </p>
            <p className="text-lg lg:text-2xl 2xl:text-3xl">
              {card.byName
                ? "Then the code on the slip with your name."
                : "Then the code on your slip."}
            </p>
          </div>
        </div>
      )}
      <footer className="grid gap-x-10 gap-y-3 border-t border-line pt-4 sm:grid-cols-3 lg:text-xl 2xl:text-2xl">
        <Fact term={card.state === "open" ? "Time left" : "State"}>
          <CardState card={card} now={context.now} />
        </Fact>
        <Fact term="Ballots collected">
          {collectedWords(card.collectedFloor, card.block, card.rosterSize)}
          {card.state === "open" ? (
            <span className="block text-base font-normal text-ink-soft">
              {leftWords(card.left)}
            </span>
          ) : null}
        </Fact>
        <Fact term="Keys">
          <span className="tabular">{shortHash(card.manifestHash)}</span>
          <Link
            href={`/trust/${waveId}`}
            prefetch={false}
            data-print="hide"
            className="prose-link block text-base font-normal"
          >
            How this stays private
          </Link>
        </Fact>
      </footer>
    </main>
  );
}

/** In the place of the codes, which are worth nothing now. */
function Over({ waveId }: { readonly waveId: string }) {
  return (
    <div className="grid gap-4 text-center">
      <p className="text-3xl font-semibold lg:text-5xl">This pulse is closed</p>
      <p className="text-lg text-ink-soft lg:text-2xl">Thank you. Nobody can answer any more.</p>
      <p data-print="hide">
        <LinkButton variant="primary" href={`/waves/${waveId}`}>
          Go to the pulse
        </LinkButton>
      </p>
    </div>
  );
}

function CardState({ card, now }: { readonly card: ClassCard; readonly now: Date }) {
  switch (card.state) {
    case "open":
      return <TimeLeft until={card.closesAt.toISOString()} now={now.toISOString()} />;
    case "draft":
    case "planned":
      return `Opens ${dateTimeWords(card.opensAt, card.timeZone)}`;
    case "closed":
    case "sealed":
      return "Closed";
  }
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <p className="text-sm text-ink-soft lg:text-base">{term}</p>
      <p className="font-semibold">{children}</p>
    </div>
  );
}
