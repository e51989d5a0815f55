import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type JsonValue } from "@/lib/canonical-json";
import type { Answers } from "@/lib/disclosure/answers";
import { bandCount, legalBands } from "@/lib/disclosure/band-count";
import { parseRelease } from "@/lib/disclosure/parse-release";
import { planHash, type Plan } from "@/lib/disclosure/plan";
import type { Release } from "@/lib/disclosure/release-schema";
import { tallyBallots } from "@/lib/disclosure/tally";
import {
  arbitraryWave,
  ballotsOf,
  compiled,
  planned,
} from "@/lib/disclosure/testdata/arbitrary-school";

const compile = compiled;
const bytes = (release: Release) => canonicalJson(release as unknown as JsonValue);
const classes = (...sizes: number[]) =>
  planned(
    sizes.map((rosterSize, i) => ({
      class: `7${String(i)}`,
      school: "S1",
      grades: ["7"],
      rosterSize,
    })),
  );
const groupIn = (release: Release, id: string) => release.groups.find((group) => group.id === id);

describe("compileRelease", () => {
  it("writes the documented form", async () => {
    const plan = classes(24, 9, 30);
    const ballots = [
      ...ballotsOf("class:70", 20, 14, 3),
      ...ballotsOf("class:71", 9, 9),
      ...ballotsOf("class:72", 25, 2),
    ];
    const release = await compile(plan, ballots);
    expect(release).toMatchObject({
      format: "hearth-release/1",
      wave: "w1",
      closedOn: "2026-05-08",
      policy: { k: 10, tail: 3, width: 4 },
      planHash: planHash(plan),
      audit: { status: "passed", rung: "full", coalitions: 200, patterns: 1, lost: 0 },
    });
    // 7/1 is too small, and 7/0 is hidden so that grade − 70 − 72 does not give 7/1 away.
    expect(groupIn(release, "class:71")).toEqual({
      id: "class:71",
      level: "class",
      margin: "class",
      by: { district: "D", school: "S1", grade: "7", class: "71" },
      parent: "grade:S1/7",
      n: 9,
      participation: { lo: 5, hi: 9, seats: 9 },
      withheld: "fewer than 10 respondents",
      cells: {},
    });
    expect(groupIn(release, "class:70")).toMatchObject({
      cells: {},
      withheld: expect.stringContaining("smaller") as string,
    });
    expect(groupIn(release, "class:72")).toMatchObject({
      withheld: null,
      cells: { q1: { lo: 0, hi: 3 } },
    });
    // 72 has at most 3, so that the other 29 give the grade nearly all it has: its own band stays.
    const grade = groupIn(release, "grade:S1/7")?.cells["q1"];
    expect(grade).toMatchObject(bandCount(25, 54, plan.policy));
    // 3 of 70, 9 of 71 and 23 of 72 were unfavourable, but nobody is told more than a band of each bucket.
    expect(grade?.buckets).toEqual({
      favourable: bandCount(25, 54, plan.policy),
      // 22 to 25 favourable leave at most 32, and the band below that end is too narrow to stand alone.
      unfavourable: { lo: 26, hi: 33 },
      neutral: { lo: 0, hi: 8 },
    });
  });

  it("is accepted by parseRelease, also as text", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWave, async ({ plan, ballots }) => {
        const release = await compile(plan, ballots);
        expect(parseRelease(JSON.stringify(release))).toEqual({
          ok: true,
          release,
          policy: plan.policy,
        });
      }),
      { numRuns: 40 },
    );
  });

  it("gives the same bytes for shuffled ballots", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryWave.chain((wave) =>
          fc.tuple(
            fc.constant(wave),
            fc.shuffledSubarray([...wave.ballots], { minLength: wave.ballots.length }),
          ),
        ),
        async ([{ plan, ballots }, shuffled]) => {
          expect(bytes(await compile(plan, shuffled))).toBe(bytes(await compile(plan, ballots)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("shows and hides the same groups whatever the answers", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryWave,
        fc.integer({ min: 0, max: 6 }),
        async ({ plan, ballots }, code) => {
          const others = ballots.map(({ group }) => ({ group, values: new Map([["q1", code]]) }));
          const pattern = async (from: readonly Answers[]) =>
            (await compile(plan, from)).groups.map(({ id, n, withheld, participation, cells }) => [
              id,
              n,
              withheld,
              participation,
              Object.keys(cells),
            ]);
          expect(await pattern(others)).toEqual(await pattern(ballots));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("gives the same bytes for n, n−1, n−2 and n−3 favourable of n, and for 0 to 3", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: 120 }),
        fc.integer({ min: 1, max: 3 }),
        async (n, off) => {
          const plan = classes(n);
          const all = await compile(plan, ballotsOf("class:70", n, n));
          expect(bytes(await compile(plan, ballotsOf("class:70", n, n - off)))).toBe(bytes(all));
          const none = await compile(plan, ballotsOf("class:70", n, 0));
          expect(bytes(await compile(plan, ballotsOf("class:70", n, off)))).toBe(bytes(none));
          expect(bytes(all)).not.toBe(bytes(none));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("gives the same bytes when one answer flips and every count stays in its band", async () => {
    let flipped = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryWave, fc.nat(), async ({ plan, ballots }, seed) => {
        const at = seed % Math.max(1, ballots.length);
        const altered = ballots.map((ballot, i) => {
          if (i !== at) return ballot;
          const other = ballot.values.get("q2") === 5 ? 1 : 5;
          return { ...ballot, values: new Map([...ballot.values, ["q2", other] as const]) };
        });
        fc.pre(ballots.length > 0 && sameBands(plan, ballots, altered));
        flipped += 1;
        expect(bytes(await compile(plan, altered))).toBe(bytes(await compile(plan, ballots)));
      }),
    );
    expect(flipped).toBeGreaterThan(50);
  });

  it("changes when an answer takes a shown count into another band", async () => {
    const plan = classes(20);
    const with8 = await compile(plan, ballotsOf("class:70", 20, 8));
    const with9 = await compile(plan, ballotsOf("class:70", 20, 9));
    expect(groupIn(with8, "class:70")?.cells).toEqual({ q1: { lo: 4, hi: 8 } });
    expect(groupIn(with9, "class:70")?.cells).toEqual({ q1: { lo: 9, hi: 12 } });
    expect(with8.hash).not.toBe(with9.hash);
  });

  it("keeps a class hidden that was too small to plan for, though students joined since", async () => {
    const plan = classes(9, 40);
    const release = await compile(plan, [
      ...ballotsOf("class:70", 12, 6),
      ...ballotsOf("class:71", 40, 20),
    ]);
    expect(groupIn(release, "class:70")?.withheld).toContain(
      "fewer than 10 students on the roster",
    );
    expect(parseRelease(release).ok).toBe(true);
  });

  it("holds no raw count of answers: every cell runs from the edge of one legal band to that of another", async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryWave, async ({ plan, ballots }) => {
        for (const { n, level, cells } of (await compile(plan, ballots)).groups) {
          shown += Object.keys(cells).length;
          for (const { lo, hi, buckets } of Object.values(cells)) {
            for (const band of [{ lo, hi }, ...Object.values(buckets ?? {})]) {
              const legal = legalBands(n, plan.policy);
              expect(legal.map((each) => each.lo)).toContain(band.lo);
              expect(legal.map((each) => each.hi)).toContain(band.hi);
              expect(band.hi - band.lo + 1).toBeGreaterThanOrEqual(n === 10 ? 3 : 4);
            }
            // Above the schools favourable answers only: a school is audited without its neighbours.
            expect(buckets === undefined).toBe(n < 30 || level === "district");
          }
        }
      }),
      { numRuns: 60 },
    );
    // A compiler whose bands fail its own audit would publish nothing, and break none of these rules.
    expect(shown).toBeGreaterThan(100);
  });

  it("joins the grade's band where it would have proven a unanimous class", async () => {
    // 3 of 10, 10 of 10 and 13 of 20: drawn alone, the three bands leave 3 and 10 only.
    const plan = classes(10, 10);
    const ballots = [...ballotsOf("class:70", 10, 3), ...ballotsOf("class:71", 10, 10)];
    const release = await compile(plan, ballots);
    expect(groupIn(release, "class:70")?.cells["q1"]).toEqual({ lo: 0, hi: 3 });
    expect(groupIn(release, "class:71")?.cells["q1"]).toEqual({ lo: 7, hi: 10 });
    expect(groupIn(release, "grade:S1/7")?.cells["q1"]).toEqual({ lo: 4, hi: 16 });
  });

  it("throws if a planned group was not tallied, or respondents do not add up", async () => {
    const plan = classes(20);
    await expect(compile(plan, [], { tallies: new Map() })).rejects.toThrow("not tallied");
    const ballots = ballotsOf("class:70", 20, 8);
    await expect(
      compile(plan, ballots, { respondents: [[{ groups: ["class:70"], size: 20 }]] }),
    ).rejects.toThrow("respondents of district:D");
  });
});

/** Whether every group large enough to show has all its q2 counts in the same bands, judged apart from compile. */
function sameBands(plan: Plan, before: readonly Answers[], after: readonly Answers[]): boolean {
  const count = (ballots: readonly Answers[], id: string) => {
    const tally = tallyBallots(ballots, plan).get(id);
    return { n: tally?.n ?? 0, favourable: tally?.items.get("q2")?.favourable ?? 0 };
  };
  return plan.groups.every(({ id }) => {
    const [x, y] = [count(before, id), count(after, id)];
    if (x.n < plan.policy.k) return true;
    const same = (a: number, b: number) =>
      bandCount(a, x.n, plan.policy).lo === bandCount(b, x.n, plan.policy).lo;
    return same(x.favourable, y.favourable) && same(x.n - x.favourable, y.n - y.favourable);
  });
}
