import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ballotBlock,
  countedBand,
  fillReceipts,
  RECEIPT_BYTES,
  receiptLines,
} from "@/lib/ballots/server/counted-receipts";
import { generateHpkeKeys } from "@/lib/ballots/server/hpke";
import { sealSecrets } from "@/lib/ballots/server/seal-secrets";

const WAVE = "0b6c8a52-0d5e-4c52-9d2b-6a55f1f1a001";
const receipt = (at: number) => createHash("sha256").update(`ballot ${at}`).digest();
const filling = (at: number) => createHash("sha256").update(`filling ${at}`).digest();
const receipts = (count: number) => Array.from({ length: count }, (_, at) => receipt(at));
const block = fc
  .tuple(fc.integer({ min: 5, max: 20 }), fc.integer({ min: 1, max: 5 }))
  .map(([students, ballots]) => ballotBlock(students, ballots));

describe("the public list of receipts", () => {
  it("holds every receipt, sorted, among other hashes that are no receipt", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), block, (count, size) => {
        const lines = receiptLines(fillReceipts(receipts(count), size, filling));
        expect(lines).toEqual([...lines].sort());
        expect(new Set(lines).size).toBe(lines.length);
        expect(lines).toEqual(
          expect.arrayContaining(receipts(count).map((r) => r.toString("hex"))),
        );
      }),
    );
  });

  it("is as long for every number of ballots of one block, and longer than the largest", () => {
    const lengthOf = (count: number, size: number) =>
      fillReceipts(receipts(count), size, filling).length / RECEIPT_BYTES;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), block, (count, size) => {
        const lines = lengthOf(count, size);
        const lo = count - (count % size);
        expect(countedBand(lines, size)).toEqual({ lo, hi: lo + size - 1 });
        expect(lines).toBe(lo + size);
        expect(lengthOf(lo, size)).toBe(lines);
        expect(lengthOf(lo + size - 1, size)).toBe(lines);
      }),
    );
  });

  it("bands students, not ballots: with a ballot for each of three demographics 5 students are 20", () => {
    expect(ballotBlock(5, 1)).toBe(5);
    expect(ballotBlock(5, 4)).toBe(20);
    // In blocks of 5 ballots, 84 of them could only be those of 21 students.
    const lengths = [20, 21, 24].map((s) => fillReceipts(receipts(4 * s), 20, filling).length / 32);
    expect(lengths).toEqual([100, 100, 100]);
  });

  it("has no band where it was never filled", () => {
    expect(countedBand(88, 5)).toBeNull();
    expect(countedBand(0, 5)).toBeNull();
  });

  it("does not depend on the order of the box", () => {
    const list = fillReceipts(receipts(23), 5, filling);
    expect(fillReceipts(receipts(23).reverse(), 5, filling)).toEqual(list);
  });
});

describe("sealSecrets", () => {
  it("are the same each time for one key and wave, and others for another", async () => {
    const [one, other] = await Promise.all([generateHpkeKeys(), generateHpkeKeys()]);
    const secrets = sealSecrets(WAVE, one.privateKey);
    expect(secrets.salt).toMatch(/^[0-9a-f]{64}$/u);
    expect(sealSecrets(WAVE, one.privateKey).salt).toBe(secrets.salt);
    expect(sealSecrets(WAVE, one.privateKey).filling(3)).toEqual(secrets.filling(3));
    const all = [
      secrets,
      sealSecrets(WAVE, other.privateKey),
      sealSecrets(WAVE.replace("0b6c", "1b6c"), one.privateKey),
    ].flatMap(({ salt, filling: fill }) => [
      salt,
      ...[0, 1, 255, 256].map((at) => fill(at).toString("hex")),
    ]);
    expect(new Set(all).size).toBe(15);
    expect(all.every((hash) => hash.length === 64)).toBe(true);
  });

  it("need a key", () => {
    expect(() => sealSecrets(WAVE, "AAAA")).toThrow(RangeError);
  });
});
