import { isAllZero, type Bytes } from "@/lib/ballots/wire/bytes";

/**
 * One student's answers for one margin, before sealing or after opening. The language of the form
 * is not part of it: in a class with one Spanish reader it would be a name.
 */
export interface AnswerVector {
  /** The instrument's form, 0…65535. */
  readonly formId: number;
  /** In the form's item order; a response code 0…255, or null where the item was skipped. */
  readonly answers: readonly (number | null)[];
}

export const ANSWER_VECTOR_BYTES = 64;
export const MAX_ANSWERS = 32;

const VERSION = 1;
const COUNT_AT = 3;
const ANSWERED_AT = 4;
const VALUES_AT = 8;
const PADDING_AT = VALUES_AT + MAX_ANSWERS;

/**
 * Fixed layout of 64 bytes, so that every ciphertext has one size whatever was answered:
 * version (1), form id (2, big-endian), count of items (1), a bitmap of the answered items
 * (4, item 0 in the lowest bit of the first byte), one byte an item (32, zero when skipped),
 * zeros (24). Throws a `RangeError` on a vector that does not fit.
 */
export function encodeAnswerVector(vector: AnswerVector): Bytes {
  if (!isByteSized(vector.formId, 0xffff)) throw new RangeError("form id must be 0…65535");
  if (vector.answers.length > MAX_ANSWERS) throw new RangeError("at most 32 answers");
  const bytes = new Uint8Array(ANSWER_VECTOR_BYTES);
  bytes.set([VERSION, vector.formId >> 8, vector.formId & 0xff, vector.answers.length]);
  vector.answers.forEach((answer, item) => {
    if (answer === null) return;
    if (!isByteSized(answer, 0xff)) throw new RangeError("an answer must be 0…255 or null");
    bytes[ANSWERED_AT + (item >> 3)] = (bytes[ANSWERED_AT + (item >> 3)] ?? 0) | (1 << (item & 7));
    bytes[VALUES_AT + item] = answer;
  });
  return bytes;
}

/**
 * Reads a vector back. Strict: every vector has exactly one encoding, so that nothing can ride in
 * unused bits. A value is returned for junk, because junk from one student must not stop a seal.
 */
export function decodeAnswerVector(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly vector: AnswerVector }
  | { readonly ok: false; readonly code: "size" | "version" | "malformed" } {
  if (bytes.length !== ANSWER_VECTOR_BYTES) return { ok: false, code: "size" };
  if (bytes[0] !== VERSION) return { ok: false, code: "version" };
  const count = bytes[COUNT_AT] ?? 0;
  if (count > MAX_ANSWERS || !isAllZero(bytes.subarray(PADDING_AT))) {
    return { ok: false, code: "malformed" };
  }
  const answers: (number | null)[] = [];
  for (let item = 0; item < MAX_ANSWERS; item += 1) {
    const answered = (((bytes[ANSWERED_AT + (item >> 3)] ?? 0) >> (item & 7)) & 1) === 1;
    const value = bytes[VALUES_AT + item] ?? 0;
    if (!answered && value !== 0) return { ok: false, code: "malformed" };
    if (item >= count && answered) return { ok: false, code: "malformed" };
    if (item < count) answers.push(answered ? value : null);
  }
  const formId = ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
  return { ok: true, vector: { formId, answers } };
}

function isByteSized(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= max;
}
