import type { Block, Subject } from "@/lib/verification/attack/block";
import type { QuestionSystem } from "@/lib/verification/attack/question-system";
import { sumOf, type Witness } from "@/lib/verification/attack/whole-number-program";

/** How many of a coalition can hold one answer, and one more: the highest count that is told apart. */
const HIGHEST = 3;

/** Counts of one answer in one set that examples have shown to be possible. */
export type SeenCounts = {
  readonly subject: Subject;
  readonly answer: number;
  readonly columns: readonly number[];
  readonly seen: Set<number>;
  least: number;
  most: number;
};

/**
 * What the examples found so far have shown to be possible, kept as sets and bits so that one example settles
 * whatever it can and need not be kept itself.
 */
export class Evidence {
  readonly counts: readonly SeenCounts[];
  readonly #columns: readonly (readonly number[])[];
  /** By subject, answer and count: which examples have at least that many, one bit each. */
  readonly #holders: readonly number[][];
  readonly #places: ReadonlyMap<Subject, number>;
  #examples = 0;

  constructor(
    block: Block,
    private readonly answers: QuestionSystem["answers"],
  ) {
    this.counts = block.counted.flatMap((subject) =>
      answers.map((_, answer) => {
        const columns = this.columnsOf(subject, answer);
        return { subject, answer, columns, seen: new Set(), least: Infinity, most: -Infinity };
      }),
    );
    this.#places = new Map(block.subjects.map((subject, place) => [subject, place]));
    this.#columns = block.subjects.flatMap((subject) =>
      answers.map((_, answer) => this.columnsOf(subject, answer)),
    );
    this.#holders = Array.from({ length: this.#columns.length * HIGHEST }, () => []);
  }

  columnsOf({ regions }: Subject, answer: number): readonly number[] {
    return regions.map((region) => region * this.answers.length + answer);
  }

  add(witness: Witness): void {
    for (const count of this.counts) {
      const sum = sumOf(witness, count.columns);
      count.seen.add(sum);
      count.least = Math.min(count.least, sum);
      count.most = Math.max(count.most, sum);
    }
    const word = this.#examples >>> 5;
    const bit = 1 << (this.#examples & 31);
    this.#examples += 1;
    for (const [at, columns] of this.#columns.entries()) {
      const most = Math.min(HIGHEST, sumOf(witness, columns));
      for (let count = 0; count < most; count += 1) {
        const bits = this.#holders[at * HIGHEST + count];
        if (bits !== undefined) bits[word] = (bits[word] ?? 0) | bit;
      }
    }
  }

  /** Examples in which at least `count` (1 to 3) of a subject of the block gave an answer, 32 in a word. */
  holders(subject: Subject, answer: number, count: number): readonly number[] {
    const place = this.#places.get(subject);
    if (place === undefined || count < 1 || count > HIGHEST)
      throw new RangeError("no such subject, or count");
    return this.#holders[(place * this.answers.length + answer) * HIGHEST + count - 1] ?? [];
  }
}

/** Examples in all of the sets. A word that is missing is empty. */
export function inAll(sets: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = sets;
  return first.map((word, at) => others.reduce((left, bits) => left & (bits[at] ?? 0), word));
}

export function isAny(bits: readonly number[]): boolean {
  return bits.some((word) => word !== 0);
}

export function isAnyInBoth(bits: readonly number[], others: readonly number[]): boolean {
  return bits.some((word, at) => (word & (others[at] ?? 0)) !== 0);
}
