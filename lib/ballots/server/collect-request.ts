import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/canonical-json";
import { SIGNATURE_BYTES } from "@/lib/ballots/wire/ballot-layout";
import { fromBase64url } from "@/lib/ballots/wire/bytes";
import { isUuid } from "@/lib/ballots/wire/uuid";

export interface BlindRequest {
  readonly marginId: string;
  /** 256 bytes, base64url. */
  readonly blinded: string;
}

/** A class and a slip, as typed. */
export interface Admission {
  readonly joinCode: string;
  readonly seatCode: string;
}

export interface CollectRequest extends Admission {
  readonly requests: readonly BlindRequest[];
}

/** A student belongs to a class and, at most, one group of each demographic. */
const MAX_REQUESTS = 16;

/**
 * Reads the body of a collect request; null for anything else. Each margin may be asked for once:
 * two blinded messages for one margin would be two ballots. Whether the margins are the seat's own
 * is for the caller to check, and all of them must be.
 */
export function readCollectRequest(body: unknown): CollectRequest | null {
  if (!isRecord(body)) return null;
  const { joinCode, seatCode, requests } = body;
  if (!isShortText(joinCode) || !isShortText(seatCode) || !Array.isArray(requests)) return null;
  if (requests.length === 0 || requests.length > MAX_REQUESTS) return null;
  if (!requests.every(isBlindRequest)) return null;
  if (new Set(requests.map(({ marginId }) => marginId)).size !== requests.length) return null;
  return {
    joinCode,
    seatCode,
    requests: requests.map(({ marginId, blinded }) => ({ marginId, blinded })),
  };
}

/** Reads the body that asks which margins a slip is for; null for anything else. */
export function readSeatQuestion(body: unknown): Admission | null {
  if (!isRecord(body)) return null;
  const { joinCode, seatCode } = body;
  return isShortText(joinCode) && isShortText(seatCode) ? { joinCode, seatCode } : null;
}

/**
 * SHA-256 in hexadecimal of the blinded messages, whatever their order. A seat keeps it when it is
 * marked collected: the same request is then answered again (a phone that lost the answer), any
 * other is refused. It joins nothing: a blinded message is uniform and independent of the ballot.
 */
export function collectRequestHash(requests: readonly BlindRequest[]): string {
  const ordered = requests
    .map(({ marginId, blinded }) => ({ marginId, blinded }))
    .sort((a, b) => (a.marginId < b.marginId ? -1 : 1));
  return createHash("sha256")
    .update("hearth-collect/1\0")
    .update(canonicalJson(ordered))
    .digest("hex");
}

function isBlindRequest(value: unknown): value is BlindRequest {
  if (!isRecord(value)) return false;
  const { marginId, blinded } = value;
  if (typeof marginId !== "string" || !isUuid(marginId) || typeof blinded !== "string")
    return false;
  return fromBase64url(blinded)?.length === SIGNATURE_BYTES;
}

function isShortText(value: unknown): value is string {
  return typeof value === "string" && value.length <= 64;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
