import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { fromBase64url, toBase64url, toHex } from "@/lib/ballots/wire/bytes";
import { bytesToUuid, isUuid, uuidToBytes } from "@/lib/ballots/wire/uuid";

describe("texts of bytes", () => {
  it("agree with Node's own encoders and come back", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(Array.from(fromBase64url(text) ?? [-1])).toEqual(Array.from(bytes));
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
      }),
    );
  });

  it.each(["A", "AB==", "A+/A", "AB", "AA AA", "é", "AAAAA"])("refuse %j as base64url", (text) => {
    expect(fromBase64url(text)).toBeNull();
  });

  it("give a UUID its 16 bytes and back", () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(bytesToUuid(uuidToBytes(uuid))).toBe(uuid);
      }),
    );
  });

  it.each(["", "../../etc/passwd", "0B7F1F52-63C1-4F0A-9F3E-5A4C9B8D7E61", "0b7f1f5263c14f0a9f3e"])(
    "refuse %j as a UUID",
    (text) => {
      expect(isUuid(text)).toBe(false);
      expect(() => uuidToBytes(text)).toThrow(RangeError);
    },
  );
});
