import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClassBand, lowClasses } from "@/lib/psychometrics/low-classes";

interface Reference {
  readonly score: { readonly MSW: number };
  readonly EB_anova: {
    readonly n: number[];
    readonly mean: number[];
    readonly post_mean: number[];
    readonly post_sd: number[];
    readonly P_low10: number[];
  };
}
const reference = JSON.parse(
  readFileSync(new URL("./testdata/reference_synth_belonging.json", import.meta.url), "utf8"),
) as Reference;

const counts = (...favourable: readonly number[]): ClassBand[] =>
  favourable.map((count) => ({ n: 20, lo: count, hi: count + 2 }));

describe("lowClasses", () => {
  it("gives the reference survey's figures for bands without width", () => {
    const { n, mean, post_mean, post_sd, P_low10 } = reference.EB_anova;
    const bands = n.map((size, at) => ({ n: size, lo: mean[at]!, hi: mean[at]! }));
    const sigma = Math.sqrt(reference.score.MSW);
    const found = lowClasses(bands, { kind: "score", sigma }, false);
    if (!found.ok) throw new Error(found.code);
    found.classes.forEach((one, at) => {
      expect(Math.abs(one.mean - post_mean[at]!)).toBeLessThan(1e-6);
      expect(Math.abs(one.sd - post_sd[at]!)).toBeLessThan(1e-6);
      expect(Math.abs(one.pLow - P_low10[at]!)).toBeLessThan(1e-6);
    });
    const watched = found.classes.flatMap(({ tier }, at) => (tier === "watch" ? [at] : []));
    // P_low .80, .60 and .70, of which all three would bring the share named wrongly to .30.
    expect(watched).toEqual([0]);
  });

  it("acts only on bands that pool a term", () => {
    const bands = counts(...Array.from({ length: 29 }, (_, i) => 13 + (i % 5)), 1);
    const tierOf = (pooled: boolean) => {
      const found = lowClasses(bands, { kind: "count" }, pooled);
      return found.ok ? found.classes.at(-1)!.tier : found.code;
    };
    expect(tierOf(false)).toBe("watch");
    expect(tierOf(true)).toBe("act");
  });

  it("tells no classes apart with fewer than 20, or without differences", () => {
    expect(lowClasses(counts(1, 18, 9), { kind: "count" }, false)).toEqual({
      ok: false,
      code: "too-few-classes",
    });
    const alike = counts(...Array.from({ length: 25 }, () => 12));
    expect(lowClasses(alike, { kind: "count" }, false)).toEqual({
      ok: false,
      code: "no-differences",
    });
    const perfect = Array.from({ length: 25 }, () => ({ n: 20, lo: 1, hi: 1 }));
    expect(lowClasses(perfect, { kind: "share" }, false)).toEqual({
      ok: false,
      code: "no-differences",
    });
  });

  it("knows less of a class the wider its band is", () => {
    const one = (width: number) => {
      const bands = Array.from({ length: 24 }, (_, i) => ({
        n: 20,
        lo: 0.3 + i / 50,
        hi: 0.3 + i / 50,
      }));
      bands[0] = { n: 20, lo: 0.3 - width / 2, hi: 0.3 + width / 2 };
      const found = lowClasses(bands, { kind: "share" }, false);
      if (!found.ok) throw new Error(found.code);
      return found.classes[0]!.sd;
    };
    expect(one(0.4)).toBeGreaterThan(one(0.1));
    expect(one(0.1)).toBeGreaterThan(one(0));
  });

  it("never gives a number that is none", () => {
    const band = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.nat(5))
      .map(([n, lo, more]) => {
        const least = Math.min(lo, n);
        return { n, lo: least, hi: Math.min(n, least + more) };
      });
    fc.assert(
      fc.property(fc.array(band, { minLength: 20, maxLength: 30 }), (bands) => {
        const found = lowClasses(bands, { kind: "count" }, true);
        if (!found.ok) return;
        for (const { mean, sd, pLow } of found.classes) {
          expect(Number.isFinite(mean)).toBe(true);
          expect(sd).toBeGreaterThan(0);
          expect(pLow >= 0 && pLow <= 1).toBe(true);
        }
      }),
    );
  });
});
