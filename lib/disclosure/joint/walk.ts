import type { AnswerModel, Count } from "@/lib/disclosure/joint/answer-model";
import type { CountRange } from "@/lib/disclosure/band-count";
import type { Target, Witness } from "@/lib/disclosure/joint/witness";

export type PublishedCount = { readonly count: Count; readonly band: CountRange };

/** Proposals for each atom from one witness of a walk to the next. */
const PROPOSALS = 1;
/** Share of atoms whose leaning changes from one witness to the next. */
const CHANGE_OF_MIND = 0.4;

/** One student's answer moves from one bucket to another: by how much the atom's two columns change. */
type Change = readonly [favourable: number, unfavourable: number];

/** Each change and its opposite are neighbours: index ^ 1 is the way back. */
const CHANGES: readonly Change[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [-1, 1],
  [1, -1],
];
const CHANGES_OF_TWO = 2;

/**
 * Finds further witnesses near one by letting a student answer otherwise, or two of them, one in place of the
 * other, without breaking a published band. A thousand times cheaper than the solver, and enough for most of
 * what the audit looks for. What it does not find the solver is asked.
 */
export class Walk {
  #point: Int32Array;
  readonly #lo: Int32Array;
  readonly #hi: Int32Array;
  readonly #values: Int32Array;
  /** By atom and kind of change: the published counts it moves, and by how much. */
  readonly #effects: readonly Effect[];
  readonly #columnsOf: readonly (readonly number[])[];
  /** By published count: the atoms that are in it, each once. */
  readonly #atomsOf: readonly Int32Array[];
  /** By atom: the turn in which it was looked at last. */
  readonly #seen: Int32Array;
  #turn = 0;
  /** By atom: atoms that share a published group with it, itself included. */
  readonly #near: readonly Int32Array[];
  readonly #kinds: number;
  readonly #lean: Int8Array;

  constructor(
    private readonly model: AnswerModel,
    published: readonly PublishedCount[],
  ) {
    const atoms = model.atoms.length;
    this.#kinds = model.three ? CHANGES.length : CHANGES_OF_TWO;
    // As sums of columns, so that a change of a column changes every row by as much.
    const rows = published.map(({ count: { sign, offset }, band }) =>
      sign === 1 ? band : { lo: offset - band.hi, hi: offset - band.lo },
    );
    this.#lo = Int32Array.from(rows, ({ lo }) => lo);
    this.#hi = Int32Array.from(rows, ({ hi }) => hi);
    this.#columnsOf = published.map(({ count }) => count.columns);
    this.#atomsOf = this.#columnsOf.map((columns) =>
      Int32Array.from(new Set(columns.map((column) => column % atoms))),
    );
    this.#seen = new Int32Array(atoms);
    const rowsOf = Array.from({ length: 2 * atoms }, (): number[] => []);
    const near = Array.from({ length: atoms }, (_, atom) => new Set([atom]));
    published.forEach(({ count: { columns } }, row) => {
      for (const column of columns) rowsOf[column]?.push(row);
      if (columns.length > LARGEST_NEIGHBOURHOOD) return;
      for (const one of columns) {
        for (const other of columns) near[one % atoms]?.add(other % atoms);
      }
    });
    this.#effects = model.atoms.flatMap((_, atom) =>
      CHANGES.slice(0, this.#kinds).map((change) =>
        effectOf(change, rowsOf[atom] ?? [], rowsOf[atom + atoms] ?? []),
      ),
    );
    this.#near = near.map((own) => Int32Array.from(own));
    this.#values = new Int32Array(rows.length);
    this.#lean = new Int8Array(atoms);
    this.#point = new Int32Array(atoms * (model.three ? 2 : 1));
  }

  /** Goes on from another witness. */
  moveTo(point: Witness): void {
    this.#point = point.slice();
    this.#columnsOf.forEach((columns, row) => {
      let sum = 0;
      for (const column of columns) sum += point[column] ?? 0;
      this.#values[row] = sum;
    });
  }

  /**
   * The next witness of a walk that leans, in each atom, towards one bucket. A few leanings change at each
   * call, so that the walk comes by most of what a few students could have answered together.
   */
  wander(random: () => number): Witness {
    const { length } = this.model.atoms;
    for (let atom = 0; atom < length; atom += 1) {
      if (random() < CHANGE_OF_MIND) this.#lean[atom] = Math.floor(random() * this.#kinds);
    }
    for (let step = 0; step < PROPOSALS * length; step += 1) {
      const atom = Math.floor(random() * length);
      const near = this.#near[atom] ?? [];
      const other = near[Math.floor(random() * near.length)] ?? atom;
      const kind = this.#lean[atom] ?? 0;
      if (!this.#try(atom, kind, -1)) this.#try(atom, kind, other);
    }
    return this.#point.slice();
  }

  /**
   * A witness close to `point` that reaches every target, or null if a few changes do not get there: one that
   * the target asks for, then others that mend the bands it broke. What was reached stays reached.
   */
  repair(point: Witness, targets: readonly Target[]): Witness | null {
    this.moveTo(point);
    const held: Target[] = [];
    for (const target of targets) {
      while (this.#valueOf(target) < target.goal) {
        if (!this.#step(target, held)) return null;
      }
      held.push(target);
    }
    return this.#point.slice();
  }

  /** Lets one more student answer as the target wants. */
  #step(target: Target, held: readonly Target[]): boolean {
    const { count, weight } = target;
    const { length } = this.model.atoms;
    const before = this.#valueOf(target);
    const kept = [...held, { ...target, goal: before + 1 }];
    const counted = new Set(count.columns);
    for (const atom of new Set(count.columns.map((column) => column % length))) {
      for (let kind = 0; kind < this.#kinds; kind += 1) {
        if (weight * count.sign * this.#effect(counted, atom, kind) <= 0) continue;
        this.#change(atom, kind, 1);
        if (this.#roomIn(atom) && this.#reached(held) && this.#mend(kept)) return true;
        this.#change(atom, kind, -1);
      }
    }
    return false;
  }

  /** Mends broken bands by up to `MENDS` changes, each the one that helps most; undoes them if that fails. */
  #mend(held: readonly Target[]): boolean {
    const done: [atom: number, kind: number][] = [];
    for (let turn = 0; turn <= MENDS; turn += 1) {
      const broken = this.#brokenRows();
      if (broken.length === 0) return true;
      const best = turn === MENDS ? null : this.#bestChange(broken, held);
      if (best === null) break;
      this.#change(best[0], best[1], 1);
      done.push(best);
    }
    for (const [atom, kind] of done.reverse()) this.#change(atom, kind, -1);
    return false;
  }

  #bestChange(
    broken: readonly number[],
    held: readonly Target[],
  ): [atom: number, kind: number] | null {
    this.#turn += 1;
    let best: [number, number] | null = null;
    let gain = 0;
    for (const row of broken) {
      for (const atom of this.#atomsOf[row] ?? NO_ATOMS) {
        if (this.#seen[atom] === this.#turn) continue;
        this.#seen[atom] = this.#turn;
        for (let kind = 0; kind < this.#kinds; kind += 1) {
          const gained = this.#gain(atom, kind);
          if (gained <= gain) continue;
          this.#change(atom, kind, 1);
          const allowed = this.#roomIn(atom) && this.#reached(held);
          this.#change(atom, kind, -1);
          if (!allowed) continue;
          gain = gained;
          best = [atom, kind];
        }
      }
    }
    return best;
  }

  /** How much nearer to their bands a change brings the published counts. */
  #gain(atom: number, kind: number): number {
    const { rows, by } = this.#effects[atom * this.#kinds + kind] ?? NO_EFFECT;
    let gain = 0;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      const value = this.#values[row] ?? 0;
      gain += this.#breach(row, value) - this.#breach(row, value + (by[index] ?? 0));
    }
    return gain;
  }

  #breach(row: number, value: number): number {
    return Math.max(0, (this.#lo[row] ?? 0) - value, value - (this.#hi[row] ?? 0));
  }

  #brokenRows(): number[] {
    const broken: number[] = [];
    for (let row = 0; row < this.#values.length; row += 1) {
      if (this.#breach(row, this.#values[row] ?? 0) > 0) broken.push(row);
    }
    return broken;
  }

  #reached(targets: readonly Target[]): boolean {
    return targets.every((target) => this.#valueOf(target) >= target.goal);
  }

  /** By how much a change moves the sum of a count's columns. */
  #effect(columns: ReadonlySet<number>, atom: number, kind: number): number {
    const [favourable, unfavourable] = CHANGES[kind] ?? [0, 0];
    const held = (column: number): number => Number(columns.has(column));
    return favourable * held(atom) + unfavourable * held(atom + this.model.atoms.length);
  }

  #valueOf({ count, weight }: Target): number {
    let sum = 0;
    for (const column of count.columns) sum += this.#point[column] ?? 0;
    return weight * (count.offset + count.sign * sum);
  }

  /** Makes a change in `atom` and the opposite one in `other` (−1: none), unless that breaks anything. */
  #try(atom: number, kind: number, other: number): boolean {
    if (other === atom) return false;
    this.#change(atom, kind, 1);
    if (other >= 0) this.#change(other, kind, -1);
    if (this.#fits(atom, kind) && (other < 0 || this.#fits(other, kind))) return true;
    this.#change(atom, kind, -1);
    if (other >= 0) this.#change(other, kind, 1);
    return false;
  }

  #change(atom: number, kind: number, times: 1 | -1): void {
    const [favourable, unfavourable] = CHANGES[kind] ?? [0, 0];
    this.#point[atom] = (this.#point[atom] ?? 0) + favourable * times;
    const column = atom + this.model.atoms.length;
    if (unfavourable !== 0) this.#point[column] = (this.#point[column] ?? 0) + unfavourable * times;
    const { rows, by } = this.#effects[atom * this.#kinds + kind] ?? NO_EFFECT;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      this.#values[row] = (this.#values[row] ?? 0) + (by[index] ?? 0) * times;
    }
  }

  /** Whether an atom, and every published count that a change of it moves, is within its bounds. */
  #fits(atom: number, kind: number): boolean {
    if (!this.#roomIn(atom)) return false;
    const { rows } = this.#effects[atom * this.#kinds + kind] ?? NO_EFFECT;
    for (const row of rows) {
      if (this.#breach(row, this.#values[row] ?? 0) > 0) return false;
    }
    return true;
  }

  /** Whether an atom has no fewer answers than none and no more than students. */
  #roomIn(atom: number): boolean {
    const { atoms, three } = this.model;
    const favourable = this.#point[atom] ?? 0;
    const unfavourable = three ? (this.#point[atom + atoms.length] ?? 0) : 0;
    return favourable >= 0 && unfavourable >= 0 && favourable + unfavourable <= (atoms[atom] ?? 0);
  }
}

/** A published count of more columns than this brings nobody closer together: a whole school. */
const LARGEST_NEIGHBOURHOOD = 1_000;
/** Changes that may follow one to mend what it broke. */
const MENDS = 4;

type Effect = { readonly rows: Int32Array; readonly by: Int8Array };
const NO_ATOMS = new Int32Array(0);
const NO_EFFECT: Effect = { rows: new Int32Array(0), by: new Int8Array(0) };

function effectOf(
  [favourable, unfavourable]: Change,
  favourableRows: readonly number[],
  unfavourableRows: readonly number[],
): Effect {
  const by = new Map<number, number>();
  for (const row of favourableRows) by.set(row, favourable);
  for (const row of unfavourableRows) by.set(row, (by.get(row) ?? 0) + unfavourable);
  const moved = [...by].filter(([, change]) => change !== 0);
  return {
    rows: Int32Array.from(moved, ([row]) => row),
    by: Int8Array.from(moved, ([, change]) => change),
  };
}
