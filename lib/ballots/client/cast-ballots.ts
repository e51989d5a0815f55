import { collectSignatures, type Admission } from "@/lib/ballots/client/collect-signatures";
import { sha256 } from "@/lib/ballots/client/digest";
import type { PendingBallot, PendingBallots } from "@/lib/ballots/client/pending-ballots";
import { postWithRetry, type Refusal, type Transport } from "@/lib/ballots/client/post-with-retry";
import { prepareBallots, type MarginAnswers } from "@/lib/ballots/client/prepare-ballots";
import { hasWebCrypto } from "@/lib/ballots/client/web-crypto";
import { fromBase64url, toHex, type Bytes } from "@/lib/ballots/wire/bytes";
import { encodeCastRecord } from "@/lib/ballots/wire/cast-record";
import type { Manifest } from "@/lib/ballots/wire/manifest";
import { shuffled, uniformInt } from "@/lib/ballots/wire/random-order";

export interface CastSettings {
  readonly collectUrl: string;
  readonly castUrl: string;
  /** Waited before each cast, uniform between the two: order and time must not say who it was. */
  readonly jitterMs: { readonly min: number; readonly max: number };
  readonly attempts: number;
  readonly firstWaitMs: number;
}

export const DEFAULT_CAST_SETTINGS: CastSettings = {
  collectUrl: "/api/ballots/collect",
  castUrl: "/api/ballots/cast",
  jitterMs: { min: 500, max: 4000 },
  attempts: 5,
  firstWaitMs: 500,
};

export interface CastInput {
  readonly transport: Transport;
  readonly manifest: Manifest;
  readonly admission: Admission;
  /** Fresh answers, or what an earlier attempt left. */
  readonly from:
    { readonly answers: readonly MarginAnswers[] } | { readonly pending: PendingBallots };
  /** Called at each step with what a retry would need, for the page to keep. */
  readonly onPending?: (pending: PendingBallots) => void;
  readonly settings?: Partial<CastSettings>;
  /**
   * "collected": stops when every ballot is signed, with no receipts yet. For a device that sends several students'
   * ballots: all of them are signed before any is cast, so that nothing that happens one after the other joins the two.
   */
  readonly until?: "collected" | "cast";
}

/** `receipt`: SHA-256 of the sealed answers in hexadecimal, as the box would show it. */
export interface Receipt {
  readonly marginId: string;
  readonly receipt: string;
}

/**
 * `unsupported`: no WebCrypto, which browsers withhold on pages that are not HTTPS (or localhost).
 * `pending`, when not null, is what to pass as `from` to go on. Without it a seat that was already
 * collected cannot vote any more, because the server answers no second blinded message.
 */
export type CastResult =
  | { readonly ok: true; readonly receipts: readonly Receipt[] }
  | {
      readonly ok: false;
      readonly code: Refusal | "unsupported";
      readonly pending: PendingBallots | null;
    };

/**
 * The whole way of a student's ballots: seal, blind, collect signatures against the seat code,
 * then cast each ballot on its own, in random order and at random moments, without the code.
 * Safe to call again with `pending` after any failure: nothing is counted twice.
 */
export async function castBallots(input: CastInput): Promise<CastResult> {
  const { transport, manifest, admission, from } = input;
  if (!hasWebCrypto()) return { ok: false, code: "unsupported", pending: null };
  const settings = { ...DEFAULT_CAST_SETTINGS, ...input.settings };
  const retry = { attempts: settings.attempts, firstWaitMs: settings.firstWaitMs };
  const keep = (pending: PendingBallots): PendingBallots => {
    input.onPending?.(pending);
    return pending;
  };

  let pending =
    "pending" in from
      ? from.pending
      : keep(await prepareBallots(manifest, from.answers, transport.random));
  if (pending.waveId !== manifest.waveId) throw new RangeError("pending ballots of another wave");

  if (pending.ballots.some(({ signature }) => signature === null)) {
    const policy = { ...retry, retryThrottled: false };
    const url = settings.collectUrl;
    const collected = await collectSignatures(transport, url, manifest, admission, pending, policy);
    if (!collected.ok) return { ...collected, pending };
    pending = keep(collected.pending);
  }

  if (input.until === "collected") return { ok: true, receipts: [] };

  const waiting = pending.ballots.filter(({ cast }) => !cast);
  for (const ballot of shuffled(waiting, transport.random)) {
    const { min, max } = settings.jitterMs;
    await transport.sleep(min + uniformInt(max - min + 1, transport.random));
    const body = castBody(pending.waveId, ballot);
    const request = { type: "application/octet-stream", body };
    const policy = { ...retry, retryThrottled: true };
    const posted = await postWithRetry(transport, settings.castUrl, request, policy);
    if (!posted.ok) return { ...posted, pending };
    pending = keep(markCast(pending, ballot.marginId));
  }
  return { ok: true, receipts: await Promise.all(pending.ballots.map(toReceipt)) };
}

function castBody(waveId: string, ballot: PendingBallot): Bytes {
  const { marginId } = ballot;
  const nonce = bytesOf(ballot.nonce);
  const signature = bytesOf(ballot.signature ?? "");
  return encodeCastRecord({ waveId, marginId, nonce, signature, sealed: bytesOf(ballot.sealed) });
}

function markCast(pending: PendingBallots, marginId: string): PendingBallots {
  const mark = (ballot: PendingBallot): PendingBallot =>
    ballot.marginId === marginId ? { ...ballot, cast: true } : ballot;
  return { ...pending, ballots: pending.ballots.map(mark) };
}

async function toReceipt({ marginId, sealed }: PendingBallot): Promise<Receipt> {
  return { marginId, receipt: toHex(await sha256(bytesOf(sealed))) };
}

function bytesOf(base64url: string): Bytes {
  const bytes = fromBase64url(base64url);
  if (bytes === null) throw new RangeError("pending ballots are damaged");
  return bytes;
}
