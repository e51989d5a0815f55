import { parseDate } from "@/lib/attendance/calendar-date";
import type { AttendanceEnrollment } from "@/lib/attendance/enrollment-days";
import { Problems } from "../bad-input";
import type { CsvTable } from "../read-csv";
import { locateColumns, notA, wholeRow } from "../table-columns";

/** Students' enrolments from OneRoster's `enrollments.csv`; other roles and deleted rows are passed over. */
export async function readEnrollments(table: CsvTable): Promise<AttendanceEnrollment[]> {
  const at = locateColumns(table, ["classSourcedId", "schoolSourcedId", "userSourcedId", "role"]);
  const place = (name: string): number => table.headers.indexOf(name);
  const [statusAt, beginAt, endAt] = [place("status"), place("beginDate"), place("endDate")];
  const problems = new Problems(table.file);
  const enrollments: AttendanceEnrollment[] = [];
  for await (const batch of table.batches) {
    for (const row of batch) {
      const cells = wholeRow(row, table.headers.length, problems);
      if (cells === null) continue;
      const cell = (column: number): string => (cells[column] ?? "").trim();
      if (cell(at.role).toLowerCase() !== "student" || cell(statusAt) === "tobedeleted") continue;
      const date = (column: number, name: string): string | null => {
        if (cell(column) === "") return null;
        const iso = parseDate(cell(column), "YYYY-MM-DD");
        if (iso === null)
          problems.add(row.line, name, notA(cell(column), "a date written YYYY-MM-DD"));
        return iso;
      };
      const enrollment = {
        personId: cell(at.userSourcedId),
        classId: cell(at.classSourcedId),
        schoolId: cell(at.schoolSourcedId),
        grades: [],
        beginDate: date(beginAt, "beginDate"),
        endDate: date(endAt, "endDate"),
      };
      if (enrollment.personId === "") problems.add(row.line, "userSourcedId", "is empty");
      if (enrollment.classId === "") problems.add(row.line, "classSourcedId", "is empty");
      enrollments.push(enrollment);
    }
  }
  problems.throwIfAny();
  return enrollments;
}
