import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportDocument } from "./export-file";
import { readXlsx } from "./testdata/read-xlsx";
import { writeCsv } from "./write-csv";
import { writeXlsx } from "./write-xlsx";

function documentOf(rows: readonly (readonly (string | number | null)[])[]): ExportDocument {
  const column = (header: string) => ({ header, meaning: `of ${header}`, width: 10 });
  return {
    title: "=Title",
    table: { name: "Results", columns: ["a", "b", "c"].map(column), rows },
    views: [],
    notes: [{ term: "+Term", words: "@words" }],
  };
}

/** What OWASP lists (CSV Injection), and what else breaks files. */
const NASTY = [
  ...[
    "=1+1",
    "@SUM(A1)",
    "+1",
    "-1",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1",
    "\uFEFF=1",
    "\u00A0=1",
  ],
  ...[
    '"',
    '","=1',
    "a\r\nb",
    "a;b",
    "李小龍",
    "\u0000",
    "\u0007x",
    "\uD800",
    "😀",
    "<b>&amp;",
    "_x000D_",
  ],
];

/** What XML cannot hold. */
const BROKEN = new Set(["\u0000", "\u0007x", "\uD800"]);

describe("files", () => {
  it("as CSV give every text back to a reader, and never begin as a formula", () => {
    const cell = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "grapheme" }), fc.integer());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const bytes = writeCsv(documentOf(rows));
        const read = parse(Buffer.from(bytes), { bom: true, record_delimiter: "\r\n" }).slice(1);
        expect(read).toHaveLength(rows.length);
        for (const [at, row] of rows.entries()) {
          for (const [column, value] of row.entries()) {
            const got = read[at]?.[column] ?? "";
            // Half a character is no UTF-8: it is replaced, and nothing beside it is harmed.
            const text = Buffer.from(String(value)).toString("utf8");
            expect([text, `'${text}`]).toContain(got);
            if (typeof value === "string")
              expect(got).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
          }
        }
      }),
    );
  });

  it("as a spreadsheet keep texts as texts, numbers as numbers and nothing as nothing", async () => {
    const rows = NASTY.map((text) => [text, 44, null]);
    const sheets = readXlsx(await writeXlsx(documentOf(rows)));
    expect([...sheets.keys()]).toEqual(["Results", "Notes"]);
    const [, ...read] = sheets.get("Results") ?? [];
    expect(read).toHaveLength(rows.length);
    for (const [at, cells] of read.entries()) {
      expect(cells.map(({ type }) => type)).toEqual(["text", "number"]);
      expect(cells[1]?.value).toBe("44");
      const text = NASTY[at] ?? "";
      if (!BROKEN.has(text)) expect(cells[0]?.value).toBe(text);
      else expect(cells[0]?.value).not.toContain(text[0]);
    }
    const notes = (sheets.get("Notes") ?? []).flat();
    expect(notes.map(({ value }) => value)).toEqual(["=Title", "+Term", "@words"]);
    expect(notes.every(({ type }) => type === "text")).toBe(true);
  });
});
