import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { combine } from "shamir-secret-sharing";
import { describe, expect, it } from "vitest";
import { generateHpkeKeys } from "./hpke";
import { joinShares, pairsOf, splitPrivateKey } from "./key-shares";

async function shared() {
  const keys = await generateHpkeKeys();
  const pad = randomBytes(32);
  return { ...keys, pad, shares: await splitPrivateKey(keys.privateKey, keys.publicKey, pad) };
}

describe("a key shared among three", () => {
  it("is restored by any two with the pad, in any order", async () => {
    for (let run = 0; run < 20; run += 1) {
      const { privateKey, publicKey, pad, shares } = await shared();
      const pairs = pairsOf(shares);
      expect(pairs).toHaveLength(3);
      for (const [one, other] of pairs) {
        expect(await joinShares([one, other], pad, publicKey)).toBe(privateKey);
        expect(await joinShares([other, one], pad, publicKey)).toBe(privateKey);
      }
    }
  });

  it("is not restored by one of them twice", async () => {
    const { publicKey, pad, shares } = await shared();
    for (const share of shares) expect(await joinShares([share, share], pad, publicKey)).toBeNull();
  });

  it("is not restored without the pad, or with another wave's", async () => {
    const { publicKey, shares } = await shared();
    for (const pad of [new Uint8Array(32), (await shared()).pad]) {
      for (const pair of pairsOf(shares)) expect(await joinShares(pair, pad, publicKey)).toBeNull();
    }
  });

  it("is hidden from one and the pad: whatever its bytes are, some second share would lead there", async () => {
    const { publicKey, pad, shares } = await shared();
    const [one, two] = shares;
    const found = new Set<number>();
    let restored = 0;
    for (let value = 0; value < 256; value += 1) {
      const guess = new Uint8Array(two);
      guess[5] = value;
      found.add((await combine([one, guess]))[5]!);
      if ((await joinShares([one, guess], pad, publicKey)) !== null) restored += 1;
    }
    expect(found.size).toBe(256);
    expect(restored).toBe(1);
  });

  it("is not mistaken when a share is wrong in any bit that counts, or is another wave's", async () => {
    const { publicKey, pad, shares } = await shared();
    const other = await shared();
    expect(await joinShares([shares[0], other.shares[1]], pad, publicKey)).toBeNull();
    expect(await joinShares([shares[0], shares[1]], pad, other.publicKey)).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.nat(29), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const wrong = new Uint8Array(shares[1]);
        // Not the first and the last byte of the key, where X25519 itself ignores bits.
        wrong[at + 1] = (wrong[at + 1] ?? 0) ^ flip;
        expect(await joinShares([shares[0], wrong], pad, publicKey)).toBeNull();
      }),
    );
  });

  it("takes shares of any length for wrong, and throws nothing", async () => {
    const { publicKey, pad, shares } = await shared();
    for (const length of [0, 1, 2, 32, 34, 500]) {
      const odd = new Uint8Array(length).fill(7);
      expect(await joinShares([shares[0], odd], pad, publicKey)).toBeNull();
      expect(await joinShares([odd, new Uint8Array(length).fill(8)], pad, publicKey)).toBeNull();
    }
  });

  it("is only split if it is such a key, fits the public one, and has a pad of its length", async () => {
    const { privateKey, publicKey } = await generateHpkeKeys();
    const other = await generateHpkeKeys();
    const pad = randomBytes(32);
    await expect(splitPrivateKey("AAAA", publicKey, pad)).rejects.toThrow(RangeError);
    await expect(splitPrivateKey(privateKey, other.publicKey, pad)).rejects.toThrow("not restore");
    await expect(splitPrivateKey(privateKey, publicKey, pad.subarray(1))).rejects.toThrow(
      RangeError,
    );
  });
});
