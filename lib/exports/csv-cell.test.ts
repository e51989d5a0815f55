import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { csvCell, csvText } from "./csv-cell";

describe("csvCell", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＠x"])(
    "does not let %j begin a formula",
    (text) => {
      expect(csvCell(text).replace(/^"/, "").startsWith("'")).toBe(true);
    },
  );

  it("leaves ordinary text, numbers and nothing as they are", () => {
    expect(["7B Science", -0.3, 12, true, null, undefined, ""].map(csvCell)).toEqual([
      "7B Science",
      "-0.3",
      "12",
      "true",
      "",
      "",
      "",
    ]);
    expect(csvCell("60% to 75%")).toBe("60% to 75%");
    expect(csvCell("a = b")).toBe("a = b");
  });

  it("quotes as RFC 4180 says, after the apostrophe", () => {
    expect(csvCell('say "hi", now')).toBe('"say ""hi"", now"');
    expect(csvCell('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"`);
  });
});

describe("csvText", () => {
  it("ends every row with CRLF, and is empty without rows", () => {
    expect(csvText([["a", "b"], [1]])).toBe("a,b\r\n1\r\n");
    expect(csvText([])).toBe("");
  });

  it("gives back every text to a reader of CSV, apart from the apostrophe, and never a formula", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("=1", "+", "-2", "@a", "\t", "\r\n", '"', ",", ";", "'=1"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const read = parse(csvText(rows), { record_delimiter: "\r\n" });
        expect(read).toHaveLength(rows.length);
        for (const [row, values] of rows.entries()) {
          for (const [column, value] of values.entries()) {
            const got = read[row]?.[column];
            expect([value, `'${value}`]).toContain(got);
            expect(got).not.toMatch(/^[=+\-@\t\r]/);
          }
        }
      }),
    );
  });
});
