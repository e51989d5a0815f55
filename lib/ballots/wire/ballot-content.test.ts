import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeAnswerVector } from "./answer-vector";
import {
  decodeContent,
  encodeContent,
  fittingText,
  MOST_TEXT_BYTES,
  WIDE_CONTENT_BYTES,
} from "./ballot-content";

const vector = fc.record({
  formId: fc.integer({ min: 0, max: 0xffff }),
  answers: fc.array(fc.option(fc.integer({ min: 0, max: 255 })), { maxLength: 32 }),
});
const text = fc.string({ unit: "grapheme", maxLength: 400 }).map(fittingText);

describe("ballot content", () => {
  it("comes back as it went in, every wide one equally long", () => {
    const content = fc.oneof(
      vector.map((own) => ({ vector: own })),
      text.map((own) => ({ text: own })),
    );
    fc.assert(
      fc.property(content, (own) => {
        const bytes = encodeContent(own, "wide");
        expect(bytes).toHaveLength(WIDE_CONTENT_BYTES);
        expect(decodeContent(bytes)).toEqual({ ok: true, ...own });
      }),
    );
  });

  it("has one encoding a content", () => {
    fc.assert(
      fc.property(text, fc.nat(8 * WIDE_CONTENT_BYTES - 1), (own, bit) => {
        const bytes = encodeContent({ text: own }, "wide");
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const decoded = decodeContent(bytes);
        if (decoded.ok) expect(encodeContent(decoded, "wide")).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it("of a narrow ballot is the answer vector, and never a text", () => {
    const own = { formId: 1, answers: [5, null] };
    expect(encodeContent({ vector: own }, "narrow")).toEqual(encodeAnswerVector(own));
    expect(() => encodeContent({ text: "" }, "narrow")).toThrow(RangeError);
  });

  it("refuses a text that is longer than a ballot, or no text at all", () => {
    const longest = "x".repeat(MOST_TEXT_BYTES);
    expect(decodeContent(encodeContent({ text: longest }, "wide"))).toEqual({
      ok: true,
      text: longest,
    });
    expect(() => encodeContent({ text: `${longest}x` }, "wide")).toThrow(RangeError);
    const invalid = encodeContent({ text: "é" }, "wide");
    invalid[4] = 0x20;
    expect(decodeContent(invalid)).toEqual({ ok: false, code: "malformed" });
    invalid.set([2, 0xff, 0xff]);
    expect(decodeContent(invalid)).toEqual({ ok: false, code: "malformed" });
  });

  it("is cut at a letter, never within one", () => {
    expect(fittingText("a".repeat(300))).toBe("a".repeat(280));
    expect(fittingText("語".repeat(300))).toBe("語".repeat(148));
    expect(fittingText("👍".repeat(300))).toBe("👍".repeat(111));
  });
});
