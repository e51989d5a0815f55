import { describe, expect, it } from "vitest";
import { paperOf, PAPERS } from "./sheet";
import { layOutSlips, type Measure, type SlipPage, SLIPS_PER_PAGE } from "./slip-layout";
import { sheetOf } from "./testdata/sheet-of";

/** A font in which every letter is half as wide as it is high, like most. */
const measure: Measure = (text, _style, size) => [...text].length * size * 0.5;

function expectInside(page: SlipPage): void {
  for (const { frame, qr, lines } of page.slips) {
    expect(frame.x).toBeGreaterThanOrEqual(28);
    expect(frame.y).toBeGreaterThanOrEqual(28);
    expect(frame.x + frame.width).toBeLessThanOrEqual(page.width - 28);
    expect(frame.y + frame.height).toBeLessThanOrEqual(page.height - 28);
    expect(qr.y).toBeGreaterThan(frame.y);
    expect(qr.y + qr.side).toBeLessThan(frame.y + frame.height);
    for (const [at, { x, y, text, style, size }] of lines.entries()) {
      expect(x).toBeGreaterThan(qr.x + qr.side);
      expect(x + measure(text, style, size)).toBeLessThan(frame.x + frame.width);
      expect(y - 0.25 * size).toBeGreaterThan(frame.y);
      expect(y + size).toBeLessThan(frame.y + frame.height);
      if (at > 0) expect(y).toBeLessThan(lines[at - 1]!.y);
    }
  }
}

describe.each(PAPERS)("a sheet on %s", (paper) => {
  it.each([1, SLIPS_PER_PAGE, SLIPS_PER_PAGE + 1, 35])("of %d slips", (count) => {
    const sheet = sheetOf(Array.from({ length: count }, () => null));
    const pages = layOutSlips(sheet, paper, measure);
    expect(pages).toHaveLength(Math.ceil(count / SLIPS_PER_PAGE));
    expect(pages.flatMap(({ slips }) => slips)).toHaveLength(count);
    pages.forEach(expectInside);
    const places = pages[0]!.slips.map(({ frame }) => `${String(frame.x)} ${String(frame.y)}`);
    expect(new Set(places).size, "no two slips on one place").toBe(places.length);
    const cuts = pages[0]!.cuts.map(({ start, end }) =>
      [start.x, start.y, end.x, end.y].map((at) => at.toFixed(3)).join(" "),
    );
    expect(new Set(cuts).size, "no line is drawn twice").toBe(cuts.length);
  });

  it("has every code once, beside its own QR code, and no name where slips are dealt by chance", () => {
    const sheet = sheetOf([null, null, null]);
    const slips = layOutSlips(sheet, paper, measure).flatMap((page) => page.slips);
    expect(slips.map(({ qr }) => qr.link)).toEqual(sheet.slips.map(({ link }) => link));
    slips.forEach(({ lines }, at) => {
      const text = lines.map((line) => line.text).join("\n");
      expect(text).toContain(sheet.slips[at]!.code);
      expect(text).toContain("Works once. No name.");
      expect(text).toContain("Class KRM4-7Q");
    });
  });

  it("makes long names and addresses smaller, and ends what nobody could read with an ellipsis", () => {
    const sheet = sheetOf(["Maximiliane-Charlotte von Hohenstein-Wittelsbach", "A".repeat(300)], {
      address: "belonging.a-rather-long-district-name.k12.example.us/s",
    });
    const pages = layOutSlips(sheet, paper, measure);
    pages.forEach(expectInside);
    const [first, second] = pages[0]!.slips.map(({ lines }) => lines[0]!);
    expect(first!.text).toBe("Maximiliane-Charlotte von Hohenstein-Wittelsbach");
    expect(first!.size).toBeLessThan(8.5);
    expect(second!.text).toMatch(/^A{20,}…$/u);
  });
});

it("takes the paper of the country first", () => {
  expect(
    ["America/Chicago", "America/Toronto", "Europe/Berlin", "Pacific/Auckland"].map(paperOf),
  ).toEqual(["letter", "letter", "a4", "a4"]);
});
