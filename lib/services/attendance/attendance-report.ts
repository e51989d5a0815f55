import type { AttendanceRecord } from "@/lib/attendance/attendance-record";

/** Reported one by one; the rest is counted. */
export const REPORTED_ROWS = 200;
const SAMPLES = 5;
/** Student numbers remembered to count distinct ones; beyond it the count is "at least". */
const REMEMBERED = 50_000;

export interface SkippedAttendanceRow {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

/** What a check of a whole file found; plain data, kept with the run. */
export interface AttendanceReport {
  /** Data rows read, whatever became of them. */
  readonly rows: number;
  readonly records: number;
  readonly absences: number;
  /** Rows that the mapping says to leave out. */
  readonly ignored: number;
  readonly skipped: { readonly total: number; readonly first: readonly SkippedAttendanceRow[] };
  readonly unknownStudents: { readonly rows: number; readonly students: number };
  readonly unknownSchools: { readonly rows: number; readonly schools: readonly string[] };
  /** Section rows whose class is not on the roster: read, but counted for no class. */
  readonly unknownSectionRows: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  /** The first rows as they were understood. */
  readonly sample: readonly (Pick<AttendanceRecord, "personId" | "date" | "status" | "excused"> & {
    readonly line: number;
  })[];
}

/** Gathers a report row by row in bounded memory. */
export class ReportBook {
  #rows = 0;
  #records = 0;
  #absences = 0;
  #ignored = 0;
  #skipped = 0;
  #unknownStudentRows = 0;
  #unknownSchoolRows = 0;
  #unknownSectionRows = 0;
  #firstDate: string | null = null;
  #lastDate: string | null = null;
  readonly #first: SkippedAttendanceRow[] = [];
  readonly #sample: AttendanceReport["sample"][number][] = [];
  readonly #unknownStudents = new Set<string>();
  readonly #unknownSchools = new Set<string>();

  ignore(): void {
    this.#rows += 1;
    this.#ignored += 1;
  }

  skip(row: SkippedAttendanceRow): void {
    this.#rows += 1;
    this.#skipped += 1;
    if (this.#first.length < REPORTED_ROWS) this.#first.push(row);
  }

  skipStudent(line: number, column: string | null, personId: string): void {
    this.#unknownStudentRows += 1;
    if (this.#unknownStudents.size < REMEMBERED) this.#unknownStudents.add(personId);
    this.skip({ line, column, reason: `student "${personId}" is not on the roster` });
  }

  skipSchool(line: number, column: string | null, schoolId: string): void {
    this.#unknownSchoolRows += 1;
    if (this.#unknownSchools.size < REPORTED_ROWS) this.#unknownSchools.add(schoolId);
    this.skip({ line, column, reason: `school "${schoolId}" is not on the roster` });
  }

  noteUnknownSection(): void {
    this.#unknownSectionRows += 1;
  }

  take(line: number, { personId, date, status, excused }: AttendanceRecord): void {
    this.#rows += 1;
    this.#records += 1;
    if (status === "absent") this.#absences += 1;
    if (this.#firstDate === null || date < this.#firstDate) this.#firstDate = date;
    if (this.#lastDate === null || date > this.#lastDate) this.#lastDate = date;
    if (this.#sample.length < SAMPLES) this.#sample.push({ line, personId, date, status, excused });
  }

  report(): AttendanceReport {
    return {
      rows: this.#rows,
      records: this.#records,
      absences: this.#absences,
      ignored: this.#ignored,
      skipped: { total: this.#skipped, first: this.#first },
      unknownStudents: { rows: this.#unknownStudentRows, students: this.#unknownStudents.size },
      unknownSchools: { rows: this.#unknownSchoolRows, schools: [...this.#unknownSchools].sort() },
      unknownSectionRows: this.#unknownSectionRows,
      firstDate: this.#firstDate,
      lastDate: this.#lastDate,
      sample: this.#sample,
    };
  }
}
