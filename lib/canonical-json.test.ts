import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/canonical-json";

describe("canonicalJson", () => {
  it("sorts keys at every depth and writes no white space", () => {
    expect(canonicalJson({ b: [1, { z: null, a: "é" }], a: true })).toBe(
      '{"a":true,"b":[1,{"a":"é","z":null}]}',
    );
  });

  it("refuses what JSON would drop or change", () => {
    for (const bad of [
      undefined,
      NaN,
      Infinity,
      () => 1,
      1n,
      new Date(0),
      new Map(),
      { a: undefined },
    ]) {
      expect(() => canonicalJson(bad)).toThrow(TypeError);
    }
    expect(() => canonicalJson(new Array(2))).toThrow(TypeError);
  });

  it("reads back as the same value, and writes the same bytes again", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
