import type { Highs, Model } from "highs";

/** `lo` ≤ the sum of the columns of `plus`, less those of `minus` ≤ `hi`. */
export type Row = {
  readonly plus: readonly number[];
  readonly minus?: readonly number[];
  readonly lo: number;
  readonly hi: number;
};

/** As much, or as little, as possible of the sum of some columns: at least, or at most, `bound` of it. */
export type Goal = {
  readonly columns: readonly number[];
  readonly aim: "most" | "least";
  readonly bound: number;
};

/** Whole numbers, one a column, that fit every row: an example of what may have happened. */
export type Witness = Int32Array;

// HiGHS solves within 1e-7; sums of these programs are multiples of fractions far larger than this.
const TOLERANCE = 1e-6;

/**
 * Which sums whole numbers can reach under the rows. Linear programs first: what they exclude, no whole numbers
 * reach. A corner of whole numbers is an example; at any other, a whole-number program looks for one or proves
 * that there is none. Every example is checked against every row in whole numbers: no rounding of the solver
 * can let a release pass. Dispose it after use: the solver's memory is not garbage-collected.
 */
export class WholeNumberProgram {
  readonly #linear: Model;
  #whole: Model | undefined;
  /** Programs solved so far. */
  solved = 0;

  constructor(
    private readonly highs: Highs,
    private readonly upper: readonly number[],
    private readonly rows: readonly Row[],
  ) {
    this.#linear = this.#build();
  }

  /** An example that reaches the goal under these further rows; null if it is proven that none does. */
  find({ columns, aim, bound }: Goal, further: readonly Row[] = []): Witness | null {
    const best = this.#solve(this.#linear, further, columns, aim);
    if (
      best === null ||
      (aim === "most" ? best.value < bound - TOLERANCE : best.value > bound + TOLERANCE)
    )
      return null;
    const row: Row =
      aim === "most"
        ? { plus: columns, lo: bound, hi: Infinity }
        : { plus: columns, lo: -Infinity, hi: bound };
    const goal = [...further, row];
    const corner = this.#wholeNumbers(best.columns, goal);
    if (corner !== null) return corner;
    const found = this.#solve(this.#wholeModel(), goal, [], aim);
    return found === null ? null : this.#proven(found.columns, goal);
  }

  /** The greatest or least sum of some columns that whole numbers reach; null if no whole numbers fit the rows. */
  extreme(columns: readonly number[], aim: Goal["aim"]): number | null {
    const linear = this.#solve(this.#linear, [], columns, aim);
    if (linear === null) return null;
    const corner = this.#wholeNumbers(linear.columns, []);
    if (corner !== null) return sumOf(corner, columns);
    const whole = this.#solve(this.#wholeModel(), [], columns, aim);
    return whole === null ? null : sumOf(this.#proven(whole.columns, []), columns);
  }

  dispose(): void {
    this.#linear.dispose();
    this.#whole?.dispose();
  }

  #build(): Model {
    const model = this.highs.createModel();
    // Whole costs over whole columns: a gap below 1 leaves only the best.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    for (const upper of this.upper) model.addVar(0, upper);
    for (const row of this.rows) addRow(model, row);
    return model;
  }

  /** Kept apart from the linear one, which starts each time from the corner where it last stood. */
  #wholeModel(): Model {
    if (this.#whole !== undefined) return this.#whole;
    const model = this.#build();
    const { integer } = this.highs.constants.variableType;
    for (const column of this.upper.keys()) model.changeColIntegrality(column, integer);
    this.#whole = model;
    return model;
  }

  #solve(
    model: Model,
    further: readonly Row[],
    columns: readonly number[],
    aim: Goal["aim"],
  ): { readonly value: number; readonly columns: ArrayLike<number> } | null {
    const sign = aim === "most" ? -1 : 1;
    for (const row of further) addRow(model, row);
    for (const column of columns) model.changeColCost(column, sign);
    model.run();
    this.solved += 1;
    let status = model.getModelStatus();
    const { optimal, infeasible } = this.highs.constants.modelStatus;
    if (status !== optimal && status !== infeasible) {
      // From what it knows of the program before, the solver may lose its way; from nothing it finds an answer.
      model.clearSolver();
      model.run();
      status = model.getModelStatus();
    }
    const value = status === optimal ? sign * model.getObjectiveValue() : 0;
    const solution = status === optimal ? model.getSolution().colValue : null;
    for (const column of columns) model.changeColCost(column, 0);
    if (further.length > 0) {
      const from = this.rows.length;
      model.deleteRows({ kind: "range", from, to: from + further.length - 1 });
    }
    if (status !== optimal && status !== infeasible)
      throw new Error(`the solver ended with status ${String(status)}`);
    return solution === null ? null : { value, columns: solution };
  }

  #wholeNumbers(values: ArrayLike<number>, further: readonly Row[]): Witness | null {
    const rounded = Int32Array.from(this.upper, (_, column) => Math.round(values[column] ?? NaN));
    const near = rounded.every(
      (value, column) => Math.abs(value - (values[column] ?? NaN)) < TOLERANCE,
    );
    const inside = this.upper.every((upper, column) => {
      const value = rounded[column] ?? NaN;
      return value >= 0 && value <= upper;
    });
    const fits = (row: Row): boolean => {
      const sum = sumOf(rounded, row.plus) - sumOf(rounded, row.minus ?? []);
      return sum >= row.lo && sum <= row.hi;
    };
    return near && inside && this.rows.every(fits) && further.every(fits) ? rounded : null;
  }

  #proven(values: ArrayLike<number>, further: readonly Row[]): Witness {
    const witness = this.#wholeNumbers(values, further);
    if (witness === null) throw new Error("the solver gave an example that does not fit");
    return witness;
  }
}

export function sumOf(witness: Witness, columns: readonly number[]): number {
  let sum = 0;
  for (const column of columns) sum += witness[column] ?? 0;
  return sum;
}

function addRow(model: Model, { plus, minus = [], lo, hi }: Row): void {
  const values = [...plus.map(() => 1), ...minus.map(() => -1)];
  model.addRow(lo, hi, { indices: [...plus, ...minus], values });
}
