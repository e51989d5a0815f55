import type { ReactNode } from "react";

import { Card } from "@/components/ui/card";
import { WithheldMark } from "@/components/ui/withheld-mark";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { Change } from "@/lib/insight/change";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import type { ConstructFigure } from "@/lib/insight/construct-figure";
import type { Participation, ParticipationLevel } from "@/lib/waves/participation";

import { ChangeCard } from "./change-card";
import { ConstructBands } from "./construct-bands";
import { dayWords } from "./date-words";
import { FigureCard, NoFigureCard } from "./figure-card";
import { withheldWords } from "./withheld-words";

/** What the last pulse says of a school or the district. */
export interface GroupFigures {
  readonly wave: { readonly title: string; readonly closesAt: Date; readonly timeZone: string };
  readonly belonging: GroupBelonging | Withheld;
  readonly participation: Participation;
  readonly level: ParticipationLevel;
  readonly constructs: readonly ConstructFigure[];
  readonly change: Change | null;
  readonly hasBefore: boolean;
}

/** How the group is and what changed, side by side; its constructs under them. */
export function GroupResults({
  group,
  pulse,
  children,
}: {
  readonly group: "school" | "district";
  /** Null before the first sealed pulse. */
  readonly pulse: GroupFigures | null;
  /** Between the two cards and the constructs. */
  readonly children?: ReactNode;
}) {
  const pulses = pulse === null ? 0 : pulse.hasBefore ? 2 : 1;
  return (
    <>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {pulse === null ? (
          <NoFigureCard group={group} />
        ) : (
          <FigureCard
            group={group}
            belonging={pulse.belonging}
            participation={pulse.participation}
            level={pulse.level}
            waveTitle={pulse.wave.title}
            closedOn={dayWords(pulse.wave.closesAt, pulse.wave.timeZone)}
          />
        )}
        <div className="grid gap-6">
          <ChangeCard change={pulse?.change ?? null} pulses={pulses} />
          {children}
        </div>
      </div>
      {pulse === null ? null : <Themes pulse={pulse} group={group} />}
    </>
  );
}

function Themes({
  pulse: { belonging, constructs },
  group,
}: {
  readonly pulse: GroupFigures;
  readonly group: "school" | "district";
}) {
  return (
    <Card title="Theme by theme" description="In the last pulse: share of favourable answers.">
      {"kind" in belonging ? (
        <WithheldMark label={`All themes of this ${group}`} reason={withheldWords(belonging)} />
      ) : (
        <ConstructBands figures={constructs} />
      )}
    </Card>
  );
}
