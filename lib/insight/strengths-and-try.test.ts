import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandsOf, tooFew } from "@/lib/insight/testdata/bands";
import { type ComparedFigure, strengthsAndTry } from "@/lib/insight/strengths-and-try";
import type { Construct } from "@/lib/instruments/instrument";

const ORDER = [
  "acceptance",
  "teacher-care",
  "peer-contact",
  "stability-care",
  "inclusion-fairness",
  "voice-tasks",
  "repair",
] as const satisfies readonly Construct[];

/** A class's figures through the real policy, one question a construct. */
function figuresOf(counts: readonly number[], n: number): ComparedFigure[] {
  return bandsOf(counts, n).map(({ shareLo: lo, shareHi: hi }, at) => ({
    construct: ORDER[at % ORDER.length]!,
    range: { lo, hi },
  }));
}

const group = fc.integer({ min: 10, max: 32 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    counts: fc.array(fc.integer({ min: 0, max: n }), { minLength: 3, maxLength: ORDER.length }),
  }),
);

/** Whether the whole range of one lies above that of the other. */
function isAbove(figures: readonly ComparedFigure[], a: Construct, b: Construct): boolean {
  const of = (construct: Construct) => {
    const range = figures.find((figure) => figure.construct === construct)!.range;
    if ("kind" in range) throw new Error("withheld");
    return range;
  };
  return of(a).lo > of(b).hi;
}

describe("two strengths and one thing to try", () => {
  it("names no strength that is certainly below something that is not named", () => {
    fc.assert(
      fc.property(group, ({ n, counts }) => {
        const figures = figuresOf(counts, n);
        const found = strengthsAndTry(figures);
        if (!found.ok) return;
        const named = found.strengths.map(({ construct }) => construct);
        expect(named.length).toBeGreaterThanOrEqual(1);
        expect(named.length).toBeLessThanOrEqual(2);
        for (const strength of named) {
          const others = figures.filter(({ construct }) => !named.includes(construct));
          expect(others.some(({ construct }) => isAbove(figures, construct, strength))).toBe(false);
          expect(figures.some(({ construct }) => isAbove(figures, strength, construct))).toBe(true);
        }
      }),
    );
  });

  it("names one thing to try that nothing is certainly below, and no strength", () => {
    fc.assert(
      fc.property(group, ({ n, counts }) => {
        const figures = figuresOf(counts, n);
        const found = strengthsAndTry(figures);
        if (!found.ok) return;
        const { construct } = found.toTry;
        expect(found.strengths.map((strength) => strength.construct)).not.toContain(construct);
        expect(figures.some((other) => isAbove(figures, construct, other.construct))).toBe(false);
        expect(found.toTry.beyond.length).toBeGreaterThan(0);
        for (const higher of found.toTry.beyond) {
          expect(isAbove(figures, higher, construct)).toBe(true);
        }
      }),
    );
  });

  it("says that nothing can be told apart exactly when every two bands overlap", () => {
    fc.assert(
      fc.property(group, ({ n, counts }) => {
        const figures = figuresOf(counts, n);
        const apart = figures.some(({ construct: a }) =>
          figures.some(({ construct: b }) => isAbove(figures, a, b)),
        );
        expect(strengthsAndTry(figures)).toMatchObject(
          apart ? { ok: true } : { ok: false, code: "all-alike" },
        );
      }),
    );
  });

  it("is a function of the bands: counts in the same bands name the same", () => {
    expect(strengthsAndTry(figuresOf([4, 13, 20], 20))).toEqual(
      strengthsAndTry(figuresOf([8, 16, 17], 20)),
    );
  });

  it("names nothing in a class of one mind", () => {
    expect(strengthsAndTry(figuresOf([24, 24, 24, 24, 24, 24], 24))).toEqual({
      ok: false,
      code: "all-alike",
    });
  });

  it("names nothing where anything is withheld", () => {
    const [first, ...others] = figuresOf([2, 20, 20, 20], 24);
    expect(strengthsAndTry([{ ...first!, range: tooFew }, ...others])).toEqual({
      ok: false,
      code: "withheld",
    });
  });

  it("names nothing of two questions, and leaves motives and barriers out", () => {
    expect(strengthsAndTry(figuresOf([2, 20], 24))).toEqual({ ok: false, code: "too-few" });
    const beside = (["barriers", "need-to-belong", "network"] as const).map((construct) => ({
      construct,
      range: { lo: 0, hi: 0.1 },
    }));
    expect(strengthsAndTry([...figuresOf([20, 20], 24), ...beside])).toEqual({
      ok: false,
      code: "too-few",
    });
  });

  it("takes the top of the others as the second strength, and says what else could be as low", () => {
    const found = strengthsAndTry(figuresOf([24, 18, 5, 5, 12], 24));
    expect(found).toMatchObject({
      ok: true,
      strengths: [{ construct: "acceptance" }, { construct: "teacher-care" }],
      toTry: { construct: "peer-contact" },
      asLow: ["stability-care"],
      clear: false,
    });
  });
});
