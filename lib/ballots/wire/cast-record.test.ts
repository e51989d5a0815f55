import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  CAST_RECORD_BYTES,
  WIDE_CAST_RECORD_BYTES,
  decodeCastRecord,
  encodeCastRecord,
} from "@/lib/ballots/wire/cast-record";

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => new Uint8Array(array));
const anyRecord = fc.record({
  waveId: fc.uuid(),
  marginId: fc.uuid(),
  nonce: bytes(32),
  signature: bytes(256),
  sealed: bytes(112),
});

describe("cast record", () => {
  it("comes back as it went in, always in 512 bytes", () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const encoded = encodeCastRecord(record);
        expect(encoded).toHaveLength(CAST_RECORD_BYTES);
        expect(decodeCastRecord(encoded)).toEqual({ ok: true, record });
      }),
    );
  });

  it("comes back from 1024 bytes in a wave that asks for words, and not from half of them", () => {
    const wide = anyRecord.chain((record) => bytes(496).map((sealed) => ({ ...record, sealed })));
    fc.assert(
      fc.property(wide, fc.integer({ min: 817, max: 1023 }), (record, at) => {
        const encoded = encodeCastRecord(record);
        expect(encoded).toHaveLength(WIDE_CAST_RECORD_BYTES);
        expect(decodeCastRecord(encoded)).toEqual({ ok: true, record });
        expect(decodeCastRecord(encoded.subarray(0, 512))).toEqual({ ok: false, code: "version" });
        const marked = new Uint8Array(encoded);
        marked[at] = 1;
        expect(decodeCastRecord(marked)).toEqual({ ok: false, code: "padding" });
      }),
    );
  });

  it("refuses another size, another version, and a mark in the padding", () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 433, max: 511 }), (record, at) => {
        const encoded = encodeCastRecord(record);
        expect(decodeCastRecord(encoded.subarray(1))).toEqual({ ok: false, code: "size" });
        const marked = new Uint8Array(encoded);
        marked[at] = 1;
        expect(decodeCastRecord(marked)).toEqual({ ok: false, code: "padding" });
        encoded[0] = 2;
        expect(decodeCastRecord(encoded)).toEqual({ ok: false, code: "version" });
      }),
    );
  });

  it("does not change when the caller reuses its buffer", () => {
    const [record] = fc.sample(anyRecord, 1);
    const buffer = encodeCastRecord(record!);
    const decoded = decodeCastRecord(buffer);
    buffer.fill(0);
    expect(decoded).toEqual({ ok: true, record });
  });

  it("does not encode parts of another size", () => {
    const [record] = fc.sample(anyRecord, 1);
    const short = { ...record!, nonce: new Uint8Array(31) };
    expect(() => encodeCastRecord(short)).toThrow(RangeError);
    expect(() => encodeCastRecord({ ...record!, waveId: "../x" })).toThrow(RangeError);
  });
});
