import {
  ADMISSION_CODE_LENGTH,
  formatCode,
  normaliseCode,
} from "@/lib/ballots/wire/admission-code";

/** A code as it is being typed: big letters, look-alikes put right, a dash in the middle, no more than fits. */
export function formatTyping(text: string): string {
  const length = ADMISSION_CODE_LENGTH.seat;
  const code = normaliseCode(text);
  if (code.length > length) return text;
  return code.length > length / 2 ? formatCode(code.padEnd(length)).trimEnd() : code;
}

/** What a slip's QR code says behind the `#`: it stays in the browser, because fragments are never sent. */
export interface SlipFragment {
  readonly seatCode: string | null;
  /** SHA-256 of the manifest, as printed. */
  readonly manifestHash: string | null;
}

/** Reads `#seat=…&manifest=…`. */
export function readFragment(hash: string): SlipFragment {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const seat = normaliseCode(parts.get("seat") ?? "");
  return { seatCode: seat === "" ? null : seat, manifestHash: parts.get("manifest") };
}
