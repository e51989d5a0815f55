import { blind, importMarginKey, prepare } from "@/lib/ballots/client/blind-signature";
import {
  PENDING_FORMAT,
  type PendingBallot,
  type PendingBallots,
} from "@/lib/ballots/client/pending-ballots";
import { sealContent } from "@/lib/ballots/client/seal-content";
import type { BallotContent, BallotWidth } from "@/lib/ballots/wire/ballot-content";
import { NONCE_BYTES } from "@/lib/ballots/wire/ballot-layout";
import { toBase64url, type RandomBytes } from "@/lib/ballots/wire/bytes";
import { type Manifest, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";

export type MarginAnswers = { readonly marginId: string } & BallotContent;

/**
 * Seals the answers for each margin and blinds one fresh nonce for each: nothing joins a student's
 * ballots in two margins. Throws a `RangeError` when a margin is not in the manifest.
 */
export async function prepareBallots(
  manifest: Manifest,
  answers: readonly MarginAnswers[],
  random: RandomBytes,
): Promise<PendingBallots> {
  const width = manifest.margins.some(({ level }) => level === TEXT_LEVEL) ? "wide" : "narrow";
  const ballots: PendingBallot[] = [];
  for (const answer of answers) ballots.push(await prepareBallot(manifest, width, answer, random));
  return { format: PENDING_FORMAT, waveId: manifest.waveId, ballots };
}

async function prepareBallot(
  manifest: Manifest,
  width: BallotWidth,
  { marginId, ...content }: MarginAnswers,
  random: RandomBytes,
): Promise<PendingBallot> {
  const margin = manifest.margins.find(({ id }) => id === marginId);
  if (margin === undefined) throw new RangeError("the margin is not in the manifest");
  const { waveId, hpkePublicKey } = manifest;
  const nonce = random(NONCE_BYTES);
  const sealed = await sealContent(hpkePublicKey, { waveId, marginId }, content, width);
  const publicKey = await importMarginKey(margin.publicKey);
  const { blinded, inverse } = await blind(publicKey, await prepare(nonce, sealed));
  return {
    marginId,
    nonce: toBase64url(nonce),
    sealed: toBase64url(sealed),
    blinded: toBase64url(blinded),
    inverse: toBase64url(inverse),
    signature: null,
    cast: false,
  };
}
