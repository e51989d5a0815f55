import type { CountRange } from "@/lib/disclosure/band-count";
import type { Bucket } from "@/lib/disclosure/items";
import type { LinearProgram, Optimum, Solver } from "@/lib/disclosure/joint/solver";

/**
 * A count of one bucket over some atoms, as the solver's columns see it: `offset` + `sign` × Σ columns.
 * Favourable and unfavourable have a column an atom; neutral is what they leave of the atoms' sizes.
 */
export type Count = {
  readonly columns: readonly number[];
  readonly sign: 1 | -1;
  readonly offset: number;
};

/**
 * All that an attacker knows of one question in one unit: for every atom how many could have answered what,
 * and every band published so far. Whole points of it are the answers that could be true.
 */
export class AnswerModel {
  readonly #program: LinearProgram;

  /** @param three whether unfavourable and neutral are told apart. */
  constructor(
    solver: Solver,
    readonly atoms: readonly number[],
    readonly three: boolean,
  ) {
    this.#program = solver.program(three ? [...atoms, ...atoms] : atoms);
    if (!three) return;
    atoms.forEach((size, atom) => {
      this.#program.addRow({ columns: [atom, atom + atoms.length], lo: 0, hi: size });
    });
  }

  /** The count of a bucket over atoms. Throws for a bucket that this model does not tell apart. */
  count(atoms: readonly number[], bucket: Bucket): Count {
    if (bucket === "favourable") return { columns: atoms, sign: 1, offset: 0 };
    if (!this.three) throw new Error("the model tells favourable answers from all others only");
    const unfavourable = atoms.map((atom) => atom + this.atoms.length);
    if (bucket === "unfavourable") return { columns: unfavourable, sign: 1, offset: 0 };
    const size = atoms.reduce((sum, atom) => sum + (this.atoms[atom] ?? 0), 0);
    return { columns: [...atoms, ...unfavourable], sign: -1, offset: size };
  }

  /** Adds a published band: the count lies in it. */
  publish({ columns, sign, offset }: Count, band: CountRange): void {
    const [lo, hi] =
      sign === 1 ? [band.lo - offset, band.hi - offset] : [offset - band.hi, offset - band.lo];
    this.#program.addRow({ columns, lo, hi });
  }

  /**
   * Smallest and largest whole number that the linear relaxation leaves for a count: no attacker who reasons
   * with sums can narrow it further. Throws if what was published contradicts itself.
   */
  range(count: Count): CountRange {
    const up = this.#bound(count, 1);
    const down = this.#bound(count, -1);
    return { lo: Math.ceil(down - TOLERANCE), hi: Math.floor(up + TOLERANCE) };
  }

  /**
   * The point that makes Σ weight × count largest, over real or over whole numbers; null if there is none.
   * "any-whole" may stop at a good one.
   */
  extreme(weighted: readonly Weighted[], kind: "real" | "whole" | "any-whole"): Optimum | null {
    const costs = new Map<number, number>();
    let offset = 0;
    for (const { count, weight } of weighted) {
      offset += weight * count.offset;
      for (const column of count.columns) {
        costs.set(column, (costs.get(column) ?? 0) + weight * count.sign);
      }
    }
    const found =
      kind === "real"
        ? this.#program.maximise(costs)
        : this.#program.maximiseWhole(costs, kind === "whole");
    return found === null ? null : { ...found, value: found.value + offset };
  }

  /** Whether a point gives every atom no fewer answers than none and no more than it has respondents. */
  holds(point: ArrayLike<number>): boolean {
    return this.atoms.every((size, atom) => {
      const favourable = point[atom] ?? -1;
      const unfavourable = this.three ? (point[atom + this.atoms.length] ?? -1) : 0;
      return favourable >= 0 && unfavourable >= 0 && favourable + unfavourable <= size;
    });
  }

  /** Demands that `weight` × count reach `goal`, until the function it returns is called. */
  require({ count, weight, goal }: Requirement): () => void {
    const { columns, sign, offset } = count;
    // weight × (offset + sign × Σ) ≥ goal, as one bound on Σ.
    const row =
      weight === sign
        ? { lo: goal - weight * offset, hi: MOST }
        : { lo: -MOST, hi: weight * offset - goal };
    const index = this.#program.addRow({ columns, ...row });
    return () => {
      this.#program.dropRow(index);
    };
  }

  dispose(): void {
    this.#program.dispose();
  }

  #bound(count: Count, weight: 1 | -1): number {
    const found = this.extreme([{ count, weight }], "real");
    if (found === null) throw new Error("the bands published so far contradict each other");
    return weight * found.value;
  }
}

/** A count to be made as large as it can be, or, with a negative weight, as small. */
export type Weighted = { readonly count: Count; readonly weight: number };

/** What must hold of a count: `weight` × count ≥ `goal`. */
export type Requirement = {
  readonly count: Count;
  readonly weight: 1 | -1;
  readonly goal: number;
};

/** More than any school has students. */
const MOST = 1e9;

/** A solver's whole number may come out as 2.9999999. Students are whole, so a millionth decides nothing. */
export const TOLERANCE = 1e-6;

/** The value of a count at a point. */
export function countAt({ columns, sign, offset }: Count, point: ArrayLike<number>): number {
  let sum = 0;
  for (const column of columns) sum += point[column] ?? 0;
  return offset + sign * sum;
}
