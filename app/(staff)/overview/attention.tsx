import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";

import { dayWords, timeWords } from "@/components/insight/date-words";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { participationShare } from "@/components/insight/participation-words";
import type { Overview } from "@/lib/services/overview/read-overview";
import { waitsForTrustees } from "@/lib/waves/trustees";

import type { AttentionLine } from "./attention-words";

/** What needs attention today, how the last pulse went, and when results come next. */
export function Attention({
  overview,
  lines,
}: {
  readonly overview: Overview;
  /** Most pressing first. */
  readonly lines: readonly AttentionLine[];
}) {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <div className="md:col-span-2">
        <TodayCard lines={lines} openFlags={overview.openFlags} />
      </div>
      <LastPulse overview={overview} />
      <Next running={overview.running} />
    </div>
  );
}

function Tile({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card title={title}>
      <div className="grid gap-3">{children}</div>
    </Card>
  );
}

function TodayCard({
  lines,
  openFlags,
}: {
  readonly lines: readonly AttentionLine[];
  readonly openFlags: number;
}) {
  return (
    <Tile title="Needs attention today">
      {lines.length === 0 ? (
        <p className="flex items-center gap-2 text-lg font-semibold">
          <CircleCheck aria-hidden className="size-5 text-good" />
          Nothing is waiting for you
        </p>
      ) : (
        <ul className="grid gap-4">
          {lines.map(({ id, text, detail, to }, at) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <div className="min-w-0">
                <p className="font-semibold">{text}</p>
                {detail === undefined ? null : <p className="text-sm text-ink-soft">{detail}</p>}
              </div>
              {to === undefined ? null : (
                <LinkButton href={to.href} size="sm" variant={at === 0 ? "primary" : "secondary"}>
                  {to.link}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-ink-soft">
        {openFlags === 0
          ? "No flag is open. That does not mean that all is well."
          : `${String(openFlags)} ${openFlags === 1 ? "flag is" : "flags are"} open in all.`}
      </p>
    </Tile>
  );
}

function LastPulse({ overview }: { readonly overview: Overview }) {
  const { lastWave, schools } = overview;
  if (lastWave === null) {
    return (
      <Tile title="Last pulse">
        <p className="text-ink-soft">None has been sealed yet.</p>
      </Tile>
    );
  }
  const taking = schools.flatMap(({ id, name, participation }) =>
    participation === null ? [] : [{ id, name, share: participationShare(participation) }],
  );
  return (
    <Tile title="Last pulse">
      <p className="text-xl font-semibold">{lastWave.title}</p>
      <p className="text-sm text-ink-soft">
        Closed {dayWords(lastWave.closesAt, lastWave.timeZone)}
      </p>
      {taking.length <= 6 ? (
        <div className="text-sm">
          <p className="mb-1 font-medium">Took part</p>
          <dl className="grid gap-1">
            {taking.map(({ id, name, share }) => (
              <div key={id} className="flex justify-between gap-4">
                <dt className="text-ink-soft">{name}</dt>
                <dd className="shrink-0 tabular">{share}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : (
        <p className="text-sm text-ink-soft">Who took part is in the list of schools below.</p>
      )}
    </Tile>
  );
}

function Next({ running }: Pick<Overview, "running">) {
  const wave =
    running.find((each) => each.state === "closed") ??
    running.find((each) => each.state === "open") ??
    running[0];
  return (
    <Tile title="Next results">
      {wave === undefined ? (
        <>
          <p className="text-ink-soft">No pulse is planned.</p>
          <p>
            <LinkButton href="/waves/new">Schedule a pulse</LinkButton>
          </p>
        </>
      ) : (
        <NextWords wave={wave} more={running.length - 1} />
      )}
    </Tile>
  );
}

function NextWords({
  wave,
  more,
}: {
  readonly wave: Overview["running"][number];
  readonly more: number;
}) {
  return (
    <>
      <p className="text-xl font-semibold">{wave.title}</p>
      <p className="text-sm text-ink-soft">
        {wave.state === "closed"
          ? waitsForTrustees(wave.state, wave.trustees)
            ? "Closed. Results appear when two of its three trustees have entered their codes."
            : "Closed and being sealed. Results appear when that is done."
          : wave.state === "open"
            ? `Open now. Results appear after it closes on ${timeWords(wave.closesAt, wave.timeZone)} and is sealed.`
            : `Opens ${timeWords(wave.opensAt, wave.timeZone)}. Results appear after it closes on ${timeWords(wave.closesAt, wave.timeZone)}.`}
        {more > 0
          ? ` ${String(more)} more ${more === 1 ? "pulse is" : "pulses are"} on the way.`
          : ""}
      </p>
      <p>
        <LinkButton href="/waves">See the pulses</LinkButton>
      </p>
    </>
  );
}
