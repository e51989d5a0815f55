import { Presentation } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";
import { timeOfDay } from "@/components/waves/wave-words";
import type { TodaysPulse } from "@/lib/services/waves/list-todays-pulses";

/** One press from here to the card on the wall, or when that will be; or where to schedule a pulse. */
export function TodayButtons({
  classId,
  classTitle,
  today,
  maySchedule,
}: {
  readonly classId: string;
  /** Said to screen readers where there are several of these buttons. */
  readonly classTitle?: string;
  readonly today: TodaysPulse | null;
  readonly maySchedule: boolean;
}) {
  if (today === null) {
    return maySchedule ? <LinkButton href="/waves/new">Schedule a pulse</LinkButton> : null;
  }
  if (today.state === "planned") {
    return <p className="font-medium">{todayWords(today)}</p>;
  }
  return (
    <LinkButton
      variant="primary"
      size="lg"
      href={`/waves/${today.waveId}/classes/${encodeURIComponent(classId)}/card`}
    >
      <Presentation aria-hidden />
      Open today’s pulse
      {classTitle === undefined ? null : <span className="sr-only"> for {classTitle}</span>}
    </LinkButton>
  );
}

function todayWords({ waits, due, opensAt, timeZone }: TodaysPulse): string {
  if (waits) return "Today’s pulse waits for its trustees.";
  if (due) return "Today’s pulse opens in a moment.";
  return `Today’s pulse opens at ${timeOfDay(opensAt, timeZone)}.`;
}
