import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceRows, type AttendanceRow, sampleRows } from "@/lib/attendance/attendance-rows";
import type { ColumnMapping } from "@/lib/attendance/column-mapping";

const HEADER =
  "Student_id,School_id,Section_id,Attendance_date,Attendance_type,Attendance_status,Excuse_code,Attendance_id";

async function* pieces(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield await Promise.resolve(part);
}

async function read(
  text: string | Uint8Array,
  mapping: ColumnMapping | null = null,
  today?: string,
) {
  const ignored: number[] = [];
  const options = { onIgnored: (line: number) => ignored.push(line), ...(today ? { today } : {}) };
  const file = await attendanceRows(pieces(text), mapping, options);
  if (!file.ok) throw new Error(file.problems.join(" "));
  const rows: AttendanceRow[] = [];
  for await (const row of file.rows) rows.push(row);
  const bad = rows.flatMap((row) => (row.ok ? [] : [{ line: row.line, column: row.column }]));
  return { rows, bad, ignored, format: file.format };
}

async function readPieces(source: AsyncIterable<string | Uint8Array>) {
  const file = await attendanceRows(source, null);
  if (!file.ok) throw new Error("unexpected");
  const rows: AttendanceRow[] = [];
  for await (const row of file.rows) rows.push(row);
  return rows;
}

const ROW = (student: string, date = "2025-09-02", status = "absent") =>
  `${student},s1,,${date},daily,${status},,a1`;

const MAPPING: ColumnMapping = {
  student: "Pupil",
  date: "Day",
  dateFormat: "DD.MM.YYYY",
  status: "Mark",
  statusWords: { A: "absent", "unexcused absence": "absent", trip: "ignore", "/": "present" },
  school: "School",
};

describe("attendanceRows", () => {
  it("reads Clever's format, with a byte order mark, CRLF and any column order", async () => {
    const { rows, format } = await read(
      "\uFEFFAttendance_date,Student_id,Attendance_status,Attendance_type,Section_id,Excuse_code\r\n" +
        "2025-09-02,p1,absent,daily,,excused\r\n2025-09-02,p2,Tardy,section,m7,\r\n",
    );
    expect(format).toBe("clever");
    const shared = { schoolId: null, date: "2025-09-02" };
    expect(rows).toEqual([
      {
        line: 2,
        ok: true,
        record: { ...shared, personId: "p1", sectionId: null, status: "absent", excused: true },
      },
      {
        line: 3,
        ok: true,
        record: { ...shared, personId: "p2", sectionId: "m7", status: "tardy", excused: null },
      },
    ]);
  });

  it("leaves the section out of a daily row that names a homeroom", async () => {
    const { rows } = await read(`${HEADER}\np1,s1,home,2025-09-02,daily,absent,,a`);
    expect(rows[0]).toMatchObject({ record: { sectionId: null, schoolId: "s1" } });
  });

  it("names line, column and reason of each bad row and reads on", async () => {
    const { rows, bad } = await read(
      [
        HEADER,
        ROW(""),
        ROW("p1", "2025-02-30"),
        ROW("p1", "2025-09-02", "vanished"),
        "p1,s1,,2025-09-02,hourly,absent,,a",
        "p1,s1,,2025-09-02,section,absent,,a",
        "p1,s1",
        ROW("p\u0000"),
        ROW("p9", "2025-12-24"),
        ROW("ok"),
      ].join("\n"),
      null,
      "2025-12-01",
    );
    expect(bad).toEqual([
      { line: 2, column: "Student_id" },
      { line: 3, column: "Attendance_date" },
      { line: 4, column: "Attendance_status" },
      { line: 5, column: "Attendance_type" },
      { line: 6, column: "Section_id" },
      { line: 7, column: null },
      { line: 8, column: "Student_id" },
      { line: 9, column: "Attendance_date" },
    ]);
    expect(rows.at(-1)).toMatchObject({ line: 10, ok: true });
    expect(rows[5]).toMatchObject({ reason: "has 2 cells where the header has 8" });
  });

  it.each([
    ["opened and never closed", `"p1,s1,,2025-09-02,daily,absent,,a1`],
    ["inside a cell", `p"1,s1,,2025-09-02,daily,absent,,a1`],
    ["closed too early", `"p"1,s1,,2025-09-02,daily,absent,,a1`],
  ])("loses one line, and says which, when a quotation mark is %s", async (_, line) => {
    const after = Array.from({ length: 30 }, (__, i) => ROW(`q${String(i)}`));
    const { rows, bad } = await read([HEADER, ROW("p0"), line, ...after].join("\n"));
    expect(bad).toEqual([{ line: 3, column: null }]);
    expect(rows).toHaveLength(32);
    expect(rows.map((row) => row.line)).toEqual(Array.from({ length: 32 }, (__, i) => i + 2));
  });

  it("accepts a quoted cell with a line break and keeps counting lines", async () => {
    const { rows } = await read(`${HEADER}\np1,s1,,2025-09-02,daily,absent,"a\nb",1\n${ROW("")}\n`);
    expect(rows.map((row) => [row.line, row.ok])).toEqual([
      [2, true],
      [4, false],
    ]);
  });

  it("reads a mapped file with semicolons, ignores what the mapping ignores", async () => {
    const { rows, ignored, bad } = await read(
      "Pupil;Day;Mark;School\n1;2.9.2025;a;s1\n2;02.09.2025 00:00;TRIP;s1\n3;02.09.2025;/;s1\n" +
        "4;02.09.2025;Unexcused_Absence;s1\n5;02.09.2025;constructor;s1\n",
      MAPPING,
    );
    expect(ignored).toEqual([3]);
    expect(bad).toEqual([{ line: 6, column: "Mark" }]);
    expect(rows.flatMap((r) => (r.ok ? [[r.record.status, r.record.excused]] : []))).toEqual([
      ["absent", null],
      ["present", null],
      ["absent", false],
    ]);
  });

  it("takes every row as an absence when there is no status column", async () => {
    const mapping = { ...MAPPING, status: null, school: null };
    const { rows } = await read("Pupil,Day\n1,02.09.2025\n", mapping);
    expect(rows[0]).toMatchObject({ ok: true, record: { status: "absent", date: "2025-09-02" } });
  });

  it.each([
    ["", "not-csv", /empty/],
    ["PK\u0003\u0004rest", "not-csv", /Excel/],
    ["P\u0000u\u0000", "not-csv", /UTF-8/],
    ["Pupil,Day\n1,2", "missing-column", /no column "Mark"/],
    ["Pupil,Day,Mark,Mark,School\n1,2,3,4,5", "missing-column", /two columns called "Mark"/],
    [`Pupil,"Day\n1,2\n`, "not-csv", /header/],
  ])("refuses %j as a whole (%s)", async (text, code, problem) => {
    const file = await attendanceRows(pieces(text), MAPPING);
    expect(file).toMatchObject({ ok: false, code });
    expect(file.ok ? "" : file.problems.join(" ")).toMatch(problem);
  });

  it("asks for a mapping when the header is not Clever's", async () => {
    const file = await attendanceRows(pieces("Pupil,Day\n1,2"), null);
    expect(file).toMatchObject({ ok: false, code: "needs-mapping", headers: ["Pupil", "Day"] });
  });

  it("refuses ids whose letters were lost in the wrong encoding", async () => {
    const latin1 = Buffer.from(`${HEADER}\n${ROW("Zo\u00eb")}\n`, "latin1");
    expect((await read(latin1)).bad).toEqual([{ line: 2, column: "Student_id" }]);
  });

  it("passes on a source that breaks", async () => {
    async function* broken() {
      yield await Promise.resolve(`${HEADER}\n${ROW("p1")}\n`);
      throw new Error("upload cut off");
    }
    await expect(readPieces(broken())).rejects.toThrow("upload cut off");
  });

  it("reads the same from any cutting of the bytes", async () => {
    const lines = [
      HEADER,
      ROW("é1"),
      `"bad,line`,
      `"q""1",s1,,2025-09-02,daily,tardy,,x`,
      ROW("z"),
    ];
    const bytes = Buffer.from(lines.join("\r\n"));
    const whole = (await read(bytes)).rows;
    expect(whole.map((row) => row.ok)).toEqual([true, false, true, true]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const parts = at.slice(1).map((end, i) => bytes.subarray(at[i], end));
        expect(await readPieces(pieces(...parts))).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it("samples rows and closes the source", async () => {
    let closed = false;
    async function* endless() {
      try {
        yield "a,b\n";
        for (;;) yield await Promise.resolve("1,2\n".repeat(100));
      } finally {
        closed = true;
      }
    }
    const sample = await sampleRows(endless(), 3);
    expect(sample).toEqual({
      ok: true,
      headers: ["a", "b"],
      rows: [
        ["1", "2"],
        ["1", "2"],
        ["1", "2"],
      ],
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(closed).toBe(true);
  });
});
