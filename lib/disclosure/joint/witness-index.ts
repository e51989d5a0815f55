import type { AnswerModel } from "@/lib/disclosure/joint/answer-model";
import {
  BUCKET_PLACES,
  BUCKETS,
  type Presence,
  type Witness,
} from "@/lib/disclosure/joint/witness";

/** Students a presence may ask for: one, beside up to two who know their own answers. */
const MOST = 3;
const WORD = 32;

/** Which witnesses show which presences, as bits: pairs of students are many, and each asks about everybody. */
export class WitnessIndex {
  /** One bit a witness; `#words` words for each presence. */
  #bits: Int32Array;
  #words = 8;
  #known = 0;

  constructor(private readonly model: AnswerModel) {
    this.#bits = new Int32Array(this.#presences() * this.#words);
  }

  /** Takes in the witnesses that came since. */
  update(witnesses: readonly Witness[]): void {
    while (witnesses.length > this.#words * WORD) this.#widen();
    for (; this.#known < witnesses.length; this.#known += 1) {
      const point = witnesses[this.#known];
      if (point !== undefined) this.#add(point, this.#known);
    }
  }

  /** The witnesses that show all of these, as words of bits. No presences: all of them. */
  showing(presences: readonly Presence[]): Int32Array {
    const among = new Int32Array(Math.ceil(this.#known / WORD)).fill(-1);
    for (const presence of presences) {
      const from = this.#at(presence);
      for (let word = 0; word < among.length; word += 1) {
        among[word] = (among[word] ?? 0) & (this.#bits[from + word] ?? 0);
      }
    }
    return among;
  }

  /** Whether one of `among` shows the presence. */
  shows(presence: Presence, among: Int32Array): boolean {
    const from = this.#at(presence);
    for (let word = 0; word < among.length; word += 1) {
      if (((this.#bits[from + word] ?? 0) & (among[word] ?? 0)) !== 0) return true;
    }
    return false;
  }

  /** The first few witnesses of a set of bits. */
  some(among: Int32Array, witnesses: readonly Witness[], most: number): Witness[] {
    const found: Witness[] = [];
    for (let at = 0; at < this.#known && found.length < most; at += 1) {
      const point = witnesses[at];
      if (((among[at >> 5] ?? 0) >> (at & 31)) & 1 && point !== undefined) found.push(point);
    }
    return found;
  }

  #add(point: Witness, number: number): void {
    const { atoms } = this.model;
    const word = number >> 5;
    const bit = 1 << (number & 31);
    for (let atom = 0; atom < atoms.length; atom += 1) {
      const size = atoms[atom] ?? 0;
      const favourable = point[atom] ?? 0;
      // Without three buckets whatever is not favourable counts as neutral.
      const unfavourable = point[atom + atoms.length] ?? 0;
      this.#mark(BUCKETS * atom, favourable, size, word, bit);
      this.#mark(BUCKETS * atom + 1, unfavourable, size, word, bit);
      this.#mark(BUCKETS * atom + 2, size - favourable - unfavourable, size, word, bit);
    }
  }

  /** Marks what `inside` of an atom's answers in one bucket show. */
  #mark(cell: number, inside: number, size: number, word: number, bit: number): void {
    const first = 2 * MOST * cell;
    for (let least = 1; least <= MOST; least += 1) {
      if (inside >= least) this.#set(first + least - 1, word, bit);
      if (size - inside >= least) this.#set(first + MOST + least - 1, word, bit);
    }
  }

  #set(row: number, word: number, bit: number): void {
    const at = row * this.#words + word;
    this.#bits[at] = (this.#bits[at] ?? 0) | bit;
  }

  /** Where a presence's words begin. */
  #at({ atom, bucket, outside, least }: Presence): number {
    const cell = BUCKETS * atom + BUCKET_PLACES[bucket];
    return ((cell * 2 + Number(outside)) * MOST + least - 1) * this.#words;
  }

  #widen(): void {
    const before = this.#bits;
    const words = this.#words;
    this.#words = 2 * words;
    this.#bits = new Int32Array(2 * before.length);
    for (let row = 0; row < this.#presences(); row += 1) {
      this.#bits.set(before.subarray(row * words, (row + 1) * words), row * this.#words);
    }
  }

  #presences(): number {
    return this.model.atoms.length * BUCKETS * 2 * MOST;
  }
}
