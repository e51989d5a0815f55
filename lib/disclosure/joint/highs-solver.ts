import loadHighs, { type Model } from "highs";
import type { LinearProgram, LinearRow, Optimum, Solver } from "@/lib/disclosure/joint/solver";

type Highs = Awaited<ReturnType<typeof loadHighs>>;

let loaded: Promise<Solver> | undefined;

/**
 * HiGHS (https://highs.dev) compiled to WebAssembly. The same model gives the same answer on every machine:
 * one thread, a fixed random seed, no time limit.
 */
export function highsSolver(): Promise<Solver> {
  loaded ??= loadHighs().then((highs) => ({
    name: `highs ${highs.version.string}`,
    program: (upper) => new HighsProgram(highs, upper),
  }));
  return loaded;
}

/**
 * Keeps a continuous and a whole-number model of the same program: switching one model between the two would
 * throw away the basis from which the next linear program starts, which is what makes it take a millisecond.
 */
class HighsProgram implements LinearProgram {
  readonly #rows: LinearRow[] = [];
  readonly #continuous: Model;
  #whole: Model | undefined;

  constructor(
    private readonly highs: Highs,
    private readonly upper: readonly number[],
  ) {
    this.#continuous = this.#build(false);
  }

  addRow(row: LinearRow): number {
    for (const model of this.#models()) addRow(model, row);
    return this.#rows.push(row) - 1;
  }

  dropRow(number: number): void {
    if (number !== this.#rows.length - 1) throw new Error("rows are taken back last first");
    this.#rows.pop();
    for (const model of this.#models())
      model.deleteRows({ kind: "range", from: number, to: number });
  }

  maximise(costs: ReadonlyMap<number, number>): Optimum | null {
    return this.#solve(this.#continuous, costs);
  }

  maximiseWhole(costs: ReadonlyMap<number, number>, exact: boolean): Optimum | null {
    this.#whole ??= this.#build(true);
    // Whole costs over whole columns: a gap below 1 leaves only the best.
    this.#whole.options.set({ mip_rel_gap: exact ? 0 : 0.25, mip_abs_gap: 0.5 });
    return this.#solve(this.#whole, costs);
  }

  dispose(): void {
    for (const model of this.#models()) model.dispose();
  }

  #models(): Model[] {
    return this.#whole === undefined ? [this.#continuous] : [this.#continuous, this.#whole];
  }

  #build(whole: boolean): Model {
    const model = this.highs.createModel();
    model.options.set({ output_flag: false, ...(whole ? {} : FROM_LAST_BASIS) });
    this.upper.forEach((upper, column) => {
      model.addVar(0, upper);
      if (whole) {
        model.changeColIntegrality(column, this.highs.constants.variableType.integer);
      }
    });
    for (const row of this.#rows) addRow(model, row);
    return model;
  }

  #solve(model: Model, costs: ReadonlyMap<number, number>): Optimum | null {
    const { optimal, infeasible } = this.highs.constants.modelStatus;
    for (const [column, cost] of costs) model.changeColCost(column, -cost);
    model.run();
    let status = model.getModelStatus();
    if (status !== optimal && status !== infeasible) {
      // Now and then the simplex loses its way from an old basis ("unknown"), and a seal that stops here would stop
      // here for ever; from none it finds the optimum.
      model.clearSolver();
      model.run();
      status = model.getModelStatus();
    }
    const value = status === optimal ? -model.getObjectiveValue() : 0;
    const columns = status === optimal ? model.getSolution().colValue : null;
    for (const column of costs.keys()) model.changeColCost(column, 0);
    if (columns !== null) return { value, columns };
    if (status === infeasible) return null;
    throw new Error(`the solver ended with status ${String(status)}`);
  }
}

/** HiGHS's number of the primal simplex. */
const PRIMAL = 4;
/**
 * Mostly only the costs change from one linear program to the next. The last basis then still fits, and the primal
 * simplex goes on from there; the optimum is the same.
 */
const FROM_LAST_BASIS = { simplex_strategy: PRIMAL, presolve: "off" } as const;

function addRow(model: Model, { columns, lo, hi }: LinearRow): void {
  model.addRow(lo, hi, { indices: [...columns], values: columns.map(() => 1) });
}
