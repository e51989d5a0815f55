import {
  createHash,
  constants,
  createPrivateKey,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";

import { asOwner, marginKeysOf, type OpenPulse } from "@/e2e/support/pulse";
import type { Instance } from "@/e2e/support/instance";
import { sealContent } from "@/lib/ballots/client/seal-content";
import { nullifierOf } from "@/lib/ballots/server/check-ballot";
import {
  ballotMessage,
  NONCE_BYTES,
  PSS_SALT_BYTES,
  SIGNATURE_BYTES,
} from "@/lib/ballots/wire/ballot-layout";
import { encodeCastRecord } from "@/lib/ballots/wire/cast-record";
import { readManifest } from "@/lib/ballots/wire/manifest";

/** What only the attacker's own students know: who holds which slip, what they answer, and their ballots. */
export interface TrueStudent {
  readonly classId: string;
  readonly joinCode: string;
  readonly seatCode: string;
  /** Position in the pulse's list of classes. */
  readonly classAt: number;
  /** Position in the class. */
  readonly at: number;
  readonly answers: readonly number[];
  readonly ballots: readonly TrueBallot[];
}

export interface TrueBallot {
  readonly marginId: string;
  readonly nullifier: Buffer;
  readonly sealed: Uint8Array;
  /** The body of the cast request. */
  readonly record: Uint8Array;
}

export const FORM_ID = 1;
const ITEMS = 6;
const HIGH = 5;
const LOW = 1;

/**
 * Answers that are hardest to keep: the first classes are unanimous, all but one, two and three, one outlier; the
 * others lean each its own way.
 */
function answersOf(classAt: number, student: number, size: number): number[] {
  const worst = [size, size - 1, size - 2, size - 3, 0, 1, 2, 3][classAt];
  const share = worst === undefined ? 0.3 + 0.6 * ((classAt * 7) % 10) * 0.1 : worst / size;
  return Array.from({ length: ITEMS }, (_, item) => {
    if (worst !== undefined) return student < worst ? HIGH : LOW;
    return (student * 13 + item * 7) % size < share * size ? 4 + (student % 2) : 1 + (student % 3);
  });
}

/** Every student of a pulse with real sealed answers, signed with the wave's keys instead of blindly: sooner done. */
export async function makeStudents(instance: Instance, pulse: OpenPulse): Promise<TrueStudent[]> {
  const manifest = readManifest(pulse.manifest);
  if (manifest === null) throw new Error("the pulse has no manifest");
  const keys = new Map(
    Object.entries(marginKeysOf(instance, pulse.waveId)).map(([id, pkcs8]) => [
      id,
      createPrivateKey({ key: Buffer.from(pkcs8, "base64"), type: "pkcs8", format: "der" }),
    ]),
  );
  const students: TrueStudent[] = [];
  for (const [classAt, group] of pulse.classes.entries()) {
    for (const [at, seatCode] of group.seatCodes.entries()) {
      const answers = answersOf(classAt, at, group.seatCodes.length);
      const margins = [group.marginId, ...(group.extraMargins[at] ?? [])];
      const ballots = [];
      for (const marginId of margins) {
        const key = keys.get(marginId);
        if (key === undefined) throw new Error("a margin has no key");
        ballots.push(
          await makeBallot(manifest.hpkePublicKey, pulse.waveId, marginId, answers, key),
        );
      }
      const { classId, joinCode } = group;
      students.push({ classId, joinCode, seatCode, classAt, at, answers, ballots });
    }
  }
  return students;
}

async function makeBallot(
  hpkePublicKey: string,
  waveId: string,
  marginId: string,
  answers: readonly number[],
  key: KeyObject,
): Promise<TrueBallot> {
  const sealed = await sealContent(
    hpkePublicKey,
    { waveId, marginId },
    { vector: { formId: FORM_ID, answers } },
  );
  return signBallot(waveId, marginId, sealed, key);
}

/** A cast record for sealed bytes, good or not, under a key of the wave. */
export function signBallot(
  waveId: string,
  marginId: string,
  sealed: Uint8Array<ArrayBuffer>,
  key: KeyObject,
  nonce: Uint8Array<ArrayBuffer> = new Uint8Array(randomBytes(NONCE_BYTES)),
): TrueBallot {
  const message = ballotMessage(nonce, createHash("sha256").update(sealed).digest());
  const signature = new Uint8Array(
    sign("sha384", message, {
      key,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: PSS_SALT_BYTES,
    }),
  );
  const record = encodeCastRecord({ waveId, marginId, nonce, signature, sealed });
  return { marginId, nullifier: nullifierOf(nonce), sealed, record };
}

/** The body with which a student collects: blinded messages are any numbers below the modulus. */
export function collectBody({ joinCode, seatCode, ballots }: TrueStudent): Uint8Array {
  const requests = ballots.map(({ marginId }) => {
    const blinded = randomBytes(SIGNATURE_BYTES);
    blinded[0] = 0;
    return { marginId, blinded: blinded.toString("base64url") };
  });
  return Buffer.from(JSON.stringify({ joinCode, seatCode, requests }));
}

/** Rows of a query as the owner of the database, who sees everything there is. */
export function ownerRows<Row extends object>(
  instance: Instance,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return asOwner<Row>(instance, text, values);
}
