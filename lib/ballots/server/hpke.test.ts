import { createPrivateKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { Aes128Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { DhkemX25519HkdfSha256 } from "@hpke/dhkem-x25519";
import { sealContent } from "@/lib/ballots/client/seal-content";
import { importPrivateKey } from "@/lib/ballots/server/blind-signature";
import { createHpkeOpener, generateHpkeKeys } from "@/lib/ballots/server/hpke";
import { createBallotOpener } from "@/lib/ballots/server/open-ballot";
import vector from "@/lib/ballots/testdata/rfc9180-a1-base.json";
import { sealAad, sealInfo } from "@/lib/ballots/wire/ballot-layout";
import { MARGIN_A, MARGIN_B, WAVE_ID } from "@/lib/ballots/testdata/test-wave";

const hex = (text: string): Buffer => Buffer.from(text, "hex");
const PKCS8_X25519 = "302e020100300506032b656e04220420";

describe("HPKE open", async () => {
  const keys = await generateHpkeKeys();
  const privateKey = importPrivateKey(keys.privateKey);
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });

  it("opens the vector of RFC 9180 A.1.1", () => {
    const key = createPrivateKey({
      key: hex(PKCS8_X25519 + vector.skRm),
      type: "pkcs8",
      format: "der",
    });
    const opened = createHpkeOpener(key, hex(vector.info))(
      hex(vector.enc + vector.ct),
      hex(vector.aad),
    );
    expect(opened.ok && opened.plaintext.toString("hex")).toBe(vector.pt);
  });

  it("opens whatever @hpke/core seals, under the same info and aad only", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.uint8Array({ maxLength: 100 }),
        fc.uint8Array({ maxLength: 100 }),
        async (plaintext, info, aad) => {
          const raw = new Uint8Array(Buffer.from(keys.publicKey, "base64url"));
          const recipientPublicKey = await suite.kem.deserializePublicKey(raw);
          const { enc, ct } = await suite.seal({ recipientPublicKey, info }, plaintext, aad);
          const sealed = Buffer.concat([Buffer.from(enc), Buffer.from(ct)]);
          const opened = createHpkeOpener(privateKey, info)(sealed, aad);
          expect(opened.ok && Buffer.compare(opened.plaintext, plaintext)).toBe(0);
          const otherInfo = createHpkeOpener(privateKey, Buffer.concat([info, Buffer.from("x")]));
          expect(otherInfo(sealed, aad).ok).toBe(false);
          const otherAad = Buffer.concat([aad, Buffer.from("x")]);
          expect(createHpkeOpener(privateKey, info)(sealed, otherAad).ok).toBe(false);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("turns junk of any size into a value", () => {
    const open = createHpkeOpener(privateKey, new Uint8Array(0));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.uint8Array({ maxLength: 40 }),
        (junk, aad) => {
          expect(open(junk, aad)).toEqual({ ok: false, code: "unopenable" });
        },
      ),
    );
  });

  it.each(["00".repeat(32), `01${"00".repeat(31)}`, `ed${"ff".repeat(30)}7f`])(
    "refuses the low-order point %s",
    (point) => {
      const open = createHpkeOpener(privateKey, new Uint8Array(0));
      expect(open(hex(point + "00".repeat(80)), new Uint8Array(0)).ok).toBe(false);
    },
  );

  it("opens a ballot in its own wave and margin only, always 112 bytes", async () => {
    const full = { formId: 7, answers: Array.from({ length: 32 }, (_, i) => i) };
    const blank = { formId: 7, answers: [] };
    for (const answers of [full, blank]) {
      const target = { waveId: WAVE_ID, marginId: MARGIN_A };
      const sealed = await sealContent(keys.publicKey, target, { vector: answers });
      expect(sealed).toHaveLength(112);
      const open = createBallotOpener(WAVE_ID, privateKey);
      expect(open(MARGIN_A, sealed)).toEqual({ ok: true, vector: answers });
      expect(open(MARGIN_B, sealed)).toEqual({ ok: false, code: "unopenable" });
      const otherWave = createBallotOpener(MARGIN_B, privateKey);
      expect(otherWave(MARGIN_A, sealed)).toEqual({ ok: false, code: "unopenable" });
    }
  });

  it("sets aside a ballot that opens but holds no answer vector", async () => {
    const raw = new Uint8Array(Buffer.from(keys.publicKey, "base64url"));
    const recipientPublicKey = await suite.kem.deserializePublicKey(raw);
    const info = sealInfo(WAVE_ID);
    const junk = new Uint8Array(64).fill(9);
    const aad = sealAad(WAVE_ID, MARGIN_A);
    const { enc, ct } = await suite.seal({ recipientPublicKey, info }, junk, aad);
    const sealed = Buffer.concat([Buffer.from(enc), Buffer.from(ct)]);
    const opened = createBallotOpener(WAVE_ID, privateKey)(MARGIN_A, sealed);
    expect(opened).toEqual({ ok: false, code: "version" });
  });
});
