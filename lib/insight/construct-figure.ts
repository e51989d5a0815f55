import type { Withheld } from "@/lib/disclosure/withheld";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import type { ComparedFigure } from "@/lib/insight/strengths-and-try";
import type { Construct } from "@/lib/instruments/instrument";

/** One construct of a group beside the others, from one release or several pulses of a term together. */
export interface ConstructFigure {
  readonly construct: Construct;
  readonly inIndex: boolean;
  /** As they were asked; one question is a hint, and no measure of its construct. */
  readonly questions: readonly string[];
  /** The answers that the share is of, and whether they are those at the low end of the scale. */
  readonly favourable: readonly string[];
  readonly reverse: boolean;
  readonly belonging: GroupBelonging | Withheld;
}

/** What may be told apart of them: the band where it is certain, else its interval. */
export function comparedOf(figures: readonly ConstructFigure[]): ComparedFigure[] {
  return figures.map(({ construct, belonging }) => {
    if ("kind" in belonging) return { construct, range: belonging };
    return { construct, range: belonging.allAsked ? belonging.band : belonging.interval };
  });
}
