import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballotsOf, compiled, planned } from "@/lib/disclosure/testdata/arbitrary-school";
import { policyBands } from "@/lib/verification/policy-bands";
import type { ReleaseFile } from "@/lib/verification/release-file";
import { leaksByEnumeration } from "@/lib/verification/testdata/brute-force";
import {
  asFile,
  forged,
  leaksPieceByPiece,
  verdictOn,
} from "@/lib/verification/testdata/forge-release";

type Class = { grade: string; n: number; favourable: number; neutral: number };

/**
 * Some classes of up to two grades; those of fewer than ten are hidden, and others with them. Counts lie often
 * at the ends of the scale, where bands say most together.
 */
function trees(most: number, size: fc.Arbitrary<number>): fc.Arbitrary<readonly Class[]> {
  const classes = size.chain((n) =>
    fc.record({
      grade: fc.constantFrom("6", "7"),
      n: fc.constant(n),
      favourable: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(0, 3, n - 3, n) },
        { weight: 1, arbitrary: fc.nat(n) },
      ),
      rest: fc.constantFrom(0, 0.5, 1),
    }),
  );
  const withNeutral = classes.map(({ rest, ...row }) => ({
    ...row,
    neutral: Math.round(rest * (row.n - row.favourable)),
  }));
  return fc.array(withNeutral, { minLength: 2, maxLength: most });
}

async function releaseOf(classes: readonly Class[]): Promise<ReleaseFile> {
  const plan = planned(
    classes.map(({ grade, n }, at) => ({
      class: `c${at}`,
      school: "S1",
      grades: [grade],
      rosterSize: n,
    })),
  );
  const ballots = classes.flatMap(({ n, favourable, neutral }, at) =>
    ballotsOf(`class:c${at}`, n, favourable, neutral),
  );
  return asFile(await compiled(plan, ballots));
}

type Drawing = { readonly buckets: boolean; readonly joined: number };

/** The same release with bands drawn around the true counts without a thought for other groups. */
function redrawn(
  release: ReleaseFile,
  classes: readonly Class[],
  { buckets, joined }: Drawing,
): ReleaseFile {
  return forged(release, ({ groups, policy }) => {
    const sums = countsIn(release, classes);
    for (const { id, n, level, withheld, cells } of groups) {
      if (withheld !== null) continue;
      const { favourable, neutral } = sums.get(id)!;
      const bands = policyBands(n, policy);
      const bandOf = (count: number) => {
        const at = bands.findIndex(({ lo, hi }) => lo <= count && count <= hi);
        const more = level === "class" ? 0 : joined;
        const to = Math.min(bands.length - 1, at + more);
        return { lo: bands[Math.max(0, at - more)]!.lo, hi: bands[to]!.hi };
      };
      const band = bandOf(favourable);
      const unfavourable = bandOf(n - favourable - neutral);
      const three = { unfavourable, neutral: bandOf(neutral), favourable: band };
      cells["q1"] = { ...band, ...(buckets && n >= 30 ? { buckets: three } : {}) };
    }
  });
}

function countsIn({ groups }: ReleaseFile, classes: readonly Class[]) {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const sums = new Map<string, { favourable: number; neutral: number }>();
  classes.forEach(({ favourable, neutral }, index) => {
    for (let at: string | null = `class:c${index}`; at !== null; at = parents.get(at) ?? null) {
      const sum = sums.get(at) ?? { favourable: 0, neutral: 0 };
      sums.set(at, { favourable: sum.favourable + favourable, neutral: sum.neutral + neutral });
    }
  });
  return sums;
}

describe("the joint attack, against everything that can have happened", () => {
  const seen = { sound: 0, leaking: 0 };

  it.each([
    { name: "favourable or not", buckets: false, most: 4, size: fc.integer({ min: 8, max: 14 }) },
    { name: "three answers", buckets: true, most: 3, size: fc.integer({ min: 10, max: 13 }) },
  ])(
    "finds a leak exactly where there is one, and none in what was compiled: $name",
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(trees(kind.most, kind.size), async (classes) => {
          const release = await releaseOf(classes);
          // Four classes with three answers each are too many to go through one by one.
          if (kind.buckets || release.groups.every(({ n }) => n < 30))
            expect(leaksByEnumeration(release, "q1")).toBe(false);
          expect(verdictOn(release)).toMatchObject({ ok: true });
          for (const joined of [0, 1]) {
            const drawn = redrawn(release, classes, { buckets: kind.buckets, joined });
            const leaks = leaksByEnumeration(drawn, "q1");
            expect(verdictOn(drawn).failure?.check ?? null).toBe(leaks ? "joint-attack" : null);
            // Groups above touch those below through totals only: of one answer, that loses nothing.
            if (!kind.buckets) expect(leaksPieceByPiece(drawn)).toBe(leaks);
            seen[leaks ? "leaking" : "sound"] += 1;
          }
        }),
        { numRuns: kind.buckets ? 30 : 70, seed: 20260508 },
      );
    },
    60_000,
  );

  it("had both to tell apart", () => {
    expect(seen.sound).toBeGreaterThan(10);
    expect(seen.leaking).toBeGreaterThan(10);
  });
});
