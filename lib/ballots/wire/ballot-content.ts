import {
  ANSWER_VECTOR_BYTES,
  type AnswerVector,
  decodeAnswerVector,
  encodeAnswerVector,
} from "@/lib/ballots/wire/answer-vector";
import { isAllZero, utf8, type Bytes } from "@/lib/ballots/wire/bytes";
import {
  decodeNomination,
  encodeNomination,
  type Nomination,
  NOMINATION_VERSION,
} from "@/lib/ballots/wire/nomination";

/** What a ballot holds: answers to the questions, what the student wrote ("" for nothing), or whom they named. */
export type BallotContent =
  | { readonly vector: AnswerVector }
  | { readonly text: string }
  | { readonly nomination: Nomination };

/**
 * How long the ballots of a wave are. All of one wave are equally long, those with answers too: else whoever
 * watches the network could tell a ballot with words from the others.
 */
export type BallotWidth = "narrow" | "wide";

/** Of a wave that asks for words: enough for 280 letters of one byte, and for 140 of most other scripts. */
export const WIDE_CONTENT_BYTES = 448;
const TEXT_HEAD_BYTES = 3;
export const MOST_TEXT_BYTES = WIDE_CONTENT_BYTES - TEXT_HEAD_BYTES;
/** Letters, as a student counts them. */
export const MOST_TEXT_LETTERS = 280;

/** The first byte of an answer vector is 1, of a nomination 3. */
const TEXT_VERSION = 2;

/**
 * Narrow: the answer vector or the nomination, 64 bytes. Wide, 448 bytes: either of them and zeros; or version 2,
 * length (2, big-endian), the text in UTF-8 and zeros. Throws a `RangeError` on what does not fit.
 */
export function encodeContent(content: BallotContent, width: BallotWidth): Bytes {
  if (width === "narrow") {
    if ("text" in content) throw new RangeError("a narrow ballot holds no text");
    return encodeShort(content);
  }
  const bytes = new Uint8Array(WIDE_CONTENT_BYTES);
  if (!("text" in content)) {
    bytes.set(encodeShort(content));
    return bytes;
  }
  const text = utf8(content.text);
  if (text.length > MOST_TEXT_BYTES) throw new RangeError("the text is too long");
  bytes.set([TEXT_VERSION, text.length >> 8, text.length & 0xff]);
  bytes.set(text, TEXT_HEAD_BYTES);
  return bytes;
}

/** Reads content back; strict like `decodeAnswerVector`: one encoding for one content, nothing rides along. */
export function decodeContent(
  bytes: Uint8Array,
):
  | ({ readonly ok: true } & BallotContent)
  | { readonly ok: false; readonly code: "size" | "version" | "malformed" } {
  if (bytes.length !== WIDE_CONTENT_BYTES) return decodeShort(bytes);
  if (bytes[0] !== TEXT_VERSION) {
    return isAllZero(bytes.subarray(ANSWER_VECTOR_BYTES))
      ? decodeShort(bytes.subarray(0, ANSWER_VECTOR_BYTES))
      : { ok: false, code: "malformed" };
  }
  const end = TEXT_HEAD_BYTES + (((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0));
  if (end > WIDE_CONTENT_BYTES || !isAllZero(bytes.subarray(end))) {
    return { ok: false, code: "malformed" };
  }
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { ok: true, text: decoder.decode(bytes.subarray(TEXT_HEAD_BYTES, end)) };
  } catch {
    return { ok: false, code: "malformed" };
  }
}

function encodeShort(content: Exclude<BallotContent, { readonly text: string }>): Bytes {
  return "vector" in content
    ? encodeAnswerVector(content.vector)
    : encodeNomination(content.nomination);
}

function decodeShort(
  bytes: Uint8Array,
): ReturnType<typeof decodeAnswerVector> | ReturnType<typeof decodeNomination> {
  return bytes[0] === NOMINATION_VERSION ? decodeNomination(bytes) : decodeAnswerVector(bytes);
}

/** As much of a text as a ballot holds, whole letters only. */
export function fittingText(text: string): string {
  let fitting = "";
  let letters = 0;
  let bytes = 0;
  for (const letter of text) {
    letters += 1;
    bytes += utf8(letter).length;
    if (letters > MOST_TEXT_LETTERS || bytes > MOST_TEXT_BYTES) return fitting;
    fitting += letter;
  }
  return fitting;
}
