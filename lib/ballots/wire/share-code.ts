import { concatBytes, utf8 } from "@/lib/ballots/wire/bytes";

/** Crockford's base 32: no I, L, O and U. O reads as 0, I and L as 1, and U, which no code has, as V. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", U: "V" };

/** A share of a 32-byte key: 32 bytes and the place at which the polynomial was taken. */
export const SHARE_BYTES = 33;
const CHECK_BYTES = 2;
/** 35 bytes are 280 bits, 56 symbols of 5 bits each, without a bit left over. */
export const SHARE_CODE_LENGTH = ((SHARE_BYTES + CHECK_BYTES) * 8) / 5;
const GROUP = 4;

/**
 * A trustee's share as a code to be written down and typed: the share, then a checksum over the wave's id
 * and the share, so that a slip of the finger and the code of another pulse are told from a wrong code.
 */
export function encodeShareCode(waveId: string, share: Uint8Array): string {
  if (share.length !== SHARE_BYTES) throw new RangeError("a share has 33 bytes");
  return toSymbols(concatBytes(share, checksum(waveId, share)));
}

/**
 * Reads a code however it was typed. `empty`: nothing typed; `character`: a symbol that no code has;
 * `length`: too short or too long; `typo`: the checksum does not fit. Any run of wrong symbols up to three
 * and any two neighbours exchanged are always caught, anything else but for one time in 65,536.
 */
export function readShareCode(
  waveId: string,
  input: string,
):
  | { readonly ok: true; readonly share: Uint8Array }
  | { readonly ok: false; readonly code: "empty" | "character" | "length" | "typo" } {
  const symbols = normalise(input);
  if (symbols === "") return { ok: false, code: "empty" };
  if (!/^[0-9A-HJKMNP-TV-Z]*$/.test(symbols)) return { ok: false, code: "character" };
  if (symbols.length !== SHARE_CODE_LENGTH) return { ok: false, code: "length" };
  const bytes = fromSymbols(symbols);
  const share = bytes.slice(0, SHARE_BYTES);
  const [high, low] = checksum(waveId, share);
  const fits = bytes[SHARE_BYTES] === high && bytes[SHARE_BYTES + 1] === low;
  return fits ? { ok: true, share } : { ok: false, code: "typo" };
}

/** For screen and paper: fourteen groups of four, "7KM2". */
export function shareCodeGroups(code: string): string[] {
  return code.match(new RegExp(`.{1,${String(GROUP)}}`, "g")) ?? [];
}

function normalise(input: string): string {
  return input
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash}._·]/gu, "")
    .replace(/[OILU]/g, (symbol) => LOOK_ALIKES[symbol] ?? symbol);
}

/** CRC-16/CCITT-FALSE (x¹⁶ + x¹² + x⁵ + 1): finds every burst of up to 16 bits. It guards against slips only. */
function checksum(waveId: string, share: Uint8Array): Uint8Array<ArrayBuffer> {
  let crc = 0xffff;
  for (const byte of concatBytes(utf8(waveId), share)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = ((crc << 1) ^ ((crc & 0x8000) === 0 ? 0 : 0x1021)) & 0xffff;
    }
  }
  return Uint8Array.of(crc >> 8, crc & 0xff);
}

function toSymbols(bytes: Uint8Array): string {
  let symbols = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held & 0x1f) << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      symbols += ALPHABET.charAt((held >> bits) & 0x1f);
    }
  }
  return symbols;
}

function fromSymbols(symbols: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((symbols.length * 5) / 8);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const symbol of symbols) {
    held = ((held & 0xff) << 5) | ALPHABET.indexOf(symbol);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
