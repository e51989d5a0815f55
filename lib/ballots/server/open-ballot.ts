import type { KeyObject } from "node:crypto";
import { createHpkeOpener } from "@/lib/ballots/server/hpke";
import { decodeAnswerVector, type AnswerVector } from "@/lib/ballots/wire/answer-vector";
import { sealAad, sealInfo } from "@/lib/ballots/wire/ballot-layout";

export type OpenBallot = (
  marginId: string,
  sealed: Uint8Array,
) =>
  | { readonly ok: true; readonly vector: AnswerVector }
  | { readonly ok: false; readonly code: "unopenable" | "size" | "version" | "malformed" };

/**
 * Opens the ballots of one wave. Only the seal may import this file: it is the one place where a
 * ciphertext becomes an answer. A ballot that does not open, or holds no valid vector, is a value
 * to count and set aside.
 */
export function createBallotOpener(waveId: string, hpkePrivateKey: KeyObject): OpenBallot {
  const open = createHpkeOpener(hpkePrivateKey, sealInfo(waveId));
  return (marginId, sealed) => {
    const opened = open(sealed, sealAad(waveId, marginId));
    return opened.ok ? decodeAnswerVector(opened.plaintext) : opened;
  };
}
