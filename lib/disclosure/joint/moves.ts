import type { AnswerModel, Count } from "@/lib/disclosure/joint/answer-model";
import type { CountRange } from "@/lib/disclosure/band-count";
import type { Presence } from "@/lib/disclosure/joint/witness";

export type PublishedCount = { readonly count: Count; readonly band: CountRange };

/** By how much a kind of move changes an atom's favourable and unfavourable answers; `kind ^ 1` is the way back. */
export const FAVOURABLE = Int32Array.of(1, -1, 0, 0, -1, 1);
export const UNFAVOURABLE = Int32Array.of(0, 0, 1, -1, 1, -1);
const KINDS = FAVOURABLE.length;
const KINDS_OF_TWO = 2;

/**
 * Every way in which one student can answer otherwise: a move lets one of an atom answer in another bucket, and
 * `move ^ 1` is its way back. Each published count has two sides, `2 × row` above and `2 × row + 1` below it.
 */
export class Moves {
  /** Kinds of move of each atom: a move is `atom × kinds + kind`. */
  readonly kinds: number;
  /** The sides that each move brings its counts nearer to: from `first[move]` to before `first[move + 1]`. */
  readonly sides: Int32Array;
  readonly first: Int32Array;
  /** By side: the moves that bring its count nearer to it. */
  readonly towards: readonly Int32Array[];
  /** By column: the published counts that hold it. */
  readonly rowsOf: readonly Int32Array[];

  constructor(
    readonly model: AnswerModel,
    published: readonly PublishedCount[],
  ) {
    this.kinds = model.three ? KINDS : KINDS_OF_TWO;
    this.rowsOf = rowsOf(model.atoms.length * (model.three ? 2 : 1), published);
    const sides = model.atoms.flatMap((_, atom) =>
      Array.from({ length: this.kinds }, (_each, kind) => this.#sidesOf(atom, kind)),
    );
    this.sides = Int32Array.from(sides.flat());
    this.first = new Int32Array(sides.length + 1);
    const towards = Array.from({ length: 2 * published.length }, (): number[] => []);
    for (const [move, own] of sides.entries()) {
      this.first[move + 1] = (this.first[move] ?? 0) + own.length;
      for (const side of own) towards[side]?.push(move);
    }
    this.towards = towards.map((moves) => Int32Array.from(moves));
  }

  get length(): number {
    return this.model.atoms.length * this.kinds;
  }

  /** The moves that bring one more student where a presence wants them. */
  to({ atom, bucket, outside }: Presence): number[] {
    const wanted = outside ? -1 : 1;
    return Array.from({ length: this.kinds }, (_, kind) => kind)
      .filter((kind) => changeOf(bucket, kind) === wanted)
      .map((kind) => atom * this.kinds + kind);
  }

  #sidesOf(atom: number, kind: number): number[] {
    const favourable = FAVOURABLE[kind] ?? 0;
    const unfavourable = UNFAVOURABLE[kind] ?? 0;
    const ofFavourable = this.rowsOf[atom] ?? NO_ROWS;
    const ofUnfavourable = this.rowsOf[atom + this.model.atoms.length] ?? NO_ROWS;
    if (unfavourable === 0) return sidesOf(ofFavourable, favourable);
    if (favourable === 0) return sidesOf(ofUnfavourable, unfavourable);
    // Who moves between the two columns stays in every count that holds both.
    return [
      ...sidesOf(without(ofFavourable, ofUnfavourable), favourable),
      ...sidesOf(without(ofUnfavourable, ofFavourable), unfavourable),
    ];
  }
}

const NO_ROWS = new Int32Array(0);

function rowsOf(columns: number, published: readonly PublishedCount[]): Int32Array[] {
  const rows = Array.from({ length: columns }, (): number[] => []);
  published.forEach(({ count }, row) => {
    for (const column of count.columns) rows[column]?.push(row);
  });
  return rows.map((own) => Int32Array.from(own));
}

/** As sums of columns, so that a change of a column changes every count by as much. */
function sidesOf(rows: Int32Array, change: number): number[] {
  return Array.from(rows, (row) => 2 * row + Number(change < 0));
}

function without(rows: Int32Array, others: Int32Array): Int32Array {
  return rows.filter((row) => !others.includes(row));
}

function changeOf(bucket: Presence["bucket"], kind: number): number {
  const favourable = FAVOURABLE[kind] ?? 0;
  const unfavourable = UNFAVOURABLE[kind] ?? 0;
  if (bucket === "favourable") return favourable;
  return bucket === "unfavourable" ? unfavourable : -favourable - unfavourable;
}
