import type { Highs } from "highs";
import type { Block } from "@/lib/verification/attack/block";
import { Evidence } from "@/lib/verification/attack/evidence";
import type { QuestionSystem } from "@/lib/verification/attack/question-system";
import {
  type Goal,
  type Row,
  WholeNumberProgram,
} from "@/lib/verification/attack/whole-number-program";
import type { FilePolicy } from "@/lib/verification/release-file";

/** What one attack needs to know, and what it did. */
export type Attack = {
  readonly highs: Highs;
  readonly policy: FilePolicy;
  readonly done: { targets: number; programs: number };
};

/** One question in one block, under attack: the program of what may have happened, and examples of it. */
export class QuestionAttack {
  readonly evidence: Evidence;
  readonly #program: WholeNumberProgram;

  constructor(
    readonly attack: Attack,
    readonly block: Block,
    readonly item: string,
    readonly system: QuestionSystem,
  ) {
    this.#program = new WholeNumberProgram(attack.highs, system.upper, system.rows);
    this.evidence = new Evidence(block, system.answers);
  }

  /** Whether whole numbers reach the goal. An example becomes evidence. */
  canReach(goal: Goal, further: readonly Row[] = []): boolean {
    const witness = this.#program.find(goal, further);
    if (witness === null) return false;
    this.evidence.add(witness);
    return true;
  }

  /** The greatest or least sum that whole numbers reach; null if nothing fits. */
  extreme(columns: readonly number[], aim: Goal["aim"]): number | null {
    return this.#program.extreme(columns, aim);
  }

  answer(index: number): string {
    return this.system.answers[index] ?? "";
  }

  dispose(): void {
    this.attack.done.programs += this.#program.solved;
    this.#program.dispose();
  }
}
