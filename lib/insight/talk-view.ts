import type { Withheld } from "@/lib/disclosure/withheld";
import { bandWord } from "@/lib/insight/band-word";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import {
  type Discussion,
  discussionFor,
  DISCUSSIONS,
  isDiscussed,
} from "@/lib/insight/discussion-questions";
import { type ComparedFigure, strengthsAndTry } from "@/lib/insight/strengths-and-try";

/** A share as a class sees it: whole bands, and a word that is true of all of it. Shares, 0 to 1. */
export interface TalkBand {
  readonly lo: number;
  readonly hi: number;
  readonly word: string;
}

/**
 * All that is put in front of the class itself. Nothing else may be: no flag, no absence, no number of answers, no name,
 * no comparison with other classes or with an earlier pulse (docs/decisions/0034).
 */
export type TalkView =
  | { readonly kind: "withheld" }
  | {
      readonly kind: "shown";
      readonly belonging: TalkBand;
      readonly themes: readonly (TalkBand & { readonly topic: string })[];
      /** Topics that go well beside the others; empty where bands do not tell them apart. */
      readonly strengths: readonly string[];
      readonly discussion: Discussion;
    };

/** A pure function of one release's bands: what the class may see of them, and what to talk about. */
export function talkView(
  belonging: GroupBelonging | Withheld,
  figures: readonly ComparedFigure[],
): TalkView {
  if ("kind" in belonging) return { kind: "withheld" };
  const found = strengthsAndTry(figures);
  return {
    kind: "shown",
    belonging: talkBand(belonging.band),
    themes: figures.flatMap(({ construct, range }) =>
      "kind" in range || !isDiscussed(construct)
        ? []
        : [{ topic: DISCUSSIONS[construct].topic, ...talkBand(range) }],
    ),
    strengths: found.ok
      ? found.strengths.flatMap(({ construct }) =>
          isDiscussed(construct) ? [DISCUSSIONS[construct].topic] : [],
        )
      : [],
    // Only what can be called the lowest; a class is not told which of two it might be.
    discussion: discussionFor(found.ok && found.clear ? found.toTry.construct : null),
  };
}

/** Below half one word is enough in front of those who answered: the band beside it says how far. */
function talkBand({ lo, hi }: { readonly lo: number; readonly hi: number }): TalkBand {
  return { lo, hi, word: hi < 0.5 ? "fewer than half" : bandWord({ lo, hi }) };
}
