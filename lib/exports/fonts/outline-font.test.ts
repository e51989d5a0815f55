import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readOutlineFont } from "./outline-font";

const read = (subset: string) =>
  readOutlineFont(
    readFileSync(`node_modules/@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`),
  );

/** Left, right, top and bottom of all points of a path, upwards. */
function box(path: string): { left: number; right: number; bottom: number; top: number } {
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/gu)].map(([text]) => Number(text));
  const xs = numbers.filter((_, at) => at % 2 === 0);
  const ys = numbers.filter((_, at) => at % 2 === 1).map((y) => -y);
  return {
    ...{ left: Math.min(...xs), right: Math.max(...xs) },
    ...{ bottom: Math.min(...ys), top: Math.max(...ys) },
  };
}

describe("readOutlineFont", () => {
  it.each([
    ["latin-ext", "ŁŞşČčŐőğİ"],
    ["cyrillic", "ЖЩЫйёєї".slice(0, 5)],
    ["greek", "ΑΩλμ"],
    ["vietnamese", "ễợđ"],
  ])("of %s has its letters, each in a box of a letter's size", (subset, text) => {
    const font = read(subset);
    for (const letter of text) {
      const found = font.get(letter.codePointAt(0) ?? 0);
      expect(found, letter).toBeDefined();
      if (found === undefined) continue;
      const { left, right, top, bottom } = box(found.path);
      const em = found.unitsPerEm;
      expect(found.advance, letter).toBeGreaterThan(0.15);
      expect(found.advance, letter).toBeLessThan(1.3);
      // Inside its own advance, give or take what letters reach over; standing on or near the line.
      expect(left, letter).toBeGreaterThan(-0.15 * em);
      expect(right, letter).toBeLessThan((found.advance + 0.15) * em);
      expect(bottom, letter).toBeLessThan(0.05 * em);
      expect(bottom, letter).toBeGreaterThan(-0.4 * em);
      expect(top, letter).toBeGreaterThan(0.4 * em);
      expect(top, letter).toBeLessThan(1.3 * em);
    }
  });

  it("draws an accent above its letter: composite glyphs are put together", () => {
    const font = read("cyrillic");
    const height = (letter: string) => box(font.get(letter.codePointAt(0) ?? 0)?.path ?? "").top;
    expect(height("й")).toBeGreaterThan(height("и"));
    expect(height("ё")).toBeGreaterThan(height("е"));
  });

  it("refuses what is no WOFF2 file", () => {
    expect(() => readOutlineFont(new Uint8Array(64))).toThrow("not a WOFF2 file");
    expect(() => readOutlineFont(new Uint8Array(2))).toThrow(RangeError);
  });
});
