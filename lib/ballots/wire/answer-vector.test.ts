import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  ANSWER_VECTOR_BYTES,
  decodeAnswerVector,
  encodeAnswerVector,
} from "@/lib/ballots/wire/answer-vector";

const anyVector = fc.record({
  formId: fc.integer({ min: 0, max: 0xffff }),
  answers: fc.array(fc.option(fc.integer({ min: 0, max: 255 })), { maxLength: 32 }),
});

describe("answer vector", () => {
  it("comes back as it went in, always in 64 bytes", () => {
    fc.assert(
      fc.property(anyVector, (vector) => {
        const bytes = encodeAnswerVector(vector);
        expect(bytes).toHaveLength(ANSWER_VECTOR_BYTES);
        expect(decodeAnswerVector(bytes)).toEqual({ ok: true, vector });
      }),
    );
  });

  it("has one encoding a vector: whatever decodes encodes to the same bytes", () => {
    fc.assert(
      fc.property(anyVector, fc.nat(511), (vector, bit) => {
        const bytes = encodeAnswerVector(vector);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const decoded = decodeAnswerVector(bytes);
        if (decoded.ok) expect(encodeAnswerVector(decoded.vector)).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it("has a fixed layout", () => {
    const bytes = encodeAnswerVector({ formId: 0x0102, answers: [5, null, 0] });
    const expected = new Uint8Array(64);
    expected.set([1, 1, 2, 3, 0b101, 0, 0, 0, 5, 0, 0]);
    expect(bytes).toEqual(expected);
  });

  it("tells a skipped item from an answer of 0", () => {
    const skipped = encodeAnswerVector({ formId: 1, answers: [null] });
    expect(skipped).not.toEqual(encodeAnswerVector({ formId: 1, answers: [0] }));
  });

  it.each([
    ["a form id that is too large", { formId: 0x10000, answers: [] }],
    ["a fraction", { formId: 1, answers: [1.5] }],
    ["an answer over 255", { formId: 1, answers: [256] }],
    ["33 answers", { formId: 1, answers: Array.from({ length: 33 }, () => 1) }],
  ])("does not encode %s", (_name, vector) => {
    expect(() => encodeAnswerVector(vector)).toThrow(RangeError);
  });

  it.each([
    ["size", 0, 0, 63],
    ["version", 0, 2, 64],
    ["malformed", 3, 33, 64],
    ["malformed", 63, 1, 64],
    ["malformed", 8, 9, 64],
    ["malformed", 4, 1, 64],
  ])("refuses with %s when byte %i is %i", (code, at, value, size) => {
    const bytes = new Uint8Array(size);
    bytes[0] = 1;
    bytes[at] = value;
    expect(decodeAnswerVector(bytes)).toEqual({ ok: false, code });
  });
});
