import { createPrivateKey, createPublicKey, webcrypto } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import fc from "fast-check";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import * as client from "@/lib/ballots/client/blind-signature";
import {
  blindSign,
  generateMarginKeys,
  importMarginPublicKey,
  importPrivateKey,
  verifySignature,
} from "@/lib/ballots/server/blind-signature";
import rfc9474 from "@/lib/ballots/testdata/rfc9474.json";

const hex = (text: string): Buffer => Buffer.from(text, "hex");
const int = (text: string): bigint => BigInt(`0x${text}`);
const bytes = (value: bigint, length: number): Buffer =>
  hex(value.toString(16).padStart(length * 2, "0"));
const number = (value: Uint8Array): bigint => int(Buffer.from(value).toString("hex"));

function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1, s0, s1] = [modulus, value % modulus, 0n, 1n];
  while (r1 !== 0n) [r0, r1, s0, s1] = [r1, r0 % r1, s1, s0 - (r0 / r1) * s1];
  return ((s0 % modulus) + modulus) % modulus;
}

const [p, q, e] = [int(rfc9474.p), int(rfc9474.q), int(rfc9474.e)];
const n = p * q;
const d = inverse(e, (p - 1n) * (q - 1n));
const field = (value: bigint, length: number): string => bytes(value, length).toString("base64url");
const jwk = {
  kty: "RSA",
  n: field(n, 512),
  e: "AQAB",
  d: field(d, 512),
  p: field(p, 256),
  q: field(q, 256),
  dp: field(d % (p - 1n), 256),
  dq: field(d % (q - 1n), 256),
  qi: field(inverse(q, p), 256),
};
const vectorPrivateKey = createPrivateKey({ key: jwk, format: "jwk" });
const vectorPublicKey = createPublicKey(vectorPrivateKey);
const vectorWebKey = (): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    "jwk",
    { kty: "RSA", n: jwk.n, e: jwk.e },
    { name: "RSA-PSS", hash: "SHA-384" },
    true,
    ["verify"],
  );

afterEach(() => vi.restoreAllMocks());

describe.each(rfc9474.vectors)("RFC 9474 appendix A: $name", (vector) => {
  const message = hex(vector.msg_prefix + rfc9474.msg);
  const saltLength = vector.salt.length / 2;
  const suite = saltLength === 0 ? RSABSSA.SHA384.PSSZero : RSABSSA.SHA384.PSS;

  it("blindSign natively", () => {
    const signed = blindSign(vectorPrivateKey, hex(vector.blinded_msg));
    expect(signed.ok && signed.blindSignature.toString("hex")).toBe(vector.blind_sig);
  });

  it("verify natively, and not with one bit changed or the other salt length", () => {
    const signature = hex(vector.sig);
    expect(verifySignature(vectorPublicKey, message, signature, saltLength)).toBe(true);
    expect(verifySignature(vectorPublicKey, message, signature, 48 - saltLength)).toBe(false);
    signature[200] = (signature[200] ?? 0) ^ 1;
    expect(verifySignature(vectorPublicKey, message, signature, saltLength)).toBe(false);
  });

  it("blind in the client library, given the vector's randomness", async () => {
    const drawn = [hex(vector.salt), bytes(inverse(int(vector.inv), n), 512)];
    vi.spyOn(webcrypto, "getRandomValues").mockImplementation((array) => {
      const target = array as unknown as Uint8Array;
      target.set(drawn.shift() ?? Buffer.alloc(0));
      return array;
    });
    const { blindedMsg, inv } = await suite.Deterministic().blind(await vectorWebKey(), message);
    expect(Buffer.from(blindedMsg).toString("hex")).toBe(vector.blinded_msg);
    expect(Buffer.from(inv).toString("hex")).toBe(vector.inv);
  });

  it("finalize in the client library", async () => {
    const key = await vectorWebKey();
    const [blindSignature, inv] = [hex(vector.blind_sig), hex(vector.inv)];
    const signature = await suite.Deterministic().finalize(key, message, blindSignature, inv);
    expect(Buffer.from(signature).toString("hex")).toBe(vector.sig);
  });
});

describe("our variant between browser code and server", async () => {
  const keys = await generateMarginKeys();
  const privateKey = importPrivateKey(keys.privateKey);
  const publicKey = importMarginPublicKey(keys.publicKey);
  const webKey = await client.importMarginKey(keys.publicKey);
  const modulus = number(Buffer.from(publicKey.export({ format: "jwk" }).n ?? "", "base64url"));

  it("prepare, blind, blindSign, finalize, verify fit together", async () => {
    const nonce = crypto.getRandomValues(new Uint8Array(32));
    const message = await client.prepare(nonce, new Uint8Array(112));
    const { blinded, inverse: inv } = await client.blind(webKey, message);
    const signed = blindSign(privateKey, blinded);
    if (!signed.ok) throw new Error(signed.code);
    const signature = await client.finalize(webKey, message, signed.blindSignature, inv);
    expect(signature).not.toBeNull();
    expect(verifySignature(publicKey, message, signature!)).toBe(true);
    expect(await client.verify(webKey, signature!, message)).toBe(true);
    const other = await client.prepare(nonce, new Uint8Array(112).fill(1));
    expect(verifySignature(publicKey, other, signature!)).toBe(false);
    expect(await client.finalize(webKey, other, signed.blindSignature, inv)).toBeNull();
    expect(await client.finalize(webKey, message, new Uint8Array(3), inv)).toBeNull();
  });

  it("blinds the same message into unrelated values, each hiding another factor", async () => {
    const message = await client.prepare(new Uint8Array(32), new Uint8Array(112));
    const runs = await Promise.all(Array.from({ length: 8 }, () => client.blind(webKey, message)));
    expect(new Set(runs.map((run) => number(run.blinded))).size).toBe(8);
    expect(new Set(runs.map((run) => number(run.inverse))).size).toBe(8);
    for (const run of runs) {
      expect(number(run.inverse)).toBeGreaterThan(1n);
      // Were the factor 1, the "blinded" message would be the encoded message in the clear, whose
      // last byte is 0xbc; a signer could recognise it. Uniform values end in 0xbc 1 in 256 times.
      expect(run.blinded).toHaveLength(256);
    }
    expect(runs.filter((run) => run.blinded[255] === 0xbc).length).toBeLessThan(3);
    // Distance between the server's views of one message: as random as between two messages.
    const [first, ...rest] = runs.map((run) => number(run.blinded).toString(2).padStart(2048, "0"));
    for (const view of rest) {
      const differing = view.split(/(?=.)/).filter((bit, i) => bit !== first?.[i]).length;
      expect(Math.abs(differing - 1024)).toBeLessThan(8 * Math.sqrt(512));
    }
  });

  it("refuses what is not a residue of the right size, as a value", () => {
    expect(blindSign(privateKey, new Uint8Array(255))).toEqual({ ok: false, code: "size" });
    expect(blindSign(privateKey, new Uint8Array(257))).toEqual({ ok: false, code: "size" });
    expect(blindSign(privateKey, new Uint8Array(0))).toEqual({ ok: false, code: "size" });
    expect(blindSign(privateKey, new Uint8Array(256))).toEqual({ ok: false, code: "range" });
    expect(blindSign(privateKey, bytes(modulus, 256))).toEqual({ ok: false, code: "range" });
    expect(blindSign(privateKey, new Uint8Array(256).fill(0xff)).ok).toBe(false);
    expect(blindSign(privateKey, bytes(modulus - 1n, 256)).ok).toBe(true);
  });

  it("signs every residue (its own check holds) and keeps leading zeros", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 256 }), (tail) => {
        const blinded = new Uint8Array(256);
        blinded.set(tail, 256 - tail.length);
        const signed = blindSign(privateKey, blinded);
        const inRange = number(blinded) > 0n && number(blinded) < modulus;
        expect(signed.ok).toBe(inRange);
        if (signed.ok) expect(signed.blindSignature).toHaveLength(256);
      }),
    );
  });

  it("verifies nothing that is not a signature, whatever its size", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (junk) => {
        expect(verifySignature(publicKey, new Uint8Array(64), junk)).toBe(false);
      }),
    );
  });
});
