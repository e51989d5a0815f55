import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bandRows, type BandBar, withheldLines } from "@/lib/charts/chart-parts";

import { chartCsv, chartFileName, pictureNotes } from "./chart-files";

const label = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("=1+1", "7B, Science", 'a"b'));
const bar: fc.Arbitrary<BandBar> = fc.oneof(
  fc.tuple(label, fc.nat(100), fc.nat(100)).map(([name, a, b]) => ({
    label: name,
    range: { lo: Math.min(a, b), hi: Math.max(a, b) },
    words: "",
  })),
  label.map((name) => ({ label: name, reason: "fewer than 10 respondents" })),
);

describe("chartCsv", () => {
  it("has the same values as the table, and names each withheld thing with its reason", () => {
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 12 }), (bars) => {
        const table = { caption: "By question", columns: ["Q", "At least", "At most"] };
        const twin = {
          table: { ...table, rows: bandRows(bars) },
          summary: "",
          withheld: withheldLines(bars),
        };
        const file = chartCsv(twin, "November, release abc");
        const rows: string[][] = parse(file, {
          bom: true,
          record_delimiter: "\r\n",
          relax_column_count: true,
        });
        const plain = (text: string | number) => String(text).replace(/^'/u, "");
        expect(rows[0]).toEqual(table.columns);
        expect(rows.slice(1, 1 + bars.length).map((row) => row.map(plain))).toEqual(
          twin.table.rows.map((row) => row.map(plain)),
        );
        const withheld = rows.filter((row) => row[0] === "Withheld" && row.length === 2);
        const expected = bars.filter((each) => "reason" in each);
        expect(withheld).toHaveLength(expected.length);
        for (const [at, each] of expected.entries()) {
          expect(plain(withheld[at]?.[1] ?? "")).toContain(plain(each.label));
          expect(withheld[at]?.[1]).toContain("fewer than 10 respondents");
        }
        expect(rows.at(-1)).toEqual(["Source", "November, release abc"]);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe("chartFileName", () => {
  it("is short and plain, whatever the title", () => {
    expect(chartFileName("Belonging by pulse", "csv")).toBe("belonging-by-pulse.csv");
    expect(chartFileName("École n° 5 / é", "png")).toBe("ecole-n-5-e.png");
    expect(chartFileName("…", "png")).toBe("chart.png");
  });
});

describe("pictureNotes", () => {
  it("names what fits and counts the rest", () => {
    const lines = Array.from({ length: 30 }, (_, at) => `${String(at)}: few.`);
    expect(pictureNotes(lines.slice(0, 12))).toHaveLength(12);
    expect(pictureNotes(lines)).toHaveLength(12);
    expect(pictureNotes(lines).at(-1)).toMatch(/^Withheld: 19 more\./);
    expect(pictureNotes([])).toEqual([]);
  });
});
