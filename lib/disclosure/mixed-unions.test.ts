import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/disclosure/joint/seeded-random";
import { placeRespondents } from "@/lib/disclosure/place-respondent";
import { planGroups } from "@/lib/disclosure/plan-groups";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { tallyRespondents } from "@/lib/disclosure/tally";
import { question } from "@/lib/disclosure/testdata/arbitrary-school";
import { decideVisibility } from "@/lib/disclosure/visibility";
import { sha256Hex } from "@/lib/sha256";

type Student = readonly [leaf: number, gender: string, origin: string];

/** A school in which classes are nearly of one gender and one origin: the hardest for what crosses classes. */
function segregated(seed: number): Student[] {
  const random = seededRandom(sha256Hex(`segregated ${seed}`));
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] ?? of[0]!;
  const classes = 2 + Math.floor(random() * 4);
  return Array.from({ length: classes }, (_, leaf) => {
    const [gender, origin] = [one(["F", "M"]), one(["a", "b"])];
    return Array.from({ length: one([8, 9, 10, 11, 12, 13, 20, 21, 22]) }, (): Student => [
      leaf,
      random() < one([0.9, 0.97, 0.5]) ? gender : one(["F", "M", "X"]),
      random() < one([0.95, 0.6]) ? origin : one(["a", "b", "c"]),
    ]);
  }).flat();
}

/** The shown groups of such a school, each with the positions of its students. */
function shownIn(students: readonly Student[], lowerDemographics: boolean) {
  const leaves = [...new Set(students.map(([leaf]) => leaf))];
  const outcome = planGroups({
    levels: ["school", "grade", "class"],
    leaves: leaves.map((leaf) => ({
      path: [
        { id: "school:S", value: "S" },
        { id: `grade:S/${leaf % 2}`, value: String(leaf % 2) },
        { id: `class:${leaf}`, value: String(leaf) },
      ],
      students: students
        .filter(([own]) => own === leaf)
        .map(([, ...categories]) => ({ categories, size: 1 })),
    })),
    dimensions: ["gender", "origin"],
    lowerDemographics,
    items: [question("q1")],
    policy: FLOOR_POLICY,
  });
  if (!outcome.ok) throw new Error(outcome.message);
  const { plan } = outcome;
  const place = placeRespondents(plan, ["gender", "origin"]);
  const parents = new Map(plan.groups.map(({ id, parent }) => [id, parent]));
  const respondents = students.map(([leaf, ...categories]) => ({
    groups: [...new Set(place(`class:${leaf}`, categories))],
    size: 1,
  }));
  const counted = respondents.map(({ groups }) => ({ groups, values: new Map<string, number>() }));
  const hidden = decideVisibility(plan, tallyRespondents(counted, plan), respondents, "full");
  expect(parents.size).toBe(plan.groups.length);
  return plan.groups
    .filter(({ id }) => !hidden.has(id))
    .map(({ id }) => ({
      id,
      mask: respondents.reduce(
        (mask, { groups }, at) => (groups.includes(id) ? mask | (1n << BigInt(at)) : mask),
        0n,
      ),
    }));
}

/** Every union of up to three groups that have nobody in common. */
function unionsOf(shown: readonly { id: string; mask: bigint }[]): Map<bigint, string> {
  const unions = new Map<bigint, string>();
  const grow = (from: number, mask: bigint, names: string[]) => {
    if (names.length > 0 && !unions.has(mask)) unions.set(mask, names.join(" + "));
    if (names.length === 3) return;
    for (let at = from; at < shown.length; at += 1) {
      const next = shown[at]!;
      if ((next.mask & mask) === 0n) grow(at + 1, mask | next.mask, [...names, next.id]);
    }
  };
  grow(0, 0n, []);
  return unions;
}

const countOf = (mask: bigint): number => {
  let count = 0;
  for (let left = mask; left > 0n; left &= left - 1n) count += 1;
  return count;
};

/** Differences of two such unions, one inside the other, of one to nine students. */
function smallDifferences(students: readonly Student[], lowerDemographics: boolean): string[] {
  const unions = [...unionsOf(shownIn(students, lowerDemographics))];
  const found: string[] = [];
  for (const [larger, names] of unions) {
    for (const [smaller, taken] of unions) {
      if (smaller === larger || (smaller & larger) !== smaller) continue;
      const size = countOf(larger & ~smaller);
      if (size < FLOOR_POLICY.remainder) found.push(`${names} minus ${taken}: ${size}`);
    }
  }
  return found;
}

describe("groups of different kinds put together", () => {
  it("leave nobody, or enough, in pairs and triples on either side", () => {
    const seeds = Number(process.env["MIXED_SEEDS"] ?? 400);
    const leaks: string[] = [];
    let shown = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      for (const lower of [false, true]) {
        const students = segregated(seed);
        shown += shownIn(students, lower).length;
        leaks.push(...smallDifferences(students, lower).map((leak) => `${seed} ${lower}: ${leak}`));
      }
    }
    expect(leaks).toEqual([]);
    expect(shown).toBeGreaterThan(10 * seeds);
  });
});
