import { timeWords } from "@/components/insight/date-words";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { leftWords } from "@/components/waves/wave-words";
import type { ClassView } from "@/lib/services/insight/read-class";
import type { RunningWave } from "@/lib/services/insight/running-wave";

/** A pulse without results yet: that it runs, and nothing about what is in it. */
export function RunningNotice({
  view,
  wave,
}: {
  readonly view: ClassView;
  readonly wave: RunningWave;
}) {
  const base = `/waves/${wave.id}/classes/${encodeURIComponent(view.class.id)}`;
  switch (wave.state) {
    case "planned":
      return (
        <Notice title={`Next: ${wave.title}`} actions={<SlipsLink base={base} wave={wave} />}>
          {opensWords(view, wave)}
        </Notice>
      );
    case "open":
      return (
        <Notice
          title={`${wave.title} is open until ${timeWords(wave.closesAt, wave.timeZone)}`}
          actions={
            <>
              <SlipsLink base={base} wave={wave} />
              {wave.admission === "roster" ? (
                <LinkButton size="sm" href={`${base}/left`}>
                  Who is left
                </LinkButton>
              ) : null}
            </>
          }
        >
          {collectedWords(wave)} Results appear after the pulse is closed and sealed.
        </Notice>
      );
    case "closed":
      if (wave.waits) {
        return (
          <Notice title={`${wave.title} is closed and waits for its trustees`}>
            Results appear here when two of the three have entered their codes.
          </Notice>
        );
      }
      return (
        <Notice title={`${wave.title} is closed and being sealed`}>
          Results appear here when that is done.
        </Notice>
      );
  }
}

/** Where slips are made: before that, a card on the wall lets nobody in. */
function SlipsLink({ base, wave }: { readonly base: string; readonly wave: RunningWave }) {
  return (
    <LinkButton size="sm" href={`${base}/slips`}>
      {wave.slipsMade ? "Make slips again" : "Make slips"}
    </LinkButton>
  );
}

function opensWords({ today }: ClassView, wave: RunningWave): string {
  if (today?.waits === true) {
    return "It opens when its three trustees have taken their parts of its key.";
  }
  if (today?.due === true) return "It opens within a minute or two.";
  return `Opens ${timeWords(wave.opensAt, wave.timeZone)}.`;
}

function collectedWords({ collectedFloor, seats, left }: RunningWave): string {
  const toGo = left === null ? "" : ` (${leftWords(left)})`;
  return collectedFloor === null || collectedFloor === 0
    ? `Fewer than 5 of ${String(seats)} seats have collected a ballot.`
    : `At least ${String(collectedFloor)} of ${String(seats)} seats have collected a ballot${toGo}.`;
}
