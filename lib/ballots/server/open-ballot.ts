import type { KeyObject } from "node:crypto";
import { createHpkeOpener } from "@/lib/ballots/server/hpke";
import { type BallotContent, decodeContent } from "@/lib/ballots/wire/ballot-content";
import { sealAad, sealInfo } from "@/lib/ballots/wire/ballot-layout";

export type OpenBallot = (
  marginId: string,
  sealed: Uint8Array,
) =>
  | ({ readonly ok: true } & BallotContent)
  | { readonly ok: false; readonly code: "unopenable" | "size" | "version" | "malformed" };

/**
 * Opens the ballots of one wave. Only the seal may import this file: it is the one place where a
 * ciphertext becomes an answer. A ballot that does not open, or holds nothing valid, is a value
 * to count and set aside.
 */
export function createBallotOpener(waveId: string, hpkePrivateKey: KeyObject): OpenBallot {
  const open = createHpkeOpener(hpkePrivateKey, sealInfo(waveId));
  return (marginId, sealed) => {
    const opened = open(sealed, sealAad(waveId, marginId));
    return opened.ok ? decodeContent(opened.plaintext) : opened;
  };
}
