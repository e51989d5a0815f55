import {
  type AnswerModel,
  type Count,
  countAt,
  type Requirement,
  TOLERANCE,
  type Weighted,
} from "@/lib/disclosure/joint/answer-model";
import type { CountRange } from "@/lib/disclosure/band-count";
import { Mender } from "@/lib/disclosure/joint/mender";
import type { PublishedCount } from "@/lib/disclosure/joint/moves";
import { Position } from "@/lib/disclosure/joint/position";
import { Walk } from "@/lib/disclosure/joint/walk";
import type { Presence, Witness } from "@/lib/disclosure/joint/witness";

/**
 * Collects witnesses of one question. One witness settles many targets, so that the solver is asked only for
 * what none has shown yet. A linear program that falls short proves a leak; a whole point is needed to pass,
 * because a real attacker knows that students come whole.
 */
export class WitnessPool {
  readonly witnesses: Witness[] = [];
  readonly #walk: Walk;
  readonly #mender: Mender;
  readonly #position: Position;

  constructor(
    private readonly model: AnswerModel,
    private readonly published: readonly PublishedCount[],
  ) {
    this.#position = new Position(model, published);
    this.#walk = new Walk(this.#position);
    this.#mender = new Mender(this.#position);
  }

  /** Finds a first witness, then `walked` more by walking. Throws if there is none: the bands contradict each other. */
  start(walked: number, random: () => number): void {
    const first = this.#any([]);
    if (first === null) throw new Error("no answers fit what was published");
    this.#keep(first);
    this.#position.moveTo(first);
    for (let point = 0; point < walked; point += 1) this.#keep(this.#walk.wander(random));
  }

  /**
   * A witness that shows all `wanted`, or null if there is none, and as many of `more` as come along.
   * `near`: where to look first.
   */
  find(
    wanted: readonly Presence[],
    near: readonly Witness[],
    more: readonly Presence[] = [],
  ): Witness | null {
    for (const start of near) {
      const repaired = this.#mender.repair(start, wanted, more);
      if (repaired !== null) return this.#keep(repaired, wanted);
    }
    return this.#ask(wanted);
  }

  /** Shows that each presence is possible. Returns the index of the first that is not, or null. */
  settle(presences: readonly Presence[]): number | null {
    for (const [index, presence] of presences.entries()) {
      const target = this.#targetOf(presence);
      if (this.witnesses.some((point) => reaches(point, target))) continue;
      if (this.find([presence], this.witnesses.slice(0, NEAR)) === null) return index;
    }
    return null;
  }

  /**
   * Whether the smallest and the largest value that a count can have are `enough`. Few witnesses mostly are; then come
   * some that stretch it, and last the very smallest and largest.
   */
  stretch(count: Count, enough: (range: CountRange) => boolean): boolean {
    const ways = [
      (weight: 1 | -1) => this.#towards(count, weight),
      (weight: 1 | -1) => this.#whole([{ count, weight }], "whole"),
    ];
    for (const farther of ways) {
      if (this.#spreads(count, enough)) return true;
      for (const weight of [1, -1] as const) {
        const point = farther(weight);
        if (point !== null) this.#keep(point);
      }
    }
    return this.#spreads(count, enough);
  }

  #spreads(count: Count, enough: (range: CountRange) => boolean): boolean {
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

  /** A whole point near the real one at which a count is farthest, best where the count is as far. */
  #towards(count: Count, weight: 1 | -1): Witness | null {
    const real = this.model.extreme([{ count, weight }], "real");
    if (real === null) return null;
    const rounded = this.#rounded(real.columns);
    if (isNear(rounded, real.columns)) return rounded;
    const value = weight * Math.floor(real.value + TOLERANCE);
    const there = [...this.published, { count, band: { lo: value, hi: value } }];
    const farthest = new Mender(new Position(this.model, there)).mend(rounded, []);
    return farthest ?? this.#mender.mend(rounded, []);
  }

  /** Asks the solver: what is wanted becomes bounds, until some of it cannot be. */
  #ask(wanted: readonly Presence[]): Witness | null {
    const undo = wanted.map((presence) => this.model.require(this.#targetOf(presence)));
    try {
      const point = this.#any(wanted);
      return point === null ? null : this.#keep(point, wanted);
    } finally {
      for (const each of undo.reverse()) each();
    }
  }

  /** A whole point of the program as it stands, or null if there is none. `held`: what it demands of single atoms. */
  #any(held: readonly Presence[]): Witness | null {
    const real = this.model.extreme([], "real");
    if (real === null) return null;
    const rounded = this.#rounded(real.columns);
    if (isNear(rounded, real.columns)) return rounded;
    return this.#mender.mend(rounded, held) ?? this.#whole([], "any-whole");
  }

  #whole(targets: readonly Weighted[], kind: "whole" | "any-whole"): Witness | null {
    const found = this.model.extreme(targets, kind);
    if (found === null) return null;
    const rounded = this.#rounded(found.columns);
    return isNear(rounded, found.columns) ? rounded : null;
  }

  /** Rounds so that an atom keeps what it must, at least or at most, of each bucket: such bounds are whole. */
  #rounded(columns: Float64Array): Witness {
    const snapped = columns.map(snap);
    const point = Int32Array.from(snapped, Math.round);
    const { length } = this.model.atoms;
    for (let column = length; column < columns.length; column += 1) {
      const favourable = snapped[column - length] ?? 0;
      const unfavourable = snapped[column] ?? 0;
      // A whole one stays; of two broken ones the sum is rounded, which is all but the neutral answers.
      if (Number.isInteger(unfavourable)) continue;
      point[column] = Math.round(favourable + unfavourable) - Math.round(favourable);
    }
    return point;
  }

  #targetOf({ atom, bucket, outside, least }: Presence): Requirement {
    const count = this.model.count([atom], bucket);
    if (!outside) return { count, weight: 1, goal: least };
    return { count, weight: -1, goal: least - (this.model.atoms[atom] ?? 0) };
  }

  /** The solver, the walk and the mender are believed about nothing: every witness is checked here. */
  #keep(point: Witness, wanted: readonly Presence[] = []): Witness {
    if (!this.model.holds(point)) throw new Error("a witness has more answers than students");
    for (const { count, band } of this.published) {
      const value = countAt(count, point);
      if (value < band.lo || value > band.hi) {
        throw new Error("a witness lies outside the published bands");
      }
    }
    for (const presence of wanted) {
      if (!reaches(point, this.#targetOf(presence))) {
        throw new Error("a witness does not show what it was found for");
      }
    }
    this.witnesses.push(point);
    return point;
  }
}

/** Witnesses from which a repair is tried before the solver is asked. */
export const NEAR = 16;

/** Whether a witness shows that a target is possible. */
function reaches(point: Witness, { count, weight, goal }: Requirement): boolean {
  return weight * countAt(count, point) >= goal;
}

function isNear(rounded: Witness, columns: Float64Array): boolean {
  return rounded.every((value, column) => Math.abs(value - (columns[column] ?? 0)) <= TOLERANCE);
}

function snap(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= TOLERANCE ? nearest : value;
}
