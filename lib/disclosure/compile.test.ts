import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type JsonValue } from "@/lib/canonical-json";
import type { Answers } from "@/lib/disclosure/answers";
import { bandCount } from "@/lib/disclosure/band-count";
import { compileRelease } from "@/lib/disclosure/compile";
import { parseRelease } from "@/lib/disclosure/parse-release";
import { planHash, type Plan } from "@/lib/disclosure/plan";
import type { Release } from "@/lib/disclosure/release-schema";
import { tallyBallots } from "@/lib/disclosure/tally";
import { arbitraryWave, ballotsOf, planned } from "@/lib/disclosure/testdata/arbitrary-school";

function compile(plan: Plan, ballots: Iterable<Answers>): Release {
  const tallies = tallyBallots(ballots, plan);
  return compileRelease({
    plan,
    tallies,
    wave: "w1",
    instrument: "pulse/1",
    closedOn: "2026-05-08",
  });
}
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
  it("writes the documented form", () => {
    const plan = classes(24, 9, 30);
    const ballots = [
      ...ballotsOf("class:70", 20, 14, 3),
      ...ballotsOf("class:71", 9, 9),
      ...ballotsOf("class:72", 25, 2),
    ];
    const release = compile(plan, ballots);
    expect(release).toMatchObject({
      format: "hearth-release/1",
      wave: "w1",
      closedOn: "2026-05-08",
      policy: { k: 10, tail: 3, width: 4 },
      planHash: planHash(plan),
      audit: { status: "not-run" },
    });
    // 7/1 is too small, and 7/0 is hidden so that grade − 70 − 72 does not give 7/1 away.
    expect(groupIn(release, "class:71")).toEqual({
      id: "class:71",
      level: "class",
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
    expect(groupIn(release, "grade:S1/7")?.cells["q1"]).toEqual(bandCount(25, 54, plan.policy));
    // Three bands that add up to n can fix a count: nothing but the favourable one is released.
    expect(JSON.stringify(release.groups)).not.toMatch(/neutral|unfavourable/);
  });

  it("is accepted by parseRelease, also as text", () => {
    fc.assert(
      fc.property(arbitraryWave, ({ plan, ballots }) => {
        const release = compile(plan, ballots);
        expect(parseRelease(JSON.stringify(release))).toEqual({
          ok: true,
          release,
          policy: plan.policy,
        });
      }),
    );
  });

  it("gives the same bytes for shuffled ballots", () => {
    fc.assert(
      fc.property(
        arbitraryWave.chain((wave) =>
          fc.tuple(
            fc.constant(wave),
            fc.shuffledSubarray([...wave.ballots], { minLength: wave.ballots.length }),
          ),
        ),
        ([{ plan, ballots }, shuffled]) => {
          expect(bytes(compile(plan, shuffled))).toBe(bytes(compile(plan, ballots)));
        },
      ),
    );
  });

  it("shows and hides the same groups whatever the answers", () => {
    fc.assert(
      fc.property(arbitraryWave, fc.integer({ min: 0, max: 6 }), ({ plan, ballots }, code) => {
        const others = ballots.map(({ group }) => ({ group, values: new Map([["q1", code]]) }));
        const pattern = (from: readonly Answers[]) =>
          compile(plan, from).groups.map(({ id, n, withheld, participation, cells }) => [
            id,
            n,
            withheld,
            participation,
            Object.keys(cells),
          ]);
        expect(pattern(others)).toEqual(pattern(ballots));
      }),
    );
  });

  it("gives the same bytes for n, n−1, n−2 and n−3 favourable of n, and for 0 to 3", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 120 }), fc.integer({ min: 1, max: 3 }), (n, off) => {
        const plan = classes(n);
        const all = compile(plan, ballotsOf("class:70", n, n));
        expect(bytes(compile(plan, ballotsOf("class:70", n, n - off)))).toBe(bytes(all));
        const none = compile(plan, ballotsOf("class:70", n, 0));
        expect(bytes(compile(plan, ballotsOf("class:70", n, off)))).toBe(bytes(none));
        expect(bytes(all)).not.toBe(bytes(none));
      }),
    );
  });

  it("gives the same bytes when one answer flips and every count stays in its band", () => {
    let flipped = 0;
    fc.assert(
      fc.property(arbitraryWave, fc.nat(), ({ plan, ballots }, seed) => {
        const at = seed % Math.max(1, ballots.length);
        const altered = ballots.map((ballot, i) => {
          if (i !== at) return ballot;
          const other = ballot.values.get("q2") === 5 ? 1 : 5;
          return { ...ballot, values: new Map([...ballot.values, ["q2", other] as const]) };
        });
        fc.pre(ballots.length > 0 && sameBands(plan, ballots, altered));
        flipped += 1;
        expect(bytes(compile(plan, altered))).toBe(bytes(compile(plan, ballots)));
      }),
    );
    expect(flipped).toBeGreaterThan(50);
  });

  it("changes when an answer takes a shown count into another band", () => {
    const plan = classes(20);
    const with8 = compile(plan, ballotsOf("class:70", 20, 8));
    const with9 = compile(plan, ballotsOf("class:70", 20, 9));
    expect(groupIn(with8, "class:70")?.cells).toEqual({ q1: { lo: 4, hi: 8 } });
    expect(groupIn(with9, "class:70")?.cells).toEqual({ q1: { lo: 9, hi: 12 } });
    expect(with8.hash).not.toBe(with9.hash);
  });

  it("keeps a class hidden that was too small to plan for, though students joined since", () => {
    const plan = classes(9, 40);
    const release = compile(plan, [
      ...ballotsOf("class:70", 12, 6),
      ...ballotsOf("class:71", 40, 20),
    ]);
    expect(groupIn(release, "class:70")?.withheld).toContain(
      "fewer than 10 students on the roster",
    );
    expect(parseRelease(release).ok).toBe(true);
  });

  it("holds no raw count of answers: every number in a cell is an edge of a legal band", () => {
    fc.assert(
      fc.property(arbitraryWave, ({ plan, ballots }) => {
        for (const { n, cells } of compile(plan, ballots).groups) {
          for (const { lo, hi } of Object.values(cells)) {
            expect(bandCount(lo, n, plan.policy)).toEqual({ lo, hi });
            expect(hi - lo + 1).toBeGreaterThanOrEqual(n === 10 ? 3 : 4);
          }
        }
      }),
    );
  });

  it("throws if a planned group was not tallied", () => {
    const plan = classes(20);
    const input = { plan, wave: null, instrument: null, closedOn: null };
    expect(() => compileRelease({ ...input, tallies: new Map() })).toThrow("not tallied");
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
