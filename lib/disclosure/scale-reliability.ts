import type { Answers } from "@/lib/disclosure/answers";
import { NESTED, type Plan, type PlannedGroup } from "@/lib/disclosure/plan";
import { chainsUpward } from "@/lib/disclosure/tally";
import { GroupedScores } from "@/lib/psychometrics/grouped-scores";
import { intraclassCorrelation } from "@/lib/psychometrics/icc";
import { PairwiseMoments } from "@/lib/psychometrics/pairwise-moments";
import { alphaOfItems, reliability } from "@/lib/psychometrics/reliability";

/** Reliability is released of whole schools and larger only (reference/disclosure-control.md, "Policy"). */
export const LARGE_LEVELS: ReadonlySet<string> = new Set(["school", "district"]);

/** An item of the scale whose reliability is counted. */
export interface ScaleQuestion {
  readonly id: string;
  readonly reverse: boolean;
}

/** How well a group's answers measure one thing; each figure rounded to two decimals, null where it cannot be made. */
export interface ReleasedReliability {
  readonly group: string;
  /** Items of the scale. */
  readonly items: number;
  readonly alpha: number | null;
  /** The same without reversed items, which share a way of being worded; null where none is reversed. */
  readonly alphaWithoutReversed: number | null;
  readonly omega: number | null;
  /** Standard error of measurement of one student's mean over the items, in points of the scale. */
  readonly sem: number | null;
  /** Share of the differences between students that lies between classes, with the mean class size. */
  readonly icc1: number | null;
  /** Reliability of a class's mean. */
  readonly icc2: number | null;
}

/**
 * Gathers what reliability is made of while ballots are opened, one at a time: sums of products a school, and each
 * ballot's mean with its class. Lives in memory until the release is compiled, as tallies do.
 */
export class ReliabilityCount {
  private readonly groups = new Map<string, GroupCount>();
  private readonly chains: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly plan: Plan,
    private readonly questions: readonly ScaleQuestion[],
    private readonly points: number,
  ) {
    this.chains = chainsUpward(plan.groups);
    for (const { id } of plan.groups.filter(isLarge))
      this.groups.set(id, new GroupCount(questions));
  }

  /** Ballots of demographics are the same students again, and are left out. */
  add({ group, values }: Answers): void {
    const scores = this.questions.map(({ id, reverse }) => {
      const answer = values.get(id);
      if (answer === undefined || answer < 1 || answer > this.points) return Number.NaN;
      return reverse ? this.points + 1 - answer : answer;
    });
    for (const id of this.chains.get(group) ?? []) this.groups.get(id)?.add(scores, group);
  }

  /**
   * The figures of every shown group that has enough respondents, in the order of the plan. Not of one that leaves fewer
   * than that many respondents beside its parts with figures: the two together would be the rest's.
   * @param shown ids of the groups that the release shows
   * @param n respondents by group
   */
  figures(
    shown: ReadonlySet<string>,
    n: (group: string) => number,
  ): readonly ReleasedReliability[] {
    const from = this.plan.policy.reliabilityFrom;
    const enough = this.plan.groups.filter(
      (group) => this.groups.has(group.id) && shown.has(group.id) && n(group.id) >= from,
    );
    return enough
      .filter(({ id }) => {
        const parts = enough.filter(({ parent }) => parent === id);
        const rest = n(id) - parts.reduce((sum, part) => sum + n(part.id), 0);
        return parts.length === 0 || rest === 0 || rest >= from;
      })
      .flatMap(({ id }) => this.groups.get(id)?.figures(id) ?? [])
      .filter(({ alpha, icc1 }) => alpha !== null || icc1 !== null);
  }
}

function isLarge({ level, margin }: PlannedGroup): boolean {
  return margin === NESTED && LARGE_LEVELS.has(level);
}

class GroupCount {
  private readonly moments: PairwiseMoments;
  private readonly scores = new GroupedScores();
  private readonly kept: readonly number[];

  constructor(private readonly questions: readonly ScaleQuestion[]) {
    this.kept = [...questions.keys()].filter((at) => questions[at]?.reverse === false);
    this.moments = new PairwiseMoments(questions.length);
  }

  add(scores: readonly number[], unit: string): void {
    this.moments.add(scores);
    this.scores.add(scores, unit);
  }

  figures(group: string): ReleasedReliability {
    const ids = this.questions.map(({ id }) => id);
    const all = reliability(this.moments, ids);
    const reversed = this.kept.length < ids.length;
    const without = reversed ? alphaOfItems(this.moments, this.kept) : null;
    const icc = intraclassCorrelation(
      this.scores.groups((item) => this.moments.mean(item) ?? 0).values(),
    );
    return {
      group,
      items: ids.length,
      alpha: rounded(all.alpha),
      alphaWithoutReversed: rounded(without),
      omega: rounded(all.omega),
      sem: rounded(all.sem),
      icc1: rounded(icc.ok ? icc.icc1 : null),
      icc2: rounded(icc.ok ? icc.icc2 : null),
    };
  }
}

/** Two decimals; a figure far from anything a scale can have (alpha of random answers has no lower end) is none. */
function rounded(value: number | null): number | null {
  if (value === null || Math.abs(value) > 100) return null;
  const hundredths = Math.round(value * 100);
  return hundredths === 0 ? 0 : hundredths / 100;
}
