import {
  NONCE_BYTES,
  SEALED_BYTES,
  SIGNATURE_BYTES,
  WIDE_SEALED_BYTES,
} from "@/lib/ballots/wire/ballot-layout";
import { fromBase64url } from "@/lib/ballots/wire/bytes";
import { isUuid } from "@/lib/ballots/wire/uuid";

/**
 * All that is needed to go on after a lost connection or a reload, as plain JSON. It holds no
 * readable answer and no code: answers are sealed already, only the wave's key opens them.
 * Together with the server's seat list it could link a seat to a ciphertext, so the page keeps it in
 * `sessionStorage` at most and removes it when everything is cast.
 */
export interface PendingBallots {
  readonly format: typeof PENDING_FORMAT;
  readonly waveId: string;
  readonly ballots: readonly PendingBallot[];
}

/** Byte strings in base64url. */
export interface PendingBallot {
  readonly marginId: string;
  readonly nonce: string;
  readonly sealed: string;
  readonly blinded: string;
  readonly inverse: string;
  /** The final signature, once collected. */
  readonly signature: string | null;
  /** True once the server acknowledged it. */
  readonly cast: boolean;
}

export const PENDING_FORMAT = "hearth-pending/1";

/** Reads what was stored; null for anything else (an older release, another page's data). */
export function readPendingBallots(text: string): PendingBallots | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isPending(value) ? value : null;
}

function isPending(value: unknown): value is PendingBallots {
  if (!isRecord(value) || value["format"] !== PENDING_FORMAT) return false;
  const { waveId, ballots } = value;
  if (typeof waveId !== "string" || !isUuid(waveId)) return false;
  return Array.isArray(ballots) && ballots.length > 0 && ballots.every(isPendingBallot);
}

function isPendingBallot(value: unknown): value is PendingBallot {
  if (!isRecord(value)) return false;
  const { marginId, signature } = value;
  return (
    typeof marginId === "string" &&
    isUuid(marginId) &&
    isBytes(value["nonce"], NONCE_BYTES) &&
    (isBytes(value["sealed"], SEALED_BYTES) || isBytes(value["sealed"], WIDE_SEALED_BYTES)) &&
    isBytes(value["blinded"], SIGNATURE_BYTES) &&
    isBytes(value["inverse"], SIGNATURE_BYTES) &&
    (signature === null || isBytes(signature, SIGNATURE_BYTES)) &&
    typeof value["cast"] === "boolean"
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isBytes(value: unknown, length: number): boolean {
  return typeof value === "string" && fromBase64url(value)?.length === length;
}
