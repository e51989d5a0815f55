import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeContent, encodeContent, WIDE_CONTENT_BYTES } from "./ballot-content";
import { decodeNomination, encodeNomination, MOST_NAMED, NO_NOMINATION } from "./nomination";

const number = fc.integer({ min: 1, max: 255 });
const nomination = fc
  .tuple(fc.option(number), fc.uniqueArray(number, { maxLength: MOST_NAMED }))
  .map(([own, named]) => ({
    own,
    named: own === null ? [] : named.filter((one) => one !== own).sort((a, b) => a - b),
  }));

describe("a nomination", () => {
  it("comes back as it went in, as long as answers are, in narrow ballots and in wide ones", () => {
    fc.assert(
      fc.property(nomination, (own) => {
        expect(encodeContent({ nomination: own }, "narrow")).toHaveLength(64);
        expect(encodeContent({ nomination: own }, "wide")).toHaveLength(WIDE_CONTENT_BYTES);
        for (const width of ["narrow", "wide"] as const) {
          const decoded = decodeContent(encodeContent({ nomination: own }, width));
          expect(decoded).toEqual({ ok: true, nomination: own });
        }
      }),
    );
  });

  it("has one encoding, whatever bit is changed", () => {
    fc.assert(
      fc.property(nomination, fc.nat(64 * 8 - 1), (own, bit) => {
        const bytes = encodeNomination(own);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const decoded = decodeNomination(bytes);
        if (decoded.ok) expect(encodeNomination(decoded.nomination)).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it("has a fixed layout", () => {
    const bytes = encodeNomination({ own: 7, named: [2, 19] });
    expect([...bytes.subarray(0, 9)]).toEqual([3, 7, 2, 2, 19, 0, 0, 0, 0]);
    expect([...encodeNomination(NO_NOMINATION).subarray(0, 9)]).toEqual([3, ...Array(8).fill(0)]);
  });

  it.each([
    ["oneself", 3, [3]],
    ["somebody twice", 3, [4, 4]],
    ["numbers out of order", 3, [5, 4]],
    ["more than five", 9, [1, 2, 3, 4, 5, 6]],
    ["anybody without saying who one is", null, [4]],
    ["nobody's number", 3, [0]],
    ["a number off every list", 3, [256]],
  ])("does not name %s", (_what, own, named) => {
    expect(() => encodeNomination({ own, named })).toThrow(RangeError);
    const forged = new Uint8Array(64);
    forged.set([3, own ?? 0, named.length, ...named.map((one) => one & 0xff)]);
    expect(decodeNomination(forged)).toEqual({ ok: false, code: "malformed" });
  });
});
