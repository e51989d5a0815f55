import { SKIPPED } from "./answer-codes";

const FIRST_ROWS = 1_024;

/** Rows in a few bytes each: what they have in the group columns, by number, and their answer codes. */
export class CompactAnswers {
  private combinations = new Uint32Array(FIRST_ROWS);
  private codes: Int16Array;
  private count = 0;

  constructor(private readonly items: readonly string[]) {
    this.codes = new Int16Array(FIRST_ROWS * items.length);
  }

  /** @param codes one an item, each of 16 bits; `SKIPPED` for no answer. */
  add(combination: number, codes: readonly number[]): void {
    if (this.count === this.combinations.length) this.grow();
    this.combinations[this.count] = combination;
    this.codes.set(codes, this.count * this.items.length);
    this.count += 1;
  }

  get rows(): number {
    return this.count;
  }

  /** Each row with its answers by item; what was skipped is absent. */
  *[Symbol.iterator](): Generator<{
    readonly combination: number;
    readonly values: ReadonlyMap<string, number>;
  }> {
    for (let row = 0; row < this.count; row += 1) {
      const values = new Map<string, number>();
      this.items.forEach((item, at) => {
        const code = this.codes[row * this.items.length + at] ?? SKIPPED;
        if (code !== SKIPPED) values.set(item, code);
      });
      yield { combination: this.combinations[row] ?? 0, values };
    }
  }

  private grow(): void {
    const combinations = new Uint32Array(2 * this.combinations.length);
    combinations.set(this.combinations);
    this.combinations = combinations;
    const codes = new Int16Array(2 * this.codes.length);
    codes.set(this.codes);
    this.codes = codes;
  }
}
