import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/roster/read-table";

function read(text: string) {
  const result = readTable("x.csv", text);
  if (!result.ok) throw new Error(result.problem.message);
  return result.table;
}

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

describe("readTable", () => {
  it("gives the line on which a row begins, over blank lines and lines inside values", () => {
    const table = read('a,b\r\n1,"x\r\ny"\r\n\r\n2,z\n3,"p\nq\nr"\n4,w');
    expect(table.rows).toEqual([
      { line: 2, values: ["1", "x\r\ny"] },
      { line: 5, values: ["2", "z"] },
      { line: 6, values: ["3", "p\nq\nr"] },
      { line: 9, values: ["4", "w"] },
    ]);
  });

  it("skips a row with too many or too few values", () => {
    const table = read("a,b\n1,2,3\n4,5\n6\n");
    expect(table.rows).toEqual([{ line: 3, values: ["4", "5"] }]);
    expect(table.broken).toMatchObject([
      { line: 2, code: "wrongColumnCount", firstValue: "1" },
      { line: 4, code: "wrongColumnCount", firstValue: "6" },
    ]);
  });

  it.each([
    ["inside a value", '2,x"y'],
    ["opened and never closed", '2,"xy'],
    ["closed too early", '2,"x"y"'],
    ["opened before a comma", '2,",'],
  ])("loses one row only to a quotation mark %s", (_name, line) => {
    for (const rest of ["3,z\n4,w\n", '3,"z"\n4,"w"\n', '"3","z"\n"4",""\n', '3,""\n4,""\n']) {
      const table = read(`a,b\n1,v\n${line}\n${rest}`);
      expect(table.rows.map((row) => [row.line, row.values[0]])).toEqual([
        [2, "1"],
        [4, "3"],
        [5, "4"],
      ]);
      expect(table.broken).toMatchObject([{ line: 3, firstValue: "2" }]);
    }
  });

  it("does not let two stray quotes swallow the rows between them", () => {
    const table = read('a,b,c\n1,"x,y\n2,a,b\n3,p,q"\n4,v,w\n');
    expect(table.rows.map(({ line }) => line)).toEqual([3, 5]);
    expect(table.broken.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("points out rows over several lines", () => {
    expect(read('a,b\n1,"x\ny"\n2,z\n').longRows).toEqual([2]);
  });

  it("survives many stray quotes in a large file in good time", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) =>
      i % 100 === 50 ? `${String(i)},"x` : `${String(i)},x`,
    );
    const table = read(`a,b\n${lines.join("\n")}`);
    expect(table.broken).toHaveLength(200);
    expect(table.rows).toHaveLength(19_800);
  });

  it("gives up on what is no table", () => {
    expect(readTable("x.csv", "")).toMatchObject({
      ok: false,
      problem: { code: "unreadableCsv", line: 1 },
    });
    expect(readTable("x.csv", 'a"b,c\n1,2\n')).toMatchObject({
      ok: false,
      problem: { code: "unreadableCsv" },
    });
    const noise = "a,b\n" + '1,x"y\n'.repeat(1500);
    expect(readTable("x.csv", noise)).toMatchObject({
      ok: false,
      problem: { code: "unreadableCsv", line: 1002 },
    });
  });

  it("reads back any values that were written with quotes", () => {
    const value = fc.string({
      unit: fc.constantFrom("a", "é", ",", '"', "\n", "\r\n", ";", " ", "\u{1f600}", "\ufeff"),
    });
    const row = fc.tuple(fc.constantFrom("k"), value, value);
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom("\n", "\r\n"), (rows, newline) => {
        const text = ["a,b,c", ...rows.map((cells) => cells.map(quoted).join(","))].join(newline);
        const table = read(text);
        expect(table.broken).toEqual([]);
        expect(table.rows.map(({ values }) => values)).toEqual(rows);
      }),
    );
  });
});
