import { ANSWER_VECTOR_BYTES } from "@/lib/ballots/wire/answer-vector";
import { isAllZero, type Bytes } from "@/lib/ballots/wire/bytes";

/**
 * Whom a student could ask for help, by numbers on the list of the class. The numbers mean nothing without that list,
 * which phones are shown and nobody keeps (docs/decisions/0015).
 */
export interface Nomination {
  /** The student's own number, 1…255; null for whoever does not say: then nobody is named. */
  readonly own: number | null;
  /** Classmates' numbers, ascending, each once; 5 at most. */
  readonly named: readonly number[];
}

export const MOST_NAMED = 5;
/** A number is one byte, and 0 stands for none. */
export const LARGEST_NUMBER = 255;

/** The first byte of an answer vector is 1, of a text 2. */
export const NOMINATION_VERSION = 3;
const NAMED_AT = 3;
const PADDING_AT = NAMED_AT + MOST_NAMED;

/** Of who says nothing: cast all the same, so that it does not show who did. */
export const NO_NOMINATION: Nomination = { own: null, named: [] };

/**
 * As long as an answer vector, 64 bytes: version 3 (1), own number or 0 (1), how many are named (1), their numbers
 * ascending (5, zeros behind them), zeros (56). Throws a `RangeError` on what is no nomination.
 */
export function encodeNomination({ own, named }: Nomination): Bytes {
  if (!fits(own ?? 0, named)) throw new RangeError("not a nomination");
  const bytes = new Uint8Array(ANSWER_VECTOR_BYTES);
  bytes.set([NOMINATION_VERSION, own ?? 0, named.length]);
  bytes.set(named, NAMED_AT);
  return bytes;
}

/** Reads a nomination back; strict: one encoding for each, so that nothing rides along. Junk is a value. */
export function decodeNomination(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly nomination: Nomination }
  | { readonly ok: false; readonly code: "size" | "version" | "malformed" } {
  if (bytes.length !== ANSWER_VECTOR_BYTES) return { ok: false, code: "size" };
  if (bytes[0] !== NOMINATION_VERSION) return { ok: false, code: "version" };
  const own = bytes[1] ?? 0;
  const count = bytes[2] ?? 0;
  const named = [...bytes.subarray(NAMED_AT, NAMED_AT + count)];
  const rest = bytes.subarray(Math.min(NAMED_AT + count, PADDING_AT));
  if (count > MOST_NAMED || !isAllZero(rest) || !fits(own, named)) {
    return { ok: false, code: "malformed" };
  }
  return { ok: true, nomination: { own: own === 0 ? null : own, named } };
}

/** Whether something read from elsewhere is a nomination that can be encoded. */
export function isNomination(value: unknown): value is Nomination {
  if (typeof value !== "object" || value === null) return false;
  const { own, named } = value as Record<keyof Nomination, unknown>;
  if (own !== null && (typeof own !== "number" || own === 0)) return false;
  return (
    Array.isArray(named) &&
    named.every((number) => typeof number === "number") &&
    fits(own ?? 0, named)
  );
}

function fits(own: number, named: readonly number[]): boolean {
  const isNumber = (value: number) =>
    Number.isInteger(value) && value >= 1 && value <= LARGEST_NUMBER;
  if (own !== 0 && !isNumber(own)) return false;
  if (named.length > MOST_NAMED || (own === 0 && named.length > 0)) return false;
  const ascending = named.every((number, at) => at === 0 || number > (named[at - 1] ?? 0));
  return ascending && named.every((number) => isNumber(number) && number !== own);
}
