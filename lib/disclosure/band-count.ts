import type { Policy } from "@/lib/disclosure/policy";

/** Smallest and largest count of a band, both included. */
export type CountRange = { readonly lo: number; readonly hi: number };

/**
 * The band that a count c of n respondents falls in: step 4 of the compiler
 * (reference/disclosure-control.md). With q = tail and w = width:
 * c ≤ q → [0, q]; c ≥ n−q → [n−q, n]; else m = n−2q−1, b = max(1, ⌊m/w⌋),
 * j = min(b−1, ⌊(c−q−1)·b/m⌋), lo = q+1+⌈j·m/b⌉, hi = q+⌈(j+1)·m/b⌉.
 *
 * Takes a raw count, so only the compiler calls it. Throws RangeError if n < k or c is not within 0..n.
 */
export function bandCount(count: number, n: number, policy: Policy): CountRange {
  requireShowable(n, policy);
  if (!Number.isSafeInteger(count) || count < 0 || count > n) {
    throw new RangeError("a count must be a whole number from 0 to n");
  }
  const q = policy.tail;
  if (count <= q) return { lo: 0, hi: q };
  if (count >= n - q) return { lo: n - q, hi: n };
  const m = n - 2 * q - 1;
  const b = interiorBands(n, policy);
  return interiorBand(Math.min(b - 1, Math.floor(((count - q - 1) * b) / m)), b, m, q);
}

/** Every band of n respondents, in order. They cover 0..n without gap or overlap. Throws RangeError if n < k. */
export function legalBands(n: number, policy: Policy): readonly CountRange[] {
  requireShowable(n, policy);
  const q = policy.tail;
  const b = interiorBands(n, policy);
  const interior = Array.from({ length: b }, (_, j) => interiorBand(j, b, n - 2 * q - 1, q));
  return [{ lo: 0, hi: q }, ...interior, { lo: n - q, hi: n }];
}

function interiorBands(n: number, policy: Policy): number {
  return Math.max(1, Math.floor((n - 2 * policy.tail - 1) / policy.width));
}

function interiorBand(j: number, b: number, m: number, q: number): CountRange {
  return { lo: q + 1 + Math.ceil((j * m) / b), hi: q + Math.ceil(((j + 1) * m) / b) };
}

function requireShowable(n: number, policy: Policy): void {
  if (!Number.isSafeInteger(n) || n < policy.k) {
    throw new RangeError("a group of fewer than k respondents has no bands");
  }
}
