import { NESTED } from "@/lib/disclosure/plan";
import type { Combination } from "./combinations";

/** Which group columns form the hierarchy, and which are demographics; by their places in `--groups`, ascending. */
export interface Nesting {
  /** Coarsest first; the first column always. */
  readonly hierarchy: readonly number[];
  readonly demographics: readonly number[];
}

/**
 * Finds the columns that nest. A column joins the columns before it that do when
 * 1. each of its values lies in one value of each of them: a class in a school; or
 * 2. a later column nests below both: grade 7 is in many schools, but each class of a school has one grade,
 *    and there are more classes than grades (or, of a grade in a school, as many: small schools have one class
 *    each). Grade 7 of one school is then another group than of the next; or
 * 3. in each value of the columns above the last, each of its values lies in one value of the last: class 7A
 *    is in many schools, and in each of them in one grade. Not where the last column divides nothing: with one
 *    class a school, the girls of each school are in one class without being a part of the hierarchy; or
 * 4. it is called class, which no demographic can be called, and stands below school, or 3 holds but for that.
 * Any other column is a demographic. Rows that are blank in a column say nothing about it.
 * Follows from what is in the rows, never from their order.
 *
 * @param has by column, whether the rows come with it; if not, it is a demographic.
 */
export function findNesting(
  columns: readonly string[],
  combinations: readonly Combination[],
  has: readonly boolean[] = columns.map(() => true),
): Nesting {
  const rows = combinations.map(({ values }) => values);
  const held = columns.map((_, index) => index).filter((column) => has[column] === true);
  const hierarchy = [0];
  for (const column of held.filter((each) => each > 0)) {
    const above = [...hierarchy];
    const last = above.at(-1) ?? 0;
    const later = held.filter((other) => other > column);
    const isGradeOfSchool = columns[column] === "grade" && columns[last] === "school";
    const joins =
      above.every((coarser) => determines(rows, [column], coarser)) ||
      later.some((finer) => liesBetween(rows, above, column, finer, isGradeOfSchool)) ||
      liesWithinLast(rows, above, column, columns[column] === NESTED) ||
      (columns[column] === NESTED && columns[last] === "school");
    if (joins) hierarchy.push(column);
  }
  return nestingOf(columns, hierarchy);
}

/** The first `count` columns as the hierarchy, whatever is in them. */
export function forceNesting(columns: readonly string[], count: number): Nesting {
  return nestingOf(
    columns,
    columns.map((_, index) => index).filter((index) => index < count),
  );
}

function nestingOf(columns: readonly string[], hierarchy: readonly number[]): Nesting {
  const demographics = columns.map((_, index) => index).filter((at) => !hierarchy.includes(at));
  return { hierarchy, demographics };
}

type Rows = readonly (readonly string[])[];

function liesBetween(
  rows: Rows,
  above: readonly number[],
  column: number,
  finer: number,
  asMany: boolean,
): boolean {
  if (!determines(rows, [...above, finer], column)) return false;
  const more = countOf(rows, [...above, finer]) - countOf(rows, [...above, column]);
  return more > 0 || (asMany && more === 0);
}

function liesWithinLast(
  rows: Rows,
  above: readonly number[],
  column: number,
  isClass: boolean,
): boolean {
  const [upper, last] = [above.slice(0, -1), above.at(-1) ?? 0];
  const divides = isClass || countOf(rows, above) > countOf(rows, upper);
  return divides && determines(rows, [...upper, column], last);
}

/** Whether rows that agree in `columns` agree in `other` too. */
export function determines(rows: Rows, columns: readonly number[], other: number): boolean {
  return conflictIn(rows, columns, other) === null;
}

/** Two rows that agree in `columns` and differ in `other`, by their places; null if there are none. */
export function conflictIn(
  rows: Rows,
  columns: readonly number[],
  other: number,
): readonly [number, number] | null {
  const seen = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const key = keyOf(row, columns);
    const value = row[other] ?? "";
    if (key === null || value === "") continue;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, at);
    else if (rows[before]?.[other] !== value) return [before, at];
  }
  return null;
}

function countOf(rows: Rows, columns: readonly number[]): number {
  const keys = new Set(rows.map((row) => keyOf(row, columns)));
  keys.delete(null);
  return keys.size;
}

/** Null where one of the cells is blank. */
function keyOf(row: readonly string[], columns: readonly number[]): string | null {
  const values = columns.map((column) => row[column] ?? "");
  return values.includes("") ? null : JSON.stringify(values);
}
