import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandCount } from "@/lib/disclosure/band-count";
import { auditQuestion, compilesAlike } from "@/lib/disclosure/joint/audit-question";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { joinBands, type PublishedBand } from "@/lib/disclosure/joint/join-bands";
import type { BucketCounts, Unit } from "@/lib/disclosure/joint/unit";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";

const solver = await highsSolver();
const SEED = "0123456789abcdef";

/** A grade of classes with so many students; the grade's group comes last. */
function grade(...sizes: number[]): Unit {
  return {
    id: "grade:7",
    atoms: sizes,
    groups: [
      ...sizes.map((n, atom) => ({
        id: `class:7${atom}`,
        n,
        atoms: [atom],
        parent: sizes.length,
        margin: "class",
      })),
      {
        id: "grade:7",
        n: sizes.reduce((sum, n) => sum + n, 0),
        atoms: [...sizes.keys()],
        parent: null,
        margin: "class",
      },
    ],
  };
}

/** Every count in the policy's own band, as if each group stood alone. */
function bandedAlone(unit: Unit, favourable: readonly number[]): PublishedBand[] {
  return unit.groups.map(({ n, atoms }, group) => {
    const count = atoms.reduce((sum, atom) => sum + (favourable[atom] ?? 0), 0);
    const band = bandCount(count, n, FLOOR_POLICY);
    return { group, bucket: "favourable", band, division: [band] };
  });
}

const audit = (unit: Unit, bands: readonly PublishedBand[]) =>
  auditQuestion(unit, bands, FLOOR_POLICY, solver, SEED);

function joined(unit: Unit, favourable: readonly number[]) {
  const counts = unit.groups.map(({ n, atoms }): BucketCounts => {
    const sum = atoms.reduce((total, atom) => total + (favourable[atom] ?? 0), 0);
    return { favourable: sum, unfavourable: 0, neutral: n - sum };
  });
  return joinBands(unit, counts, FLOOR_POLICY, solver).bands;
}

describe("auditQuestion", () => {
  it("finds the unanimous class that three harmless bands prove", () => {
    // 0–3, 7–10 and 13–16 leave 3 and 10: everybody in 7/1 was favourable.
    expect(audit(grade(10, 10), bandedAlone(grade(10, 10), [3, 10]))).toEqual({
      ok: false,
      target: expect.stringMatching(/everybody favourable in class:71/u) as unknown,
    });
  });

  it("finds a count that is fixed though nobody's answer is", () => {
    const unit = grade(20, 22);
    // 13–16 and 4–8 with 13–17 of 42 leave 13 and 4 exactly.
    const found = audit(unit, bandedAlone(unit, [13, 4]));
    expect(found).toMatchObject({
      ok: false,
      target: expect.stringContaining("too narrow") as unknown,
    });
  });

  it("finds what two who pool their answers could prove", () => {
    const unit = grade(24, 24);
    // 0–3 in one class, and the grade's band allows one of these at most … for two favourable ones, two.
    const bands = bandedAlone(unit, [0, 12]).map((band) =>
      band.group === 0 ? { ...band, band: { lo: 0, hi: 2 } } : band,
    );
    expect(audit(unit, bands)).toMatchObject({ ok: false });
  });

  it("passes every grade that is published by joined bands, and its witnesses compile alike", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 10, max: 34 }), { minLength: 1, maxLength: 5 })
          .chain((sizes) =>
            fc.tuple(
              fc.constant(sizes),
              fc.tuple(...sizes.map((n) => fc.oneof(fc.nat({ max: n }), fc.constantFrom(0, n)))),
            ),
          ),
        ([sizes, favourable]) => {
          const unit = grade(...sizes);
          const bands = joined(unit, favourable);
          const found = audit(unit, bands);
          expect(found.ok).toBe(true);
          if (!found.ok) return;
          expect(found.witnesses.length).toBeGreaterThan(0);
          for (const witness of found.witnesses)
            expect(compilesAlike(unit, bands, witness)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives the same result each time", () => {
    const unit = grade(12, 15, 30);
    const bands = joined(unit, [3, 9, 28]);
    expect(audit(unit, bands)).toEqual(audit(unit, bands));
  });
});
