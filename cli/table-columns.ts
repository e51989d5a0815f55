import { BadInput, type Problems } from "./bad-input";
import type { CsvLine, CsvTable } from "./read-csv";

/** Where the named columns stand. Refuses the file when one is missing, naming those it has. */
export function locateColumns<Name extends string>(
  table: CsvTable,
  names: readonly Name[],
): Record<Name, number> {
  const reason = `there is no such column; the file has ${table.headers.join(", ")}`;
  const missing = names.filter((name) => !table.headers.includes(name));
  if (missing.length > 0)
    throw new BadInput(missing.map((column) => ({ file: table.file, line: 1, column, reason })));
  const places = names.map((name) => [name, table.headers.indexOf(name)] as const);
  return Object.fromEntries(places) as Record<Name, number>;
}

/** The cells of a row as wide as the header; otherwise the problem is noted and there are none. */
export function wholeRow(
  { line, cells }: CsvLine,
  width: number,
  problems: Problems,
): readonly string[] | null {
  if (typeof cells === "string") problems.add(line, null, cells);
  else if (cells.length !== width)
    problems.add(line, null, `has ${cells.length} cells where the header has ${width}`);
  else return cells;
  return null;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const COUNT = /^\d{1,9}(\.0*)?$/;

/** A number, or `null` when the cell holds none. A decimal comma is none: it would be read as two cells elsewhere. */
export function numberOf(cell: string): number | null {
  const text = cell.trim();
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A whole number from 0 up, or `null`. */
export function countOf(cell: string): number | null {
  const text = cell.trim();
  return COUNT.test(text) ? Number(text) : null;
}

/** What a cell holds, short enough for a message. */
export function shown(cell: string): string {
  const text = cell.trim();
  if (text === "") return "is empty";
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

/** `is empty`, or `"x" is not a number`. */
export function notA(cell: string, what: string): string {
  return cell.trim() === "" ? "is empty" : `${shown(cell)} is not ${what}`;
}
