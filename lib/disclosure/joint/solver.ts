/** A row of whole numbers: `lo` ≤ sum of the columns ≤ `hi`. */
export type LinearRow = {
  readonly columns: readonly number[];
  readonly lo: number;
  readonly hi: number;
};

/**
 * A linear program over columns x[j] from 0 to `upper[j]`, to which rows are added one after the other.
 * Every coefficient is 1: columns and rows count students.
 */
export type LinearProgram = {
  /** Returns the row's number. */
  addRow: (row: LinearRow) => number;
  /** Takes back the row that was added last. */
  dropRow: (number: number) => void;
  /** Largest value of Σ cost·x and one x that has it, or null if no x fits. Columns not named cost 0. */
  maximise: (costs: ReadonlyMap<number, number>) => Optimum | null;
  /** The same over whole x; unless `exact`, any good one will do. Whole costs only. */
  maximiseWhole: (costs: ReadonlyMap<number, number>, exact: boolean) => Optimum | null;
  dispose: () => void;
};

export type Optimum = { readonly value: number; readonly columns: Float64Array };

/** What the audit needs of a solver. Passed in: tests can count its calls, and nothing is loaded before it is needed. */
export type Solver = {
  /** Name and version, for the release. */
  readonly name: string;
  readonly program: (upper: readonly number[]) => LinearProgram;
};
