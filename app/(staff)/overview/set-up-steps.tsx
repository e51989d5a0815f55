import { CalendarClock, LockKeyhole, School } from "lucide-react";

import { timeWords } from "@/components/insight/date-words";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Overview } from "@/lib/services/overview/read-overview";

/** What to do next on the way from nothing to the first result. */
export function SetUpSteps({
  overview,
  isDistrict,
}: {
  readonly overview: Overview;
  readonly isDistrict: boolean;
}) {
  const [wave] = overview.running;
  if (overview.classes.length === 0) {
    return (
      <EmptyState
        icon={School}
        title="No roster yet"
        actions={
          isDistrict ? (
            <LinkButton href="/rosters" variant="primary">
              Import a roster
            </LinkButton>
          ) : undefined
        }
      >
        {isDistrict
          ? "Schools, classes and students come from your student information system, as a OneRoster file."
          : "There is no class in your schools yet. Ask your district’s administrator to import the roster."}
      </EmptyState>
    );
  }
  if (wave === undefined) {
    return (
      <EmptyState
        icon={CalendarClock}
        title="No pulse yet"
        actions={
          <LinkButton href="/waves/new" variant="primary">
            Schedule a pulse
          </LinkButton>
        }
      >
        The roster is here. The usual pulse asks six questions and takes the students about a
        minute.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={LockKeyhole}
      title="The first results are on their way"
      actions={<LinkButton href="/waves">See the pulses</LinkButton>}
    >
      {wave.title} closes {timeWords(wave.closesAt, wave.timeZone)}. Nothing can be seen before it
      is sealed, by nobody.
    </EmptyState>
  );
}
