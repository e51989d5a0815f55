import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCsv } from "@/lib/attendance/csv-records";
import { readChoice } from "@/lib/roster/participation/choice-words";
import { diffChoices } from "@/lib/roster/participation/diff-choices";
import { findColumns } from "@/lib/roster/participation/find-columns";
import { type ChoicesReading, readChoices } from "@/lib/roster/participation/read-choices";
import type { Choice, Consent } from "@/lib/waves/consent";

const STUDENTS = new Set(["p1", "p2", "p3", "p4"]);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Reads a whole file, or gives the problem that refuses it. */
async function read(
  text: string | Uint8Array,
  consent: Consent = "passive",
): Promise<ChoicesReading | string> {
  const csv = await openCsv(once(typeof text === "string" ? Buffer.from(text) : text));
  if (!csv.ok) return csv.problems.join(" ");
  const found = findColumns(csv.headers, consent);
  if (!found.ok) {
    await csv.close();
    return found.problem;
  }
  return readChoices(csv.rows, found.columns, STUDENTS);
}

async function choicesOf(text: string | Uint8Array, consent: Consent = "passive") {
  const reading = await read(text, consent);
  if (typeof reading === "string") throw new Error(reading);
  return Object.fromEntries(reading.choices);
}

async function skippedOf(text: string | Uint8Array) {
  const reading = await read(text);
  if (typeof reading === "string") throw new Error(reading);
  return reading.report.skipped.map(({ line, column, reason }) => [line, column, reason]);
}

describe("a file of families' choices", () => {
  it("takes a number and a choice in any words a school office writes", async () => {
    const text = "sourcedId,Name,Choice\np1,Ana,opt-out\np2,Bo,YES\np3,Cy,Opted in\np4,Di,none\n";
    expect(await choicesOf(text)).toEqual({ p1: "out", p2: "in", p3: "in", p4: "back" });
  });

  it("reads yes in a column of opt-outs as a no, and no as silence", async () => {
    const reading = await read("Student ID;Opt-out\np1;yes\np2;no\np3;\np4;x\n");
    expect(typeof reading === "string" ? reading : Object.fromEntries(reading.choices)).toEqual({
      p1: "out",
      p4: "out",
    });
    expect(typeof reading === "string" ? [] : reading.report.words).toEqual([
      { word: "", read: "nothing", rows: 1 },
      { word: "no", read: "nothing", rows: 1 },
      { word: "x", read: "out", rows: 1 },
      { word: "yes", read: "out", rows: 1 },
    ]);
  });

  it("takes a bare list for those opted out, unless a column could be the choice", async () => {
    expect(await choicesOf("student_id\tlast name\np1\tReed\np3\tHaddad\n")).toEqual({
      p1: "out",
      p3: "out",
    });
    expect(await read("student id,Reply\np1,yes\n")).toMatch(/does not know “Reply”/);
    // Where only a yes counts, a list could be of either.
    expect(await read("student id\np1\n", "active")).toMatch(/Where only a yes counts/);
  });

  it("lets a no count over a yes wherever it stands, and says so with both lines", async () => {
    expect(await choicesOf("id,choice\np1,in\np1,out\np2,out\np2,in\n")).toEqual({
      p1: "out",
      p2: "out",
    });
    expect(await skippedOf("id,choice\np1,in\np1,out\np2,out\np2,in\np2,out\n")).toEqual([
      [2, "choice", expect.stringMatching(/^line 3 says a no for the same student/)],
      [5, "choice", expect.stringMatching(/^line 4 says a no for the same student/)],
    ]);
  });

  it("leaves out what it cannot use, with line and reason, and quotes no value", async () => {
    const text = 'id,choice\nzz,out\np1,perhaps\n,out\np2\np3,"out\n"\np4,"o"ut\np1,out\n';
    const skipped = await skippedOf(text);
    expect(skipped).toEqual([
      [2, "id", "no student on the roster has this number"],
      [3, "choice", "is none of the words for a choice: out, in, none"],
      [4, "id", "is empty"],
      [5, null, "has more or fewer values than the first line"],
      [8, null, expect.stringMatching(/quot/)],
    ]);
    expect(JSON.stringify(skipped)).not.toMatch(/zz|perhaps/);
    expect(await choicesOf(text)).toEqual({ p3: "out", p1: "out" });
  });

  it("reads a Windows-1252 file where that does no harm, and names the lines where it does", async () => {
    const windows = Buffer.from("id,name,choice\np1,Núñez,out\np2,Reed,sí\n", "latin1");
    expect(await choicesOf(windows)).toEqual({ p1: "out" });
    expect(await skippedOf(windows)).toEqual([[3, "choice", expect.stringMatching(/not UTF-8/)]]);
  });

  it.each([
    ["", "The file is empty."],
    ["PK\u0003\u0004x", /Excel workbook/],
    ["name,choice\nAna,out\n", /names no column with the student’s number/],
    ["12345\n67890\n", /names no column with the student’s number/],
    ["id,sourcedId,choice\np1,p1,out\n", /two columns that could be the student’s number/],
    ["id,choice,opt-out\np1,in,no\n", /two columns that could be the choice/],
  ])("refuses %j in words", async (text, problem) => {
    const outcome = await read(text);
    expect(typeof outcome).toBe("string");
    expect(outcome).toMatch(problem instanceof RegExp ? problem : new RegExp(`^${problem}$`));
  });
});

const ROW = fc.record({
  student: fc.constantFrom("p1", "p2", "p3", "p4", "nobody", ""),
  word: fc.constantFrom("out", "in", "none", "", "no", "YES", "perhaps", "Opt-Out"),
});
const fileOf = (rows: readonly { student: string; word: string }[], header = "choice") =>
  `id,${header}\n${rows.map(({ student, word }) => `${student},${word}`).join("\n")}\n`;

describe("of every file", () => {
  it("the order of rows does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(ROW, { minLength: 1 })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
        async ([rows, shuffled]) => {
          expect(await choicesOf(fileOf(rows))).toEqual(await choicesOf(fileOf(shuffled)));
        },
      ),
    );
  });

  it("a no is never lost, and nobody who is not on the roster gets a choice", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(ROW, { minLength: 1 }),
        fc.constantFrom("choice", "opt-out"),
        async (rows, header) => {
          const choices = await choicesOf(fileOf(rows, header));
          const kind = header === "choice" ? "takes-part" : "opt-out";
          for (const { student, word } of rows) {
            if (!STUDENTS.has(student) || readChoice(kind, word) !== "out") continue;
            expect(choices[student]).toBe("out");
          }
          expect(Object.keys(choices).every((id) => STUDENTS.has(id))).toBe(true);
        },
      ),
    );
  });

  it("every row that is not used has a line in the report", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ROW, { minLength: 1 }), async (rows) => {
        // A row of nothing but a comma is a row; nothing here is a blank line.
        const reading = await read(fileOf(rows));
        if (typeof reading === "string") throw new Error(reading);
        const { report } = reading;
        expect(report.rows).toBe(rows.length);
        const read_ = report.words.reduce((sum, { rows: count }) => sum + count, 0);
        const unread = rows.filter(
          ({ student, word }) => !STUDENTS.has(student) || word === "perhaps",
        ).length;
        expect(read_).toBe(rows.length - unread);
        expect(report.skipped.length).toBeGreaterThanOrEqual(unread);
      }),
    );
  });

  it("what a difference leaves out stands already, and applying it twice changes nothing", () => {
    const id = fc.constantFrom(...STUDENTS);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, fc.constantFrom<Choice>("out", "in"))),
        fc.array(fc.tuple(id, fc.constantFrom("out" as const, "in" as const, "back" as const))),
        (kept, file) => {
          const before = new Map(kept);
          const after = new Map(before);
          for (const change of diffChoices(before, new Map(file))) {
            expect(change.before).toBe(before.get(change.personId) ?? null);
            if (change.after === null) after.delete(change.personId);
            else after.set(change.personId, change.after);
          }
          for (const [student, said] of new Map(file)) {
            expect(after.get(student)).toBe(said === "back" ? undefined : said);
          }
          expect(diffChoices(after, new Map(file))).toEqual([]);
        },
      ),
    );
  });
});
