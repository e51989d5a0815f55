import { type AttendanceRecord, attendanceKey } from "@/lib/attendance/attendance-record";
import { type ColumnMapping } from "@/lib/attendance/column-mapping";
import { type RowReader, rowReader } from "@/lib/attendance/row-reader";
import { Problems, refuseFile } from "../bad-input";
import type { CsvTable } from "../read-csv";
import { wholeRow } from "../table-columns";

/** First and last day on which a file names a student in a class. */
export interface Stay {
  readonly personId: string;
  readonly classId: string;
  readonly schoolId: string;
  first: string;
  last: string;
}

/** What a daily file says, with memory for its absences and its students and not for its rows. */
export interface DailyFile {
  /** One record a student, day and section: the last row wins. Absences, and one row of each section that has any. */
  readonly records: readonly AttendanceRecord[];
  readonly stays: readonly Stay[];
  /** Rows of any status by school, `""` where none is named, and date. */
  readonly rowsBySchoolDay: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly rows: number;
  readonly presentRows: number;
}

/** Reads daily rows in Clever's format. A section named on a daily row makes its student a member of that class. */
export async function readDailyFile(table: CsvTable, mapping: ColumnMapping): Promise<DailyFile> {
  const reader = rowReader(table.headers, mapping, null);
  if (!reader.ok) return refuseFile(table.file, reader.problems.join(" "), 1);
  const { section = null } = mapping;
  const sectionAt = section === null ? -1 : table.headers.indexOf(section);
  const problems = new Problems(table.file);
  const gathered = new DailyRows();
  for await (const batch of table.batches) {
    for (const row of batch) {
      const cells = wholeRow(row, table.headers.length, problems);
      if (cells === null) continue;
      const record = readRow(reader.read, cells, row.line, problems);
      if (record) gathered.add(record, (cells[sectionAt] ?? "").trim());
    }
  }
  problems.throwIfAny();
  if (gathered.rows === 0) refuseFile(table.file, "has no rows below its header");
  return gathered.done();
}

function readRow(
  read: RowReader,
  cells: readonly string[],
  line: number,
  problems: Problems,
): AttendanceRecord | null {
  const result = read(cells);
  if (result === "ignored") return null;
  if ("reason" in result) {
    problems.add(line, result.column, result.reason);
    return null;
  }
  return result;
}

class DailyRows {
  private readonly absences = new Map<string, AttendanceRecord>();
  private readonly sections = new Map<string, AttendanceRecord>();
  private readonly stays = new Map<string, Stay>();
  private readonly schools = new Map<string, Map<string, number>>();
  private presentRows = 0;
  rows = 0;

  add(record: AttendanceRecord, section: string): void {
    this.rows += 1;
    if (record.status === "present") this.presentRows += 1;
    const key = attendanceKey(record);
    if (record.status === "absent") this.absences.set(key, record);
    else this.absences.delete(key);
    if (record.sectionId !== null && !this.sections.has(record.sectionId))
      this.sections.set(record.sectionId, { ...record, status: "present" });
    const schoolId = record.schoolId ?? "";
    const days = this.schools.get(schoolId) ?? new Map<string, number>();
    this.schools.set(schoolId, days);
    days.set(record.date, (days.get(record.date) ?? 0) + 1);
    if (section !== "") this.addStay(record, schoolId, section);
  }

  private addStay({ personId, date }: AttendanceRecord, schoolId: string, classId: string): void {
    const key = JSON.stringify([personId, schoolId, classId]);
    const stay = this.stays.get(key);
    if (!stay) this.stays.set(key, { personId, classId, schoolId, first: date, last: date });
    else if (date < stay.first) stay.first = date;
    else if (date > stay.last) stay.last = date;
  }

  done(): DailyFile {
    return {
      records: [...this.sections.values(), ...this.absences.values()],
      stays: [...this.stays.values()],
      rowsBySchoolDay: this.schools,
      rows: this.rows,
      presentRows: this.presentRows,
    };
  }
}
