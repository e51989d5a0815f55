import { timeWords } from "@/components/insight/date-words";
import { Notice } from "@/components/ui/notice";
import type { RunningWave } from "@/lib/services/insight/running-wave";

/** A pulse without results yet: that it runs, and nothing about what is in it. */
export function RunningNotice({ wave }: { readonly wave: RunningWave }) {
  switch (wave.state) {
    case "planned":
      return (
        <Notice title={`Next: ${wave.title}`}>
          Opens {timeWords(wave.opensAt, wave.timeZone)}.
        </Notice>
      );
    case "open":
      return (
        <Notice title={`${wave.title} is open until ${timeWords(wave.closesAt, wave.timeZone)}`}>
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

function collectedWords({ collectedFloor, seats }: RunningWave): string {
  return collectedFloor === null || collectedFloor === 0
    ? `Fewer than 5 of ${String(seats)} seats have collected a ballot.`
    : `At least ${String(collectedFloor)} of ${String(seats)} seats have collected a ballot.`;
}
