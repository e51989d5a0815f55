import type { Problems } from "../bad-input";
import { shown } from "../table-columns";
import { type Combination, Combinations } from "./combinations";

/** The group columns of a table. */
export interface GroupTable {
  readonly combinations: readonly Combination[];
  /** By column, the first lines in which it is blank: whether that is an error is known once all rows are read. */
  readonly blanks: readonly (readonly number[])[];
}

const MOST_REMEMBERED = 20;
/** Ids are made of these, and a release holds none above 500 characters. */
const LONGEST_VALUE = 100;

export class GroupReader {
  private readonly combinations = new Combinations();
  private readonly blanks: readonly number[][];

  /** @param places where each group column stands in the file; -1 where the file does not have it. */
  constructor(
    private readonly columns: readonly string[],
    private readonly places: readonly number[],
    private readonly problems: Problems,
  ) {
    this.blanks = columns.map(() => []);
  }

  /** The number of the row's combination. Notes cells that cannot be the name of a group. */
  read(cells: readonly string[], line: number): number {
    const values = this.places.map((place, column) => {
      const value = (cells[place] ?? "").trim();
      const blank = this.blanks[column];
      if (value === "" && blank !== undefined && blank.length < MOST_REMEMBERED) blank.push(line);
      const wrong = wrongWith(value);
      if (wrong !== null) this.problems.add(line, this.columns[column] ?? null, wrong);
      return value;
    });
    return this.combinations.add(values, line);
  }

  get table(): GroupTable {
    return { combinations: this.combinations.all, blanks: this.blanks };
  }
}

function wrongWith(value: string): string | null {
  if (value.length > LONGEST_VALUE)
    return `${shown(value)} is longer than ${LONGEST_VALUE} characters`;
  // What the decoder puts in the place of bytes that are not UTF-8: two names could become one.
  if (value.includes("\uFFFD")) return `${shown(value)} is not UTF-8 text; save as CSV (UTF-8)`;
  return null;
}
