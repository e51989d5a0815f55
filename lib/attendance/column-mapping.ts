import type { DateFormat } from "@/lib/attendance/calendar-date";

/** What a status word in a file stands for; `ignore` leaves the row out (a trip, a half-day code). */
export type StatusMeaning = "absent" | "tardy" | "present" | "ignore";

/** How to read an attendance file that is not in Clever's format. Columns are named by header. */
export interface ColumnMapping {
  readonly student: string;
  readonly date: string;
  readonly dateFormat: DateFormat;
  /** `null`: the file has no status column and every row is one absence. */
  readonly status: string | null;
  /** Status word, as `normalWord` writes it, to its meaning. Unlisted words are row errors. */
  readonly statusWords: Readonly<Record<string, StatusMeaning>>;
  readonly school?: string | null;
  readonly section?: string | null;
  /** Column that says `daily` or `section`; without it, a filled section makes a row a section row. */
  readonly type?: string | null;
  readonly excuse?: string | null;
  /** Excuse word, as `normalWord` writes it, to excused or not. Unlisted words: unknown. */
  readonly excuseWords?: Readonly<Record<string, boolean>>;
}

/** The form in which status and excuse words are compared: trimmed, lower case, single spaces. */
export function normalWord(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}

/** Words that attendance systems use, Ed-Fi's categories included. */
export const KNOWN_STATUS_WORDS: Readonly<Record<string, StatusMeaning>> = {
  absent: "absent",
  absence: "absent",
  a: "absent",
  abs: "absent",
  ausente: "absent",
  "excused absence": "absent",
  "unexcused absence": "absent",
  "absent excused": "absent",
  "absent unexcused": "absent",
  excused: "absent",
  unexcused: "absent",
  ea: "absent",
  ua: "absent",
  ae: "absent",
  au: "absent",
  suspended: "absent",
  suspension: "absent",
  truant: "absent",
  truancy: "absent",
  tardy: "tardy",
  t: "tardy",
  late: "tardy",
  l: "tardy",
  "early departure": "tardy",
  partial: "tardy",
  present: "present",
  p: "present",
  presente: "present",
  "in attendance": "present",
};

/** Excuse words whose meaning is plain. District codes beyond these stay unknown. */
export const KNOWN_EXCUSE_WORDS: Readonly<Record<string, boolean>> = {
  excused: true,
  e: true,
  ex: true,
  yes: true,
  y: true,
  true: true,
  "1": true,
  "excused absence": true,
  "absent excused": true,
  ea: true,
  ae: true,
  unexcused: false,
  u: false,
  un: false,
  no: false,
  n: false,
  false: false,
  "0": false,
  "unexcused absence": false,
  "absent unexcused": false,
  ua: false,
  au: false,
  truant: false,
  truancy: false,
};

const CLEVER_STATUS_WORDS = { absent: "absent", tardy: "tardy", present: "present" } as const;

/**
 * Clever's `attendance.csv`, recognised by its three required headers in any case and order.
 * `null` when the header is another format's.
 */
export function cleverMapping(headers: readonly string[]): ColumnMapping | null {
  const find = (name: string) =>
    headers.find((header) => header.trim().toLowerCase() === name)?.trim() ?? null;
  const student = find("student_id");
  const date = find("attendance_date");
  const status = find("attendance_status");
  if (student === null || date === null || status === null) return null;
  return {
    student,
    date,
    dateFormat: "YYYY-MM-DD",
    status,
    statusWords: CLEVER_STATUS_WORDS,
    school: find("school_id"),
    section: find("section_id"),
    type: find("attendance_type"),
    excuse: find("excuse_code"),
    excuseWords: KNOWN_EXCUSE_WORDS,
  };
}
