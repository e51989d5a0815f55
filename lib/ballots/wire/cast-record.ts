import {
  NONCE_BYTES,
  SEALED_BYTES,
  SIGNATURE_BYTES,
  WIDE_SEALED_BYTES,
} from "@/lib/ballots/wire/ballot-layout";
import { isAllZero, type Bytes } from "@/lib/ballots/wire/bytes";
import { bytesToUuid, uuidToBytes } from "@/lib/ballots/wire/uuid";

/** What a browser casts for one margin. Nothing in it says who cast it. */
export interface CastRecord {
  readonly waveId: string;
  readonly marginId: string;
  /** 32 bytes. */
  readonly nonce: Bytes;
  /** 256 bytes: an RSA-2048 signature, unblinded. */
  readonly signature: Bytes;
  /** 112 bytes: the sealed answers; 496 in a wave that asks for words besides. */
  readonly sealed: Bytes;
}

/** Every cast request of a wave has one of these sizes, whatever the margin and the answers. */
export const CAST_RECORD_BYTES = 512;
export const WIDE_CAST_RECORD_BYTES = 1024;

const LAYOUTS = [
  { version: 1, bytes: CAST_RECORD_BYTES, sealedBytes: SEALED_BYTES },
  { version: 2, bytes: WIDE_CAST_RECORD_BYTES, sealedBytes: WIDE_SEALED_BYTES },
] as const;
const WAVE_AT = 1;
const MARGIN_AT = WAVE_AT + 16;
const NONCE_AT = MARGIN_AT + 16;
const SIGNATURE_AT = NONCE_AT + NONCE_BYTES;
const SEALED_AT = SIGNATURE_AT + SIGNATURE_BYTES;

/**
 * Layout of 512 bytes: version 1 (1), wave id (16), margin id (16), nonce (32), signature (256),
 * sealed answers (112), zeros (79). Of 1024 bytes: the same with version 2, 496 bytes sealed and 207 zeros.
 * Throws a `RangeError` on a part of another size.
 */
export function encodeCastRecord(record: CastRecord): Bytes {
  const layout = LAYOUTS.find(({ sealedBytes }) => sealedBytes === record.sealed.length);
  if (
    record.nonce.length !== NONCE_BYTES ||
    record.signature.length !== SIGNATURE_BYTES ||
    layout === undefined
  ) {
    throw new RangeError("a part of the cast record has the wrong size");
  }
  const bytes = new Uint8Array(layout.bytes);
  bytes[0] = layout.version;
  bytes.set(uuidToBytes(record.waveId), WAVE_AT);
  bytes.set(uuidToBytes(record.marginId), MARGIN_AT);
  bytes.set(record.nonce, NONCE_AT);
  bytes.set(record.signature, SIGNATURE_AT);
  bytes.set(record.sealed, SEALED_AT);
  return bytes;
}

/**
 * Reads a cast record. `size`: neither 512 bytes nor 1024; `version`: from another release of Hearth;
 * `padding`: the tail is not zero (it could carry a mark that tells one student's ballot apart).
 */
export function decodeCastRecord(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly record: CastRecord }
  | { readonly ok: false; readonly code: "size" | "version" | "padding" } {
  const layout = LAYOUTS.find((each) => each.bytes === bytes.length);
  if (layout === undefined) return { ok: false, code: "size" };
  if (bytes[0] !== layout.version) return { ok: false, code: "version" };
  const paddingAt = SEALED_AT + layout.sealedBytes;
  if (!isAllZero(bytes.subarray(paddingAt))) return { ok: false, code: "padding" };
  // A copy, so that a caller who reuses its read buffer cannot change the record.
  const copy = new Uint8Array(bytes);
  return {
    ok: true,
    record: {
      waveId: bytesToUuid(copy.subarray(WAVE_AT, MARGIN_AT)),
      marginId: bytesToUuid(copy.subarray(MARGIN_AT, NONCE_AT)),
      nonce: copy.subarray(NONCE_AT, SIGNATURE_AT),
      signature: copy.subarray(SIGNATURE_AT, SEALED_AT),
      sealed: copy.subarray(SEALED_AT, paddingAt),
    },
  };
}
