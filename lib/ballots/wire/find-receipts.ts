import { SHORT_ALPHABET, shortHash } from "@/lib/ballots/wire/short-hash";

/** Hexadecimal digits of a hash that its short form stands for. */
const SHORT_DIGITS = 20;
const SHORT_SYMBOLS = 16;
const BITS_OF_SYMBOL = 5;
const BITS = SHORT_SYMBOLS * BITS_OF_SYMBOL;

/** The lines of a list of receipts, one hash each. Anything that is not one is left out. */
export function readReceiptList(text: string): string[] {
  return text.split("\n").filter((line) => /^[0-9a-f]{64}$/u.test(line));
}

/**
 * Receipts that begin as typed: as people see them (`7K3F-0QMA…`, however it is spelled) or in hexadecimal.
 * Text that no receipt can begin with finds nothing, and so does no text.
 * @param receipts sorted hashes, 64 hexadecimal digits each
 */
export function findReceipts(receipts: readonly string[], typed: string): string[] {
  const text = typed.replace(/[\s-]/g, "");
  if (text === "") return [];
  const range = shortRange(text);
  const hex = text.toLowerCase();
  return receipts.filter((receipt) => {
    const start = receipt.slice(0, SHORT_DIGITS);
    const short = range !== null && range.from <= start && start <= range.to;
    return short || receipt.startsWith(hex);
  });
}

/** The part of a list whose short forms begin with one sign. */
export function sectionOf(receipts: readonly string[], sign: string): string[] {
  return receipts.filter((receipt) => shortHash(receipt).startsWith(sign));
}

/** First and last start of the hashes whose short form begins so; null where none can. */
function shortRange(text: string): { from: string; to: string } | null {
  // O, I and L are not used: whoever reads them means 0 and 1.
  const symbols = text.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  if (symbols.length > SHORT_SYMBOLS) return null;
  let value = 0n;
  for (const symbol of symbols) {
    const digit = SHORT_ALPHABET.indexOf(symbol);
    if (digit < 0) return null;
    value = (value << BigInt(BITS_OF_SYMBOL)) | BigInt(digit);
  }
  const rest = BigInt(BITS - BITS_OF_SYMBOL * symbols.length);
  const digits = (bits: bigint) => bits.toString(16).padStart(SHORT_DIGITS, "0");
  return { from: digits(value << rest), to: digits(((value + 1n) << rest) - 1n) };
}
