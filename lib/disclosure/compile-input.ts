import type { Solver } from "@/lib/disclosure/joint/solver";
import type { ReleasedNetwork } from "@/lib/disclosure/nominations/released-network";
import type { Plan } from "@/lib/disclosure/plan";
import type { Respondents } from "@/lib/disclosure/respondents";
import type { ReliabilityCount } from "@/lib/disclosure/scale-reliability";
import type { Rung } from "@/lib/disclosure/rungs";
import type { Tallies } from "@/lib/disclosure/tally";

export type CompileInput = {
  readonly plan: Plan;
  /** The hash under which the plan was frozen. */
  readonly planHash: string;
  readonly tallies: Tallies;
  /**
   * Who may have answered, by the groups that count them. The first is what bands are drawn from; with
   * several, as where nobody knows which students of a class stayed silent, each is audited.
   */
  readonly respondents: readonly [Respondents, ...Respondents[]];
  /** Null for a survey run elsewhere. */
  readonly wave: string | null;
  readonly instrument: string | null;
  /** A date (YYYY-MM-DD), never finer. */
  readonly closedOn: string | null;
  /**
   * 64 hexadecimal digits that nobody can guess and that do not depend on answers: with them in the file its
   * hash can be public (docs/decisions/0011). Absent for a survey run elsewhere.
   */
  readonly salt?: string;
  /** What reliability is made of; absent where none is published. */
  readonly reliability?: ReliabilityCount;
  /** What may be said of who could ask whom, by class; those that the release hides are left out of it. */
  readonly networks?: readonly ReleasedNetwork[];
  readonly solver: Solver;
  /** Called between two pieces of work, a few hundredths of a second apart; what it awaits is waited for. */
  readonly onProgress?: (progress: CompileProgress) => Promise<void> | void;
};

export type CompileProgress = { readonly rung: Rung; readonly done: number; readonly of: number };
