import { finalize, importMarginKey, prepare } from "@/lib/ballots/client/blind-signature";
import type { PendingBallot, PendingBallots } from "@/lib/ballots/client/pending-ballots";
import {
  postWithRetry,
  type Refusal,
  type RetryPolicy,
  type Transport,
} from "@/lib/ballots/client/post-with-retry";
import { fromBase64url, toBase64url } from "@/lib/ballots/wire/bytes";
import type { Manifest } from "@/lib/ballots/wire/manifest";

export interface Admission {
  readonly joinCode: string;
  readonly seatCode: string;
}

/**
 * Shows the seat code and gets every ballot signed, then unblinds and verifies. A retry sends the
 * same blinded messages, so the server can answer again without handing out a second ballot.
 * `server` also covers signatures that do not verify: such a server must not get the ballot.
 */
export async function collectSignatures(
  transport: Transport,
  url: string,
  manifest: Manifest,
  admission: Admission,
  pending: PendingBallots,
  policy: RetryPolicy,
): Promise<
  | { readonly ok: true; readonly pending: PendingBallots }
  | { readonly ok: false; readonly code: Refusal }
> {
  const requests = pending.ballots.map(({ marginId, blinded }) => ({ marginId, blinded }));
  const request = { type: "application/json", body: JSON.stringify({ ...admission, requests }) };
  const posted = await postWithRetry(transport, url, request, policy);
  if (!posted.ok) return posted;
  const body: unknown = await posted.response.json().catch(() => null);
  const ballots: PendingBallot[] = [];
  for (const ballot of pending.ballots) {
    const signature = await unblind(manifest, ballot, findSignature(body, ballot.marginId));
    if (signature === null) return { ok: false, code: "server" };
    ballots.push({ ...ballot, signature });
  }
  return { ok: true, pending: { ...pending, ballots } };
}

function findSignature(body: unknown, marginId: string): string | null {
  const list: unknown = isRecord(body) ? body["signatures"] : null;
  if (!Array.isArray(list)) return null;
  const entry: unknown = list.find((item) => isRecord(item) && item["marginId"] === marginId);
  const signature = isRecord(entry) ? entry["signature"] : null;
  return typeof signature === "string" ? signature : null;
}

async function unblind(
  manifest: Manifest,
  ballot: PendingBallot,
  blindSignature: string | null,
): Promise<string | null> {
  const margin = manifest.margins.find(({ id }) => id === ballot.marginId);
  const [signed, nonce, sealed, inverse] = [
    fromBase64url(blindSignature ?? "="),
    fromBase64url(ballot.nonce),
    fromBase64url(ballot.sealed),
    fromBase64url(ballot.inverse),
  ];
  if (!margin || !signed || !nonce || !sealed || !inverse) return null;
  const publicKey = await importMarginKey(margin.publicKey);
  const signature = await finalize(publicKey, await prepare(nonce, sealed), signed, inverse);
  return signature === null ? null : toBase64url(signature);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
