import fc from "fast-check";
import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { textsOfPdf } from "@/e2e/support/pdf-texts";
import { readFileSync } from "node:fs";
import { type OutlineFont, readOutlineFont } from "@/lib/exports/fonts/outline-font";
import { drawReport } from "./draw-report";
import type { Report } from "./report";

const HASH = "0123456789abcdef".repeat(4);

function reportOf(title: string, questions: readonly string[] = ["I feel at home here."]): Report {
  return {
    ...{ title, about: "Grade 7 · Alder Creek" },
    sections: [
      {
        heading: "Question by question",
        figures: [
          ...questions.map((label) => ({
            label,
            figure: { shown: true as const, band: { lo: 44, hi: 61 }, likely: null },
          })),
          {
            label: "Others help me.",
            figure: { shown: false, word: "withheld", reason: "fewer than 10 respondents" },
          },
        ],
        words: ["The true share lies inside the band."],
      },
    ],
    stamp: ["Rules: hearth-policy/1.", `Fingerprint: ${HASH}`],
  };
}

let cyrillic: OutlineFont;
beforeAll(() => {
  cyrillic = readOutlineFont(
    readFileSync("node_modules/@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2"),
  );
});

describe("drawReport", () => {
  it("is one page that can be read and searched, with the band in words and the stamp", async () => {
    for (const paper of ["a4", "letter"] as const) {
      const bytes = await drawReport(reportOf("7B"), paper, []);
      const document = await PDFDocument.load(bytes);
      expect(document.getPageCount()).toBe(1);
      expect(Math.round(document.getPage(0).getWidth())).toBe(paper === "a4" ? 595 : 612);
      const text = textsOfPdf(bytes).join(" ");
      expect(text).toContain("7B");
      expect(text).toContain("44% to 61%");
      expect(text).toContain("withheld: fewer than 10");
      expect(text).toContain(HASH);
      expect(text).not.toContain("shown as boxes");
    }
  });

  it("draws letters that the usual fonts lack, and says so where none has them", async () => {
    const drawn = textsOfPdf(await drawReport(reportOf("7Ж"), "a4", [cyrillic])).join(" ");
    expect(drawn).not.toContain("shown as boxes");
    const lacked = textsOfPdf(await drawReport(reportOf("李 7"), "a4", [cyrillic])).join(" ");
    expect(lacked).toContain("shown as boxes");
  });

  it("is made whatever a class is called, and holds what is written above its stamp", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 60 }),
          fc.constantFrom("ᩕ", "\uD800", "\u0000", "مدرسة", "😀"),
        ),
        async (title) => {
          const bytes = await drawReport(reportOf(title), "a4", [cyrillic]);
          expect(textsOfPdf(bytes).join(" ")).toContain(HASH);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("makes everything smaller, and not a second page, where questions are long", async () => {
    const long = Array.from(
      { length: 14 },
      (_, at) => `${String(at)} ${"a long question ".repeat(14)}`,
    );
    const bytes = await drawReport(reportOf("7B", long), "letter", []);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
    const text = textsOfPdf(bytes).join(" ");
    for (const at of long.keys()) expect(text).toContain(`${String(at)} a long question`);
    expect(text).toContain(HASH);
  });
});
