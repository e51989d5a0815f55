import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { blind, finalize, importMarginKey, prepare } from "@/lib/ballots/client/blind-signature";
import { sealContent } from "@/lib/ballots/client/seal-content";
import { blindSign } from "@/lib/ballots/server/blind-signature";
import { checkBallot, nullifierOf } from "@/lib/ballots/server/check-ballot";
import {
  MARGIN_A,
  MARGIN_B,
  WAVE_ID,
  makeTestWave,
  random,
} from "@/lib/ballots/testdata/test-wave";
import {
  CAST_RECORD_BYTES,
  decodeCastRecord,
  encodeCastRecord,
} from "@/lib/ballots/wire/cast-record";

describe("checkBallot", async () => {
  const { manifest, margins } = await makeTestWave();
  const [a, b] = margins;
  const margin = { waveId: WAVE_ID, marginId: MARGIN_A, publicKey: a!.publicKey };
  const target = { waveId: WAVE_ID, marginId: MARGIN_A };
  const answers = { formId: 1, answers: [4, 3, null, 1, 0, 2] };
  const sealed = await sealContent(manifest.hpkePublicKey, target, { vector: answers });
  const nonce = new Uint8Array(random(32));
  const webKey = await importMarginKey(a!.spki);
  const message = await prepare(nonce, sealed);
  const { blinded, inverse } = await blind(webKey, message);
  const signed = blindSign(a!.privateKey, blinded);
  if (!signed.ok) throw new Error(signed.code);
  const signature = await finalize(webKey, message, signed.blindSignature, inverse);
  const record = { ...target, nonce, signature: signature!, sealed };
  const bytes = encodeCastRecord(record);

  it("accepts the ballot that was signed, and keeps only nullifier and ciphertext", () => {
    const decoded = decodeCastRecord(bytes);
    expect(decoded).toEqual({ ok: true, record });
    const checked = decoded.ok ? checkBallot(decoded.record, margin) : decoded;
    expect(checked).toEqual({
      ok: true,
      ballot: { ...target, nullifier: nullifierOf(nonce), sealed },
    });
  });

  it("refuses every single flipped bit", () => {
    for (let bit = 0; bit < CAST_RECORD_BYTES * 8; bit += 1) {
      const flipped = new Uint8Array(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const decoded = decodeCastRecord(flipped);
      const accepted = decoded.ok && checkBallot(decoded.record, margin).ok;
      if (accepted) expect.fail(`bit ${String(bit)} was not noticed`);
    }
  });

  it("refuses a ballot in another class, even under its name", () => {
    const other = { waveId: WAVE_ID, marginId: MARGIN_B, publicKey: b!.publicKey };
    expect(checkBallot(record, other)).toEqual({ ok: false, code: "wrong-margin" });
    const renamed = { ...record, marginId: MARGIN_B };
    expect(checkBallot(renamed, other)).toEqual({ ok: false, code: "bad-signature" });
  });

  it("refuses other answers under a signature that was given for these", async () => {
    const swapped = await sealContent(manifest.hpkePublicKey, target, {
      vector: { formId: 1, answers: [0] },
    });
    const checked = checkBallot({ ...record, sealed: swapped }, margin);
    expect(checked).toEqual({ ok: false, code: "bad-signature" });
  });

  it("gives equal nullifiers for equal nonces only, and none shows its nonce", () => {
    const anyNonce = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(anyNonce, anyNonce, (first, second) => {
        expect(nullifierOf(first).equals(nullifierOf(Uint8Array.from(first)))).toBe(true);
        const same = Buffer.compare(first, second) === 0;
        expect(nullifierOf(first).equals(nullifierOf(second))).toBe(same);
        expect(nullifierOf(first).equals(Buffer.from(first))).toBe(false);
      }),
    );
  });
});
