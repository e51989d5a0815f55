import type { AttendanceRecord, AttendanceStatus } from "@/lib/attendance/attendance-record";
import { parseDate } from "@/lib/attendance/calendar-date";
import {
  type ColumnMapping,
  KNOWN_EXCUSE_WORDS,
  normalWord,
  type StatusMeaning,
} from "@/lib/attendance/column-mapping";

/** Why a row cannot be used, and the header of the cell at fault. */
export interface BadCell {
  readonly column: string | null;
  readonly reason: string;
}

export type RowReader = (cells: readonly string[]) => AttendanceRecord | BadCell | "ignored";

const LONGEST_ID = 255;
/** Control characters break the database and hide in spreadsheets; U+FFFD marks lost letters. */
// eslint-disable-next-line no-control-regex -- naming them is the point
const UNREADABLE = /[\u0000-\u001f\u007f\uFFFD]/;

/**
 * Binds a mapping to a header. Refuses, with one sentence a problem, when a mapped column is
 * missing or occurs twice. The reader it gives is pure: cells in, a record or a reason out.
 */
export function rowReader(
  headers: readonly string[],
  mapping: ColumnMapping,
  today: string | null,
): { ok: true; read: RowReader } | { ok: false; problems: string[] } {
  const problems: string[] = [];
  const locate = (column: string | null | undefined): Column | null => {
    if (column === null || column === undefined) return null;
    const name = column.trim();
    const at = headers.indexOf(name);
    if (at === -1)
      problems.push(`The file has no column "${name}". Its columns are: ${headers.join(", ")}.`);
    else if (headers.includes(name, at + 1))
      problems.push(`The file has two columns called "${name}"; rename one.`);
    return { name, at };
  };
  const student = locate(mapping.student);
  const date = locate(mapping.date);
  const status = locate(mapping.status);
  const school = locate(mapping.school);
  const section = locate(mapping.section);
  const type = locate(mapping.type);
  const excuse = locate(mapping.excuse);
  if (problems.length > 0 || !student || !date) return { ok: false, problems };

  const excuseWords = mapping.excuseWords ?? KNOWN_EXCUSE_WORDS;
  const statusOf = wordTable(mapping.statusWords);
  const excusedOf = wordTable(excuseWords);

  const read: RowReader = (cells) => {
    if (cells.length !== headers.length) return wrongWidth(cells.length, headers.length);
    const cell = (column: Column | null) => (column ? (cells[column.at] ?? "").trim() : "");

    const personId = cell(student);
    const badId = idProblem(student, personId, true);
    if (badId) return badId;

    const dateCell = cell(date);
    const day = parseDate(dateCell, mapping.dateFormat);
    if (day === null)
      return { column: date.name, reason: dateReason(dateCell, mapping.dateFormat) };
    if (today !== null && day > today)
      return { column: date.name, reason: `${day} is in the future` };

    const statusCell = cell(status);
    const meaning: StatusMeaning | undefined = status ? statusOf(statusCell) : "absent";
    if (status && meaning === undefined)
      return {
        column: status.name,
        reason: statusCell === "" ? "is empty" : `${quoted(statusCell)} is not a known status`,
      };
    if (meaning === undefined || meaning === "ignore") return "ignored";

    const schoolId = cell(school);
    const badSchool = school ? idProblem(school, schoolId, false) : null;
    if (badSchool) return badSchool;
    const sectionCell = cell(section);
    const badSection = section ? idProblem(section, sectionCell, false) : null;
    if (badSection) return badSection;

    const typeCell = type ? normalWord(cell(type)) : sectionCell ? "section" : "daily";
    if (typeCell !== "daily" && typeCell !== "section")
      return {
        column: type?.name ?? null,
        reason: typeCell === "" ? "is empty" : `${quoted(typeCell)} is neither daily nor section`,
      };
    if (typeCell === "section" && sectionCell === "")
      return { column: section?.name ?? null, reason: "a section row names no section" };

    return {
      personId,
      schoolId: schoolId === "" ? null : schoolId,
      sectionId: typeCell === "section" ? sectionCell : null,
      date: day,
      status: meaning satisfies AttendanceStatus,
      excused: excusedOf(excuse ? cell(excuse) : statusCell) ?? null,
    };
  };
  return { ok: true, read };
}

interface Column {
  readonly name: string;
  readonly at: number;
}

/** Words repeat by the hundred thousand: each spelling is normalised once. */
function wordTable<T>(table: Readonly<Record<string, T>>): (cell: string) => T | undefined {
  const words = new Map(Object.entries(table).map(([word, value]) => [normalWord(word), value]));
  const seen = new Map<string, T | undefined>();
  return (cell) => {
    if (seen.has(cell)) return seen.get(cell);
    const value = words.get(normalWord(cell));
    if (seen.size < 1_000) seen.set(cell, value);
    return value;
  };
}

function idProblem(column: Column, value: string, required: boolean): BadCell | null {
  if (value === "") return required ? { column: column.name, reason: "is empty" } : null;
  if (value.length > LONGEST_ID)
    return { column: column.name, reason: `is longer than ${String(LONGEST_ID)} characters` };
  if (UNREADABLE.test(value))
    return { column: column.name, reason: "holds characters that cannot be read (not UTF-8?)" };
  return null;
}

function wrongWidth(found: number, expected: number): BadCell {
  return {
    column: null,
    reason: `has ${String(found)} cells where the header has ${String(expected)}`,
  };
}

function dateReason(cell: string, format: string): string {
  return cell === "" ? "is empty" : `${quoted(cell)} is not a date written ${format}`;
}

function quoted(cell: string): string {
  return `"${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}"`;
}
