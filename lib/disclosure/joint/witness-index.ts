import type { Bucket } from "@/lib/disclosure/items";
import type { AnswerModel } from "@/lib/disclosure/joint/answer-model";
import type { Target, Witness } from "@/lib/disclosure/joint/witness";

/** "At least `least` of this atom answered in `bucket`", or outside it. */
export type Presence = {
  readonly atom: number;
  readonly bucket: Bucket;
  readonly outside: boolean;
  /** 1 to 3: a student, beside up to two who know their own answers. */
  readonly least: number;
};

const MOST = 3;
const WORD = 32;

/** Which witnesses show which presences, as bits: pairs of students are many, and each asks about everybody. */
export class WitnessIndex {
  /** By presence: one bit a witness. */
  readonly #bits: number[][];
  readonly #buckets: readonly Bucket[];
  #known = 0;

  constructor(private readonly model: AnswerModel) {
    // Without three buckets "outside favourable" says all there is to say of the others.
    this.#buckets = model.three ? ["favourable", "unfavourable", "neutral"] : ["favourable"];
    const presences = model.atoms.length * this.#buckets.length * 2 * MOST;
    this.#bits = Array.from({ length: presences }, () => []);
  }

  /** Takes in the witnesses that came since. */
  update(witnesses: readonly Witness[]): void {
    for (; this.#known < witnesses.length; this.#known += 1) {
      const point = witnesses[this.#known];
      if (point !== undefined) this.#add(point, this.#known);
    }
  }

  /** The witnesses that show all of these, as words of bits. No presences: all of them. */
  showing(presences: readonly Presence[]): number[] {
    const words = Math.ceil(this.#known / WORD);
    const rows = presences.map((presence) => this.#bits[this.#at(presence)] ?? []);
    return Array.from({ length: words }, (_, word) =>
      rows.reduce((bits, row) => bits & (row[word] ?? 0), -1),
    );
  }

  /** Whether one of `among` shows the presence. */
  shows(presence: Presence, among: readonly number[]): boolean {
    const row = this.#bits[this.#at(presence)] ?? [];
    for (let word = 0; word < row.length; word += 1) {
      if (((row[word] ?? 0) & (among[word] ?? 0)) !== 0) return true;
    }
    return false;
  }

  /** The first few witnesses of a set of bits. */
  some(among: readonly number[], witnesses: readonly Witness[], most: number): Witness[] {
    const found: Witness[] = [];
    for (let at = 0; at < this.#known && found.length < most; at += 1) {
      const point = witnesses[at];
      if (((among[at >> 5] ?? 0) >> (at & 31)) & 1 && point !== undefined) found.push(point);
    }
    return found;
  }

  #add(point: Witness, number: number): void {
    const bit = 1 << (number & 31);
    const word = number >> 5;
    this.model.atoms.forEach((size, atom) => {
      const favourable = point[atom] ?? 0;
      const unfavourable = this.model.three ? (point[atom + this.model.atoms.length] ?? 0) : 0;
      // Every witness of every question comes by here: places are counted up, not worked out by `#at` each time.
      const first = atom * this.#buckets.length * 2 * MOST;
      for (let which = 0; which < this.#buckets.length; which += 1) {
        const inside = [favourable, unfavourable, size - favourable - unfavourable][which] ?? 0;
        for (let outside = 0; outside < 2; outside += 1) {
          const from = first + (which * 2 + outside) * MOST;
          const shown = Math.min(MOST, outside === 1 ? size - inside : inside);
          for (let at = from; at < from + shown; at += 1) {
            const row = this.#bits[at] ?? [];
            while (row.length <= word) row.push(0);
            row[word] = (row[word] ?? 0) | bit;
          }
        }
      }
    });
  }

  #at({ atom, bucket, outside, least }: Presence): number {
    const which = this.#buckets.indexOf(bucket);
    return ((atom * this.#buckets.length + which) * 2 + Number(outside)) * MOST + least - 1;
  }
}

/** A presence as a target for the pool. */
export function targetOf({ atom, bucket, outside, least }: Presence, model: AnswerModel): Target {
  const count = model.count([atom], bucket);
  if (!outside) return { count, weight: 1, goal: least };
  return { count, weight: -1, goal: least - (model.atoms[atom] ?? 0) };
}
