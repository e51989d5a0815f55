import type { RandomBytes } from "@/lib/ballots/wire/bytes";

/**
 * 30 symbols: no vowels (a code must not spell a word on a child's slip), and no L and no U.
 * O reads as 0, I and L as 1, U as V, so look-alikes lead to the right code.
 */
const ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ";
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", U: "V" };

/** The smallest prime above 30: weights below it catch every single slip and every swap. */
const CHECK_PRIME = 31;

/**
 * `join` admits to a class's pulse and is on its QR card: 5 random symbols and a check symbol,
 * 24 bits; it is no secret. `seat` is one student's single-use slip: 7 random symbols and a check
 * symbol, 34 bits. With 30 unused slips in a class, one guess succeeds with odds of 1.4 in a billion.
 */
export type AdmissionCodeKind = "join" | "seat";

export const ADMISSION_CODE_LENGTH: Readonly<Record<AdmissionCodeKind, number>> = {
  join: 6,
  seat: 8,
};

/**
 * A new code, uniform over the valid codes of its kind: bytes are cut to 5 bits and the values 30
 * and 31 drawn again (no modulo bias), and a draw whose check value has no symbol is thrown away.
 */
export function generateCode(kind: AdmissionCodeKind, randomBytes: RandomBytes): string {
  for (;;) {
    const body = drawSymbols(ADMISSION_CODE_LENGTH[kind] - 1, randomBytes);
    const check = ALPHABET[checkValue(body)];
    if (check !== undefined) return body + check;
  }
}

/** Upper case, without spaces, dashes and dots, look-alikes replaced. Checks nothing. */
export function normaliseCode(input: string): string {
  return input
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash}._·]/gu, "")
    .replace(/[OILU]/g, (symbol) => LOOK_ALIKES[symbol] ?? symbol);
}

/**
 * Tells a slip of the finger from a wrong code before anything is sent. `empty`: nothing typed;
 * `character`: a symbol that no code has; `length`: too short or too long; `typo`: the check symbol
 * does not fit (one wrong symbol or two swapped ones are always caught).
 */
export function checkCode(
  kind: AdmissionCodeKind,
  input: string,
):
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly code: "empty" | "character" | "length" | "typo" } {
  const code = normaliseCode(input);
  if (code === "") return { ok: false, code: "empty" };
  if (!/^[0-9BCDFGHJKMNPQRSTVWXYZ]*$/.test(code)) return { ok: false, code: "character" };
  if (code.length !== ADMISSION_CODE_LENGTH[kind]) return { ok: false, code: "length" };
  const expected = ALPHABET[checkValue(code.slice(0, -1))];
  return expected === code.slice(-1) ? { ok: true, code } : { ok: false, code: "typo" };
}

/** For print and screen: two halves with a dash, as in `7KM-2XQ` or `7KM2-XQRB`. */
export function formatCode(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)}-${code.slice(half)}`;
}

/**
 * Σ (i + 2)·v(i) mod 31 over the symbols' positions i = 0, 1, … and values v. The check symbol
 * itself has weight 1. All weights are non-zero and differ mod 31, so any one changed symbol and
 * any two exchanged symbols change the sum.
 */
function checkValue(body: string): number {
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) sum += (i + 2) * ALPHABET.indexOf(body.charAt(i));
  return (CHECK_PRIME - (sum % CHECK_PRIME)) % CHECK_PRIME;
}

function drawSymbols(count: number, randomBytes: RandomBytes): string {
  let symbols = "";
  while (symbols.length < count) {
    for (const byte of randomBytes(count - symbols.length)) {
      symbols += ALPHABET[byte & 31] ?? "";
    }
  }
  return symbols;
}
