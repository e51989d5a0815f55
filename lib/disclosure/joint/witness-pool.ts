import {
  type AnswerModel,
  type Count,
  countAt,
  TOLERANCE,
} from "@/lib/disclosure/joint/answer-model";
import type { CountRange } from "@/lib/disclosure/band-count";
import { type PublishedCount, Walk } from "@/lib/disclosure/joint/walk";
import type { Target, Witness } from "@/lib/disclosure/joint/witness";

const NOTHING: Count = { columns: [], sign: 1, offset: 0 };

/**
 * Collects witnesses of one question. One witness settles many targets, so that the solver is asked only for
 * what none has shown yet. A linear program that falls short proves a leak; a whole point is needed to pass,
 * because a real attacker knows that students come whole.
 */
export class WitnessPool {
  readonly witnesses: Witness[] = [];
  readonly #walk: Walk;

  constructor(
    private readonly model: AnswerModel,
    private readonly published: readonly PublishedCount[],
  ) {
    this.#walk = new Walk(model, published);
  }

  /** Finds a first witness, then `walked` more by walking. Throws if there is none: the bands contradict each other. */
  start(walked: number, random: () => number): void {
    const first = this.#solve([{ count: NOTHING, weight: 1 }], "any-whole");
    if (first === null) throw new Error("no answers fit what was published");
    this.#keep(first);
    this.#walk.moveTo(first);
    for (let point = 0; point < walked; point += 1) this.#keep(this.#walk.wander(random));
  }

  /** A witness at which every target is reached, or null if there is none. `near`: where to look first. */
  find(targets: readonly Target[], near: readonly Witness[]): Witness | null {
    for (const start of near) {
      const repaired = this.#walk.repair(start, targets);
      if (repaired !== null) return this.#keep(repaired);
    }
    return this.#ask(targets);
  }

  /** Shows that each target is possible. Returns the index of the first that is not, or null. */
  settle(targets: readonly Target[]): number | null {
    for (const [index, target] of targets.entries()) {
      if (this.witnesses.some((point) => reaches(point, target))) continue;
      if (this.find([target], this.witnesses.slice(0, NEAR)) === null) return index;
    }
    return null;
  }

  /** Whether the smallest and the largest value of a count over the witnesses are `enough`: few of them mostly are. */
  spreads(count: Count, enough: (range: CountRange) => boolean): boolean {
    let lo = Infinity;
    let hi = -Infinity;
    for (const point of this.witnesses) {
      const value = countAt(count, point);
      if (value >= lo && value <= hi) continue;
      lo = Math.min(lo, value);
      hi = Math.max(hi, value);
      if (enough({ lo, hi })) return true;
    }
    return false;
  }

  /** Adds the witnesses with the smallest and the largest value of a count. */
  stretch(count: Count): void {
    for (const weight of [1, -1] as const) {
      const point = this.#solve([{ count, weight }], "whole");
      if (point !== null) this.#keep(point);
    }
  }

  /** Asks the solver: the targets become bounds, until one of them cannot be reached. */
  #ask(targets: readonly Target[]): Witness | null {
    const undo = targets.map((target) => this.model.require(target));
    try {
      const point = this.#solve([{ count: NOTHING, weight: 1 }], "whole");
      return point === null ? null : this.#keep(point);
    } finally {
      for (const each of undo.reverse()) each();
    }
  }

  #solve(
    targets: readonly { readonly count: Count; readonly weight: 1 | -1 }[],
    kind: "whole" | "any-whole",
  ): Witness | null {
    const real = this.model.extreme(targets, "real");
    if (real === null) return null;
    const rounded = whole(real.columns);
    if (rounded !== null) return rounded;
    const found = this.model.extreme(targets, kind);
    return found === null ? null : whole(found.columns);
  }

  /** The solver and the walk are believed about nothing: every witness is checked here. */
  #keep(point: Witness): Witness {
    if (!this.model.holds(point)) throw new Error("a witness has more answers than students");
    for (const { count, band } of this.published) {
      const value = countAt(count, point);
      if (value < band.lo || value > band.hi) {
        throw new Error("a witness lies outside the published bands");
      }
    }
    this.witnesses.push(point);
    return point;
  }
}

/** Witnesses from which a repair is tried before the solver is asked. */
export const NEAR = 16;

/** Whether a witness shows that a target is possible. */
export function reaches(point: Witness, { count, weight, goal }: Target): boolean {
  return weight * countAt(count, point) >= goal;
}

function whole(columns: Float64Array): Witness | null {
  const point = new Int32Array(columns.length);
  for (let column = 0; column < columns.length; column += 1) {
    const value = columns[column] ?? 0;
    const nearest = Math.round(value);
    if (Math.abs(value - nearest) > TOLERANCE) return null;
    point[column] = nearest;
  }
  return point;
}
