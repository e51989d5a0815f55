import { describe, expect, it } from "vitest";
import { collectRequestHash, readCollectRequest } from "@/lib/ballots/server/collect-request";
import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import { MARGIN_A, MARGIN_B } from "@/lib/ballots/testdata/test-wave";

const blinded = (byte: number): string => Buffer.alloc(256, byte).toString("base64url");
const a = { marginId: MARGIN_A, blinded: blinded(1) };
const b = { marginId: MARGIN_B, blinded: blinded(2) };
const body = { joinCode: "7KM2XQ", seatCode: "7KM2XQRB", requests: [a, b] };

describe("collect request", () => {
  it("is read, without fields it does not know", () => {
    expect(readCollectRequest({ ...body, note: "x", requests: [{ ...a, x: 1 }, b] })).toEqual(body);
  });

  it.each([
    ["nothing", null],
    ["a list", []],
    ["no requests", { ...body, requests: [] }],
    ["two ballots for one margin", { ...body, requests: [a, { ...a, blinded: blinded(3) }] }],
    ["17 requests", { ...body, requests: Array.from({ length: 17 }, () => a) }],
    ["a short message", { ...body, requests: [{ ...a, blinded: "AAAA" }] }],
    ["a second spelling", { ...body, requests: [{ ...a, blinded: `${a.blinded}==` }] }],
    ["a margin that is no UUID", { ...body, requests: [{ ...a, marginId: "1" }] }],
    ["a code that is a number", { ...body, seatCode: 7 }],
    ["a code of a megabyte", { ...body, seatCode: "7".repeat(1e6) }],
  ])("refuses %s", (_name, value) => {
    expect(readCollectRequest(value)).toBeNull();
  });

  it("has one hash whatever the order, and another for any other message or margin", () => {
    const hash = collectRequestHash([a, b]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(collectRequestHash([b, a])).toBe(hash);
    expect(collectRequestHash([a])).not.toBe(hash);
    expect(collectRequestHash([a, { ...b, blinded: blinded(3) }])).not.toBe(hash);
    const exchanged = [
      { ...a, blinded: b.blinded },
      { ...b, blinded: a.blinded },
    ];
    expect(collectRequestHash(exchanged)).not.toBe(hash);
  });
});

describe("hashSeatCode", () => {
  const pepper = new Uint8Array(32).fill(7);

  it("depends on code and pepper, and never stores the code", () => {
    const hash = hashSeatCode("7KM2XQRB", pepper);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashSeatCode("7KM2XQRB", pepper)).toBe(hash);
    expect(hashSeatCode("7KM2XQRC", pepper)).not.toBe(hash);
    expect(hashSeatCode("7KM2XQRB", new Uint8Array(32).fill(8))).not.toBe(hash);
  });

  it("refuses a pepper that could be guessed", () => {
    expect(() => hashSeatCode("7KM2XQRB", new Uint8Array(16))).toThrow(RangeError);
  });
});
