import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { textsOfPdf } from "@/e2e/support/pdf-texts";
import { drawSlips, type TextPainter } from "./draw-slips";
import { sheetOf } from "./testdata/sheet-of";

/** One black pixel: what a canvas makes is tried in the browser. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

function painter(): TextPainter & { readonly painted: string[] } {
  const painted: string[] = [];
  return {
    painted,
    width: (text, _bold, size) => text.length * size * 0.5,
    paint: (text, _bold, size) => {
      painted.push(text);
      return Promise.resolve({ png: PIXEL, width: 40, height: size, descent: 2 });
    },
  };
}

describe("the sheet as a PDF", () => {
  it("is of the paper chosen and has every code as text", async () => {
    const sheet = sheetOf(Array.from({ length: 20 }, () => null));
    const brush = painter();
    const bytes = await drawSlips(sheet, "letter", brush);
    const read = await PDFDocument.load(bytes);
    expect(read.getPageCount()).toBe(2);
    expect(read.getPage(0).getSize()).toEqual({ width: 612, height: 792 });
    const text = textsOfPdf(bytes).join("\n");
    for (const { code } of sheet.slips) expect(text.split(code)).toHaveLength(2);
    expect(text).toContain("hearth.example.org/s");
    expect(brush.painted, "nothing needs a picture").toEqual([]);
  });

  it("paints the names that its fonts cannot write, and only those lines", async () => {
    const names = ["Łukasz Ștefan", "李明", "Nguyễn Thị Hà", "فاطمة الزهراء", "José Müller"];
    const brush = painter();
    const bytes = await drawSlips(sheetOf(names), "a4", brush);
    expect(brush.painted).toEqual(names.slice(0, 4));
    const text = textsOfPdf(bytes).join("\n");
    expect(text).toContain("José Müller");
    expect(text).toContain("SEAT-0000");
  });
});
