import { DATE_FORMATS, type DateFormat, parseDate } from "@/lib/attendance/calendar-date";
import {
  cleverMapping,
  type ColumnMapping,
  KNOWN_EXCUSE_WORDS,
  KNOWN_STATUS_WORDS,
  normalWord,
  type StatusMeaning,
} from "@/lib/attendance/column-mapping";

/** A proposal for the mapping page; the person confirms it before anything is written. */
export interface MappingGuess {
  /** `null` when no student or date column could be told. */
  readonly mapping: ColumnMapping | null;
  /** What was understood, one sentence each. */
  readonly understood: readonly string[];
  /** What a person must decide, one sentence each. */
  readonly unsure: readonly string[];
}

/** Header words by column, most telling first. Compared against headers without punctuation. */
const HEADER_WORDS = {
  student: [
    "student id",
    "studentid",
    "student number",
    "student no",
    "pupil id",
    "local student id",
    "student sourced id",
    "person id",
    "sis id",
    "alumno",
    "matricula",
    "student",
    "pupil",
    "id",
  ],
  date: [
    "attendance date",
    "event date",
    "absence date",
    "date of absence",
    "calendar date",
    "att date",
    "date",
    "day",
    "fecha",
  ],
  status: [
    "attendance status",
    "attendance event category",
    "attendance code",
    "status",
    "att code",
    "absence type",
    "mark",
    "estado",
    "code",
  ],
  school: ["school id", "school number", "school code", "site id", "campus", "school", "escuela"],
  section: ["section id", "section number", "class id", "course section", "section", "class"],
  type: ["attendance type", "record type"],
  excuse: ["excuse code", "excused", "excuse", "excused flag", "reason code"],
} as const;
type Field = keyof typeof HEADER_WORDS;

/**
 * Proposes a mapping from the header and some rows and says in words what it understood. Pure; it
 * never guesses silently: an ambiguous date order or an unknown status word is named in `unsure`.
 */
export function guessMapping(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
): MappingGuess {
  const clever = cleverMapping(headers);
  if (clever) {
    const understood = ["This is Clever's attendance format; nothing needs to be mapped."];
    return { mapping: clever, understood, unsure: [] };
  }
  const understood: string[] = [];
  const unsure: string[] = [];
  const columns = assignColumns(headers);
  const cellsOf = (column: string) => {
    const at = headers.indexOf(column);
    return sampleRows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
  };
  const dateColumn =
    columns.date ?? headers.find((header) => readsAsDates(cellsOf(header))) ?? null;
  if (columns.student === null) unsure.push("Which column holds the student's number?");
  if (dateColumn === null) unsure.push("Which column holds the date?");
  if (columns.student === null || dateColumn === null) return { mapping: null, understood, unsure };

  understood.push(`"${columns.student}" is the student.`);
  const dates = guessDateFormat(cellsOf(dateColumn));
  understood.push(`"${dateColumn}" is the date, written ${dates.format}.`);
  if (dates.doubt) unsure.push(dates.doubt);

  const statusWords = columns.status === null ? {} : guessStatusWords(cellsOf(columns.status));
  if (columns.status === null) {
    understood.push("There is no status column: every row is one absence.");
  } else {
    understood.push(`"${columns.status}" is the status: ${describeWords(statusWords)}.`);
    const unknown = [...new Set(cellsOf(columns.status))].filter(
      (word) => statusWords[normalWord(word)] === undefined,
    );
    if (unknown.length > 0)
      unsure.push(`What do these status words stand for: ${unknown.slice(0, 20).join(", ")}?`);
  }
  for (const field of ["school", "section", "type", "excuse"] as const) {
    const column = columns[field];
    if (column !== null) understood.push(`"${column}" is ${FIELD_NAMES[field]}.`);
  }
  const { student, status, school, section, type, excuse } = columns;
  return {
    mapping: {
      student,
      date: dateColumn,
      dateFormat: dates.format,
      status,
      statusWords,
      school,
      section,
      type,
      excuse,
      excuseWords: KNOWN_EXCUSE_WORDS,
    },
    understood,
    unsure,
  };
}

const FIELD_NAMES = {
  school: "the school",
  section: "the class or section: rows that fill it count for that class only",
  type: "the kind of row (daily or section)",
  excuse: "whether the absence is excused; excused absences count like any other",
} as const;

function assignColumns(headers: readonly string[]): Record<Field, string | null> {
  const plain = headers.map((header) =>
    header
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  const taken = new Set<number>();
  const assign = (field: Field): string | null => {
    for (const word of HEADER_WORDS[field]) {
      const at = plain.findIndex((header, index) => header === word && !taken.has(index));
      if (at === -1) continue;
      taken.add(at);
      return headers[at] ?? null;
    }
    return null;
  };
  const [type, section, school] = [assign("type"), assign("section"), assign("school")];
  const [student, date, excuse, status] = [
    assign("student"),
    assign("date"),
    assign("excuse"),
    assign("status"),
  ];
  return { student, date, status, school, section, type, excuse };
}

function readsAsDates(cells: readonly string[]): boolean {
  return (
    cells.length > 0 &&
    DATE_FORMATS.some((format) => cells.every((cell) => parseDate(cell, format) !== null))
  );
}

/** The format that reads most cells; says so when month and day cannot be told apart. */
export function guessDateFormat(cells: readonly string[]): {
  format: DateFormat;
  doubt: string | null;
} {
  const fits = (format: DateFormat) => cells.filter((cell) => parseDate(cell, format)).length;
  const format = [...DATE_FORMATS].sort((a, b) => fits(b) - fits(a))[0] ?? "YYYY-MM-DD";
  const example = cells[0] ?? "";
  if (cells.length === 0 || fits(format) === 0)
    return { format, doubt: `How is the date written? (first cell: "${example}")` };
  if (format.includes("/") && fits("MM/DD/YYYY") === fits("DD/MM/YYYY"))
    return { format, doubt: `Is "${example}" month first or day first? Both fit these rows.` };
  if (fits(format) < cells.length)
    return { format, doubt: `Not every date in the first rows is written ${format}.` };
  return { format, doubt: null };
}

function guessStatusWords(cells: readonly string[]): Record<string, StatusMeaning> {
  const words: Record<string, StatusMeaning> = {};
  for (const cell of new Set(cells.map(normalWord))) {
    const meaning = Object.hasOwn(KNOWN_STATUS_WORDS, cell) ? KNOWN_STATUS_WORDS[cell] : undefined;
    if (meaning) words[cell] = meaning;
  }
  return words;
}

function describeWords(words: Readonly<Record<string, StatusMeaning>>): string {
  const parts = Object.entries(words).map(([word, meaning]) => `"${word}" means ${meaning}`);
  return parts.length > 0 ? parts.join(", ") : "no word is known yet";
}
