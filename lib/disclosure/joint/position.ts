import type { AnswerModel } from "@/lib/disclosure/joint/answer-model";
import { FAVOURABLE, Moves, type PublishedCount, UNFAVOURABLE } from "@/lib/disclosure/joint/moves";
import {
  BUCKET_PLACES,
  BUCKETS,
  type Presence,
  type Witness,
} from "@/lib/disclosure/joint/witness";

/**
 * Answers that change one move at a time. The slack of a side is how many steps its count has left to the end of
 * its band, and negative where the band is broken: kept up to date, because the audit asks for it millions of
 * times.
 */
export class Position {
  readonly moves: Moves;
  /** Favourable answers of each atom, then unfavourable ones. */
  readonly point: Int32Array;
  readonly slack: Int32Array;
  /** The slack when nobody answers so. */
  readonly #empty: Int32Array;
  readonly #sizes: Int32Array;
  /** By atom and bucket: answers it must keep at least and at most. */
  readonly #least: Int32Array;
  readonly #most: Int32Array;

  constructor(model: AnswerModel, published: readonly PublishedCount[]) {
    this.moves = new Moves(model, published);
    this.point = new Int32Array(this.moves.rowsOf.length);
    this.#empty = Int32Array.from(published.flatMap(emptySlack));
    this.slack = this.#empty.slice();
    this.#sizes = Int32Array.from(model.atoms);
    this.#least = new Int32Array(BUCKETS * model.atoms.length);
    this.#most = Int32Array.from(model.atoms.flatMap((size) => [size, size, size]));
  }

  moveTo(point: Witness): void {
    this.point.set(point);
    this.slack.set(this.#empty);
    for (let column = 0; column < point.length; column += 1) {
      const value = point[column] ?? 0;
      if (value === 0) continue;
      for (const row of this.moves.rowsOf[column] ?? []) {
        this.slack[2 * row] = (this.slack[2 * row] ?? 0) - value;
        this.slack[2 * row + 1] = (this.slack[2 * row + 1] ?? 0) + value;
      }
    }
  }

  apply(move: number): void {
    const { kinds, sides, first } = this.moves;
    const atom = Math.floor(move / kinds);
    const kind = move - atom * kinds;
    this.point[atom] = (this.point[atom] ?? 0) + (FAVOURABLE[kind] ?? 0);
    const unfavourable = UNFAVOURABLE[kind] ?? 0;
    if (unfavourable !== 0) {
      const column = atom + this.#sizes.length;
      this.point[column] = (this.point[column] ?? 0) + unfavourable;
    }
    const end = first[move + 1] ?? 0;
    for (let index = first[move] ?? 0; index < end; index += 1) {
      const side = sides[index] ?? 0;
      this.slack[side] = (this.slack[side] ?? 0) - 1;
      this.slack[side ^ 1] = (this.slack[side ^ 1] ?? 0) + 1;
    }
  }

  /** Whether a move leaves its atom what it must keep. */
  hasRoom(move: number): boolean {
    const { kinds } = this.moves;
    const atom = Math.floor(move / kinds);
    const kind = move - atom * kinds;
    const favourable = (this.point[atom] ?? 0) + (FAVOURABLE[kind] ?? 0);
    const unfavourable = this.#unfavourable(atom) + (UNFAVOURABLE[kind] ?? 0);
    const neutral = (this.#sizes[atom] ?? 0) - favourable - unfavourable;
    const at = BUCKETS * atom;
    return (
      this.#keeps(at, favourable) &&
      this.#keeps(at + 1, unfavourable) &&
      this.#keeps(at + 2, neutral)
    );
  }

  /**
   * The first side, of those that a move brings counts nearer to, that has less slack than `least`; null if none
   * has. Before a move, with 1: whether it would break a band. After it, with 0: whether it did.
   */
  firstWithout(least: 0 | 1, move: number): number | null {
    const { sides, first } = this.moves;
    const end = first[move + 1] ?? 0;
    for (let index = first[move] ?? 0; index < end; index += 1) {
      const side = sides[index] ?? 0;
      if ((this.slack[side] ?? 0) < least) return side;
    }
    return null;
  }

  /** How many steps nearer to their bands a move brings the published counts. */
  gain(move: number): number {
    const { sides, first } = this.moves;
    let gain = 0;
    const end = first[move + 1] ?? 0;
    for (let index = first[move] ?? 0; index < end; index += 1) {
      const side = sides[index] ?? 0;
      if ((this.slack[side] ?? 0) <= 0) gain -= 1;
      else if ((this.slack[side ^ 1] ?? 0) < 0) gain += 1;
    }
    return gain;
  }

  /** Demands that moves leave a presence, until the function it returns is called. Last come, first undone. */
  hold({ atom, bucket, outside, least }: Presence): () => void {
    const at = BUCKETS * atom + BUCKET_PLACES[bucket];
    const bounds = outside ? this.#most : this.#least;
    const before = bounds[at] ?? 0;
    bounds[at] = outside
      ? Math.min(before, (this.#sizes[atom] ?? 0) - least)
      : Math.max(before, least);
    return () => {
      bounds[at] = before;
    };
  }

  /** How many more a presence asks for than there are. */
  missing({ atom, bucket, outside, least }: Presence): number {
    const inside = this.#answers(atom, bucket);
    return least - (outside ? (this.#sizes[atom] ?? 0) - inside : inside);
  }

  #answers(atom: number, bucket: Presence["bucket"]): number {
    const favourable = this.point[atom] ?? 0;
    if (bucket === "favourable") return favourable;
    const unfavourable = this.#unfavourable(atom);
    if (bucket === "unfavourable") return unfavourable;
    return (this.#sizes[atom] ?? 0) - favourable - unfavourable;
  }

  /** Where only favourable answers are told apart, all others count as neutral. */
  #unfavourable(atom: number): number {
    return this.point[atom + this.#sizes.length] ?? 0;
  }

  #keeps(at: number, answers: number): boolean {
    return answers >= (this.#least[at] ?? 0) && answers <= (this.#most[at] ?? 0);
  }
}

function emptySlack({ count: { sign, offset }, band }: PublishedCount): [number, number] {
  return sign === 1 ? [band.hi - offset, offset - band.lo] : [offset - band.lo, band.hi - offset];
}
