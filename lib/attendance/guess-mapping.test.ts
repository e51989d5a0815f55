import { describe, expect, it } from "vitest";
import { attendanceRows } from "@/lib/attendance/attendance-rows";
import { guessMapping } from "@/lib/attendance/guess-mapping";

describe("guessMapping", () => {
  it("knows Clever's header", () => {
    const guess = guessMapping(["Student_id", "Attendance_date", "Attendance_status"], []);
    expect(guess).toMatchObject({ mapping: { student: "Student_id", type: null }, unsure: [] });
  });

  it("says what it understood of one row a student a day", () => {
    const guess = guessMapping(
      ["Campus", "StudentNumber", "Att. Date", "Att Code", "Excused?"],
      [
        ["12", "100", "09/15/2025", "A", "Y"],
        ["12", "101", "09/03/2025", "UA", "N"],
        ["12", "102", "09/03/2025", "ZZ", ""],
      ],
    );
    expect(guess.mapping).toMatchObject({
      student: "StudentNumber",
      date: "Att. Date",
      dateFormat: "MM/DD/YYYY",
      status: "Att Code",
      statusWords: { a: "absent", ua: "absent" },
      school: "Campus",
      section: null,
      excuse: "Excused?",
    });
    expect(guess.understood).toContain('"Att. Date" is the date, written MM/DD/YYYY.');
    expect(guess.unsure).toEqual(["What do these status words stand for: ZZ?"]);
  });

  it("asks when month and day could be either", () => {
    const guess = guessMapping(
      ["Student", "Date"],
      [
        ["1", "03/04/2025"],
        ["1", "05/06/2025"],
      ],
    );
    expect(guess.unsure).toEqual([expect.stringMatching(/month first or day first/)]);
    expect(guess.mapping?.status).toBeNull();
    expect(guess.understood).toContain("There is no status column: every row is one absence.");
  });

  it("finds a date column by its cells, asks for what it cannot find", () => {
    const found = guessMapping(["Pupil ID", "Fehltag"], [["1", "15.09.2025"]]);
    expect(found.mapping).toMatchObject({ date: "Fehltag", dateFormat: "DD.MM.YYYY" });
    const lost = guessMapping(["x", "y"], [["1", "2"]]);
    expect(lost).toMatchObject({ mapping: null });
    expect(lost.unsure).toHaveLength(2);
  });

  it("proposes only what the reader accepts", async () => {
    const headers = ["pupil_id", "event date", "AttendanceEventCategory", "section"];
    const rows = [
      ["7", "2025-09-02", "Excused Absence", ""],
      ["8", "2025-09-02", "In Attendance", "m"],
    ];
    const { mapping } = guessMapping(headers, rows);
    async function* source() {
      yield await Promise.resolve([headers, ...rows].map((row) => row.join(";")).join("\n"));
    }
    const file = await attendanceRows(source(), mapping);
    if (!file.ok) throw new Error(file.problems.join());
    const records = [];
    for await (const row of file.rows) records.push(row.ok ? row.record : row);
    expect(records).toMatchObject([
      { personId: "7", status: "absent", excused: true, sectionId: null },
      { personId: "8", status: "present", excused: null, sectionId: "m" },
    ]);
  });
});
