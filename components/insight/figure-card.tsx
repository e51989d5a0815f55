import { Band, BandScale } from "@/components/ui/band";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { WithheldMark } from "@/components/ui/withheld-mark";
import type { Withheld } from "@/lib/disclosure/withheld";
import { describeBelonging, type GroupBelonging } from "@/lib/insight/class-belonging";
import { respondentWords } from "@/lib/insight/percent";
import type { Participation, ParticipationLevel } from "@/lib/waves/participation";

import { notAskedWords, participationShare, participationWords } from "./participation-words";
import { withheldWords } from "./withheld-words";

/** Belonging of a group as a band, in words, and with its doubt. */
function BelongingFigure({
  belonging,
  label,
}: {
  readonly belonging: GroupBelonging;
  readonly label: string;
}) {
  const words = describeBelonging(belonging);
  return (
    <div className="grid gap-3">
      <div>
        <Band
          loShare={belonging.band.lo}
          hiShare={belonging.band.hi}
          label={label}
          nLabel={`${respondentWords(belonging.n)} students answered`}
        />
        <BandScale />
      </div>
      <p className="max-w-prose">{words.figure}</p>
      <p className="max-w-prose text-sm text-ink-soft">{words.doubt}</p>
    </div>
  );
}

/** First question of the page of a class, a school or the district: how is it? */
export function FigureCard({
  group,
  belonging,
  participation,
  notAsked = 0,
  level,
  waveTitle,
  closedOn,
  larger = null,
}: {
  readonly group: "class" | "school" | "district";
  readonly belonging: GroupBelonging | Withheld;
  readonly participation: Participation;
  /** Students who had no seat, by their family's choice. */
  readonly notAsked?: number;
  readonly level: ParticipationLevel;
  readonly waveTitle: string;
  readonly closedOn: string;
  /** In the place of a withheld class: a larger group, named as such. */
  readonly larger?: { readonly name: string; readonly belonging: GroupBelonging } | null;
}) {
  return (
    <Card title={`How is this ${group}?`} description={`${waveTitle}, closed ${closedOn}`}>
      <div className="grid gap-5">
        {"kind" in belonging ? (
          <>
            <WithheldMark label="Belonging" reason={withheldWords(belonging)} />
            {larger === null ? null : (
              <div className="rounded-md bg-sunken p-4">
                <p className="mb-3 text-sm">
                  <span className="font-semibold">Not this class:</span> the result of {larger.name}
                  , in which its answers are counted.
                </p>
                <BelongingFigure belonging={larger.belonging} label={larger.name} />
              </div>
            )}
          </>
        ) : (
          <BelongingFigure belonging={belonging} label="Belonging" />
        )}
        <p className="border-t border-line pt-4 text-sm">
          <span className="font-semibold">Participation:</span>{" "}
          <span className="tabular">
            {participationWords(participation)} ({participationShare(participation)})
          </span>
          {notAsked === 0 ? null : `. ${notAskedWords(notAsked)}`}
        </p>
        {level === "enough" ? null : (
          <Notice tone="watch" title="Fewer than 80% took part">
            Those who did not answer may feel differently.
            {level === "too-low-for-flags" && group === "class"
              ? " Below 60%, belonging raises no flag for this class."
              : ""}
          </Notice>
        )}
      </div>
    </Card>
  );
}

/** In its place before the first sealed pulse. */
export function NoFigureCard({ group }: { readonly group: "class" | "school" | "district" }) {
  return (
    <Card title={`How is this ${group}?`}>
      <p className="max-w-prose text-ink-soft">
        There is no result yet. It appears after the {group}’s first pulse is closed and sealed.
      </p>
    </Card>
  );
}
