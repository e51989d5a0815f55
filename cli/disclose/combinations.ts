/** What some rows have in the group columns, in the order of the columns, trimmed; "" where the cell is blank. */
export interface Combination {
  readonly values: readonly string[];
  /** Rows that have it. */
  readonly rows: number;
  /** The first of them. */
  readonly line: number;
}

/** Rows by what they have in the group columns: each combination is kept once, whatever the number of rows. */
export class Combinations {
  private readonly numbers = new Map<string, number>();
  private readonly found: { values: readonly string[]; rows: number; line: number }[] = [];

  /** The number of the row's combination, which is its place in `all`. */
  add(values: readonly string[], line: number): number {
    const key = JSON.stringify(values);
    const number = this.numbers.get(key) ?? this.found.length;
    const there = this.found[number];
    if (there === undefined) {
      this.numbers.set(key, number);
      this.found.push({ values: [...values], rows: 1, line });
    } else there.rows += 1;
    return number;
  }

  get all(): readonly Combination[] {
    return this.found;
  }
}
