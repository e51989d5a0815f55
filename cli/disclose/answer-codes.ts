import { notA, numberOf } from "../table-columns";

/** Ends of the answer scale, both included, and whether the person gave them. Whole numbers. */
export interface AnswerScale {
  readonly min: number;
  readonly max: number;
  readonly minGiven: boolean;
  readonly maxGiven: boolean;
}

/** In the place of an answer: the question was skipped. */
export const SKIPPED = -32_768;
/** Codes are kept in two bytes; nobody's scale is longer. */
export const FARTHEST_CODE = 1_000;

const MOST_REMEMBERED = 1_000;

/** A cell's answer code, `SKIPPED` for blank or NA, or what is wrong with it. Each spelling is read once. */
export function codeReader(scale: AnswerScale): (cell: string) => number | string {
  const seen = new Map<string, number | string>();
  return (cell) => {
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const code = readCode(cell.trim(), scale);
    if (seen.size < MOST_REMEMBERED) seen.set(cell, code);
    return code;
  };
}

function readCode(text: string, scale: AnswerScale): number | string {
  if (text === "" || text === "NA") return SKIPPED;
  const code = numberOf(text);
  // "4.0" is 4: tables with gaps are often written so.
  if (code === null || !Number.isInteger(code)) return notA(text, "a whole number");
  if (code < scale.min) return outside(text, "below", "--min", scale.min, scale.minGiven);
  if (code > scale.max) return outside(text, "above", "--max", scale.max, scale.maxGiven);
  return code;
}

function outside(text: string, side: string, option: string, end: number, given: boolean): string {
  return given
    ? `${text} is ${side} ${option} ${end}`
    : `${text} is ${side} ${end}, the end of the scale unless ${option} says otherwise`;
}
