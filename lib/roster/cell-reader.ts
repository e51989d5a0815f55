import type { NoticeBook, SkipCode } from "@/lib/roster/report";

export interface Refusal {
  column: string | null;
  code: SkipCode;
  reason: string;
}

const longestValue = 1000;

/**
 * Reads the cells of one row. The first thing wrong is kept in `refusal`; the methods then go on
 * with harmless values, so that a caller reads all its columns and looks at `refusal` once.
 */
export class CellReader {
  refusal: Refusal | null = null;

  constructor(
    readonly file: string,
    readonly line: number,
    private readonly values: readonly string[],
    private readonly positions: ReadonlyMap<string, number>,
    private readonly book: NoticeBook,
  ) {}

  refuse(column: string | null, code: SkipCode, reason: string): void {
    this.refusal ??= { column, code, reason };
  }

  note(code: string, message: string): void {
    this.book.note(code, this.file, this.line, message);
  }

  /** The value without blanks around it; "" when blank or when the column is not in the file. */
  text(column: string): string {
    const position = this.positions.get(column);
    const raw = position === undefined ? "" : (this.values[position] ?? "");
    const value = raw.replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, "");
    if (value !== raw && value !== "") {
      this.note("blanksRemoved", `Blanks around values in the column ${column} were removed.`);
    }
    if (value.includes("\u0000")) {
      this.refuse(column, "badValue", `The ${column} contains a character that cannot be stored.`);
    } else if (value.length > longestValue) {
      this.refuse(
        column,
        "badValue",
        `The ${column} is longer than ${String(longestValue)} characters.`,
      );
    }
    return value;
  }

  optional(column: string): string | null {
    const value = this.text(column);
    return value === "" ? null : value;
  }

  required(column: string): string {
    const value = this.text(column);
    if (value === "")
      this.refuse(
        column,
        "requiredValueMissing",
        `The value for ${column} is empty; every row needs one.`,
      );
    return value;
  }

  /** A list in one cell ("09,10"): without blanks and doubles, sorted. */
  list(column: string): string[] {
    const parts = this.text(column)
      .split(",")
      .map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== ""))].sort();
  }

  requiredList(column: string): string[] {
    const values = this.list(column);
    if (values.length === 0)
      this.refuse(
        column,
        "requiredValueMissing",
        `The value for ${column} is empty; every row needs one.`,
      );
    return values;
  }

  /** YYYY-MM-DD and a day that exists; a time after it is cut off with a notice. */
  date(column: string): string | null {
    const value = this.text(column);
    if (value === "") return null;
    const match = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.exec(value);
    const day = match?.[1];
    if (day === undefined || !isCalendarDay(day)) {
      this.refuse(
        column,
        "badDate",
        `“${clip(value)}” is not a date. Write the ${column} as YYYY-MM-DD, for example 2026-09-01.`,
      );
      return null;
    }
    if (match?.[2] !== undefined)
      this.note(
        "timeCutOff",
        `Times of day in the column ${column} were cut off; only the date counts.`,
      );
    return day;
  }

  requiredDate(column: string): string {
    const day = this.date(column);
    if (day === null)
      this.refuse(
        column,
        "requiredValueMissing",
        `The value for ${column} is empty; every row needs one.`,
      );
    return day ?? "";
  }

  /** true or false; null when blank. Other spellings are accepted with a notice. */
  flag(column: string): boolean | null {
    const value = this.text(column);
    const lower = value.toLowerCase();
    if (value === "") return null;
    const truthy = ["true", "1", "yes", "y"].includes(lower);
    if (!truthy && !["false", "0", "no", "n"].includes(lower)) {
      this.refuse(
        column,
        "badValue",
        `“${clip(value)}” is not true or false, in the column ${column}.`,
      );
      return null;
    }
    if (value !== "true" && value !== "false") {
      this.note(
        "flagSpelling",
        `“${value}” in the column ${column} was read as ${String(truthy)}.`,
      );
    }
    return truthy;
  }

  /** A word of a OneRoster vocabulary, corrected in case; unknown words are kept with a notice. */
  word(column: string, vocabulary: readonly string[]): string {
    const value = this.required(column);
    const known = vocabulary.find((word) => word.toLowerCase() === value.toLowerCase());
    if (known === undefined && value !== "" && !value.startsWith("ext:")) {
      this.note(
        "unknownWord",
        `“${clip(value)}” in the column ${column} is not a OneRoster word; it was kept as written.`,
      );
    }
    return known ?? value;
  }
}

export function clip(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

/** Gregorian calendar, years 1900 to 2199. */
export function isCalendarDay(day: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || date < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date <= (lengths[month - 1] ?? 0);
}
