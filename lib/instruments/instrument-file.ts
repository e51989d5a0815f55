import { parse } from "csv-parse/sync";
import { isRotating } from "@/lib/instruments/forms";
import {
  type Instrument,
  instrumentSchema,
  languagesOf,
  LANGUAGES,
  type Scale,
} from "@/lib/instruments/instrument";

/** What is wrong with a file: the line of a CSV file or the place in a JSON file, the column, and why. */
export interface FileProblem {
  readonly line: number | null;
  readonly column: string | null;
  readonly reason: string;
}

export type ReadInstrument =
  | { readonly ok: true; readonly instrument: Instrument }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** An instrument of 60 items in eleven languages is a third of this. */
export const MOST_INSTRUMENT_BYTES = 500_000;
const MOST_PROBLEMS = 20;

/** Reads an instrument from JSON or CSV (docs/instruments.md); which of the two the text itself tells. */
export function readInstrumentFile(text: string): ReadInstrument {
  const plain = text.replace(/^\uFEFF/u, "");
  return plain.trimStart().startsWith("{") ? readJson(plain) : readCsv(plain);
}

function readJson(text: string): ReadInstrument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused([{ line: null, column: null, reason: "the file is not JSON" }]);
  }
  return check(value, (path) => ({ line: null, column: path.map(String).join(".") || null }));
}

/** Columns of the CSV form, in the order in which they are written. Those of the instrument stand in every row. */
const SHARED = [
  ...["instrument", "instrument_version", "title_en", "grade_from", "grade_to"],
  ...["lead_en", "labels_en", "favourable"],
] as const;
const OWN = ["id", "version", "construct", "anchor", "reverse", "text_en"] as const;
const COLUMNS: readonly string[] = [...SHARED, ...OWN];
/** May be missing: only some instruments have pairs, or items with answers of their own. */
const PAIR = "pair";
const OWN_SCALE = ["own_labels_en", "own_favourable"] as const;
/** Of each other language, or of none: "title_es" and the like; own labels where there are any. */
const TRANSLATED = ["title", "lead", "labels", "text"] as const;
const OTHERS = LANGUAGES.filter((language) => language !== "en");

type Row = Readonly<Record<string, string>>;

function readCsv(text: string): ReadInstrument {
  let rows: { record: Row; info: { lines: number } }[];
  try {
    rows = parse(text, {
      columns: (header: string[]) => header.map((name) => name.trim()),
      info: true,
      delimiter: [",", ";", "\t"],
      skip_empty_lines: true,
      trim: true,
      max_record_size: MOST_INSTRUMENT_BYTES,
    });
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : null;
    return refused([{ line, column: null, reason: "the row cannot be read as CSV" }]);
  }
  const [first] = rows;
  if (first === undefined) {
    return refused([{ line: null, column: null, reason: "the file has no rows below its header" }]);
  }
  const missing = COLUMNS.filter((name) => !Object.hasOwn(first.record, name));
  if (missing.length > 0) {
    return refused(
      missing.map((column) => ({ line: 1, column, reason: "there is no such column" })),
    );
  }
  const differing = rows.flatMap(({ record, info }) =>
    sharedColumns(first.record)
      .filter((name) => record[name] !== first.record[name])
      .map((column) => ({
        line: info.lines,
        column,
        reason: "says something else than the first row: it belongs to the whole instrument",
      })),
  );
  if (differing.length > 0) return refused(differing);
  const lines = rows.map(({ info }) => info.lines);
  return check(instrumentOf(rows.map(({ record }) => record)), (path) => placeInCsv(path, lines));
}

/** Columns that must say the same in every row: those of the instrument, in whichever languages there are. */
function sharedColumns(row: Row): string[] {
  const others = OTHERS.flatMap((language) =>
    ["title", "lead", "labels"].map((name) => `${name}_${language}`),
  );
  return [...SHARED, ...others.filter((name) => Object.hasOwn(row, name))];
}

function instrumentOf(rows: readonly Row[]): unknown {
  const shared = rows[0] ?? {};
  return {
    id: shared["instrument"],
    version: whole(shared["instrument_version"]),
    title: texts(shared, "title"),
    grades: { from: whole(shared["grade_from"]), to: whole(shared["grade_to"]) },
    lead: texts(shared, "lead"),
    scale: scaleIn(shared, ""),
    items: rows.map((row) => ({
      id: row["id"],
      version: whole(row["version"]),
      construct: row["construct"],
      anchor: yesNo(row["anchor"]),
      reverse: yesNo(row["reverse"]),
      text: texts(row, "text"),
      ...((row[PAIR] ?? "") === "" ? {} : { pair: whole(row[PAIR]) }),
      ...(OWN_SCALE.every((name) => (row[name] ?? "") === "")
        ? {}
        : { scale: scaleIn(row, "own_") }),
    })),
  };
}

function scaleIn(row: Row, prefix: "" | "own_") {
  const labels = texts(row, `${prefix}labels`);
  return {
    points: list(labels["en"]).length,
    labels: Object.fromEntries(
      Object.entries(labels).map(([language, text]) => [language, list(text)]),
    ),
    favourable: list(row[`${prefix}favourable`]).map(whole),
  };
}

/** By language: English whatever stands there, the others where something does. */
function texts(row: Row, name: string): Readonly<Record<string, string | undefined>> {
  const said = LANGUAGES.map((language) => [language, row[`${name}_${language}`]] as const);
  return Object.fromEntries(said.filter(([language, text]) => language === "en" || text));
}

function list(text = ""): string[] {
  return text.split("|").map((part) => part.trim());
}

/** A number, or what stands there, for the schema to refuse. */
function whole(text = ""): number | string {
  return /^\d{1,9}$/u.test(text) ? Number(text) : text;
}

function yesNo(text = ""): boolean | string {
  const answers = new Map([
    ...["yes", "true", "1"].map((yes) => [yes, true] as const),
    ...["no", "false", "0", ""].map((no) => [no, false] as const),
  ]);
  return answers.get(text.toLowerCase()) ?? text;
}

/** Where in the CSV file a part of the instrument stands. */
function placeInCsv(
  path: readonly PropertyKey[],
  lines: readonly number[],
): Pick<FileProblem, "line" | "column"> {
  const [part, at, field, language] = path;
  if (part === "items" && typeof at === "number") {
    if (field === "scale") {
      const [, , , what, ofLanguage] = path;
      const column =
        what === "favourable" ? "own_favourable" : `own_labels_${String(ofLanguage ?? "en")}`;
      return { line: lines[at] ?? null, column };
    }
    const column = field === "text" ? `text_${String(language ?? "en")}` : String(field ?? "id");
    return { line: lines[at] ?? null, column };
  }
  const line = lines[0] ?? null;
  switch (part) {
    case "id":
      return { line, column: "instrument" };
    case "version":
      return { line, column: "instrument_version" };
    case "title":
    case "lead":
      return { line, column: `${part}_${String(at ?? "en")}` };
    case "grades":
      return { line, column: `grade_${String(at ?? "from")}` };
    case "scale":
      return {
        line,
        column: at === "favourable" ? "favourable" : `labels_${String(field ?? "en")}`,
      };
    default:
      return { line, column: null };
  }
}

function check(
  value: unknown,
  placeOf: (path: readonly PropertyKey[]) => Pick<FileProblem, "line" | "column">,
): ReadInstrument {
  const parsed = instrumentSchema.safeParse(value);
  if (parsed.success) return { ok: true, instrument: parsed.data };
  return refused(
    parsed.error.issues.map(({ path, message }) => ({ ...placeOf(path), reason: message })),
  );
}

function refused(problems: readonly FileProblem[]): ReadInstrument {
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** The instrument as indented JSON, as {@link readInstrumentFile} reads it. */
export function instrumentToJson(instrument: Instrument): string {
  return `${JSON.stringify(instrument, null, 2)}\n`;
}

/** The instrument as CSV, one row an item, as {@link readInstrumentFile} reads it. */
export function instrumentToCsv(instrument: Instrument): string {
  const { id, version, title, grades, lead, scale, items } = instrument;
  const shared = [
    ...[id, String(version), title.en, String(grades.from), String(grades.to)],
    ...[lead.en, scale.labels.en.join("|"), scale.favourable.join("|")],
  ];
  const spoken = languagesOf(instrument).filter((language) => language !== "en");
  const rotates = isRotating(instrument);
  const ownScales = items.some((item) => item.scale !== undefined);
  const rows = items.map((item) => [
    ...shared,
    ...[item.id, String(item.version), item.construct, word(item.anchor), word(item.reverse)],
    item.text.en,
    ...(rotates ? [String(item.pair ?? "")] : []),
    ...(ownScales ? scaleCells(item.scale) : []),
    ...spoken.flatMap((language) => [
      ...[title[language] ?? "", lead[language] ?? ""],
      ...[scale.labels[language]?.join("|") ?? "", item.text[language] ?? ""],
      ...(ownScales ? [item.scale?.labels[language]?.join("|") ?? ""] : []),
    ]),
  ]);
  const translated = [...TRANSLATED, ...(ownScales ? ["own_labels"] : [])];
  const header = [
    ...COLUMNS,
    ...(rotates ? [PAIR] : []),
    ...(ownScales ? OWN_SCALE : []),
    ...spoken.flatMap((language) => translated.map((name) => `${name}_${language}`)),
  ];
  // With a byte order mark: without one Excel takes accents apart.
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function scaleCells(scale: Scale | undefined): string[] {
  if (scale === undefined) return OWN_SCALE.map(() => "");
  const { labels, favourable } = scale;
  return [labels.en, favourable].map((parts) => parts.join("|"));
}

function word(yes: boolean): string {
  return yes ? "yes" : "no";
}

/** Quoted where it must be. None is a formula: the schema lets no text begin as one. */
function cell(text: string): string {
  return /[",;\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
