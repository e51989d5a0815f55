import { canonicalJson, type JsonValue } from "@/lib/canonical-json";
import { compileRelease } from "@/lib/disclosure/compile";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { planHash } from "@/lib/disclosure/plan";
import { type Counted, tallyRespondents } from "@/lib/disclosure/tally";
import { type SeededSchool, seededSchool } from "@/lib/disclosure/testdata/seeded-school";

import { type Attack, type Finding, nothing } from "../attack";

const FLIPS = 12;

/** 8: an answer flips and every count stays in its band: the same bytes. Answers trade places: the same hiding. */
export const flipsAttack: Attack = {
  number: 8,
  title: "Flipping answers within their bands, swapping answers between students",
  when: "sealed",
  run: async () => {
    const school = seededSchool({ seed: 11, demographics: true });
    const before = await compile(school);
    return [await flips(school, before), await swaps(school, before)];
  },
};

type Compiled = Awaited<ReturnType<typeof compileRelease>>;

async function compile(school: SeededSchool): Promise<Compiled> {
  return compileRelease({
    plan: school.plan,
    planHash: planHash(school.plan),
    tallies: school.tallies,
    respondents: [school.respondents],
    wave: null,
    instrument: null,
    closedOn: null,
    solver: await highsSolver(),
  });
}

const withAnswers = (school: SeededSchool, counted: readonly Counted[]): SeededSchool => ({
  ...school,
  counted,
  tallies: tallyRespondents(counted, school.plan),
});

/** One student changes from favourable to neutral or back; only flips that cross no published edge count. */
async function flips(school: SeededSchool, before: Compiled): Promise<Finding> {
  const odd: string[] = [];
  let tried = 0;
  for (let at = 0; tried < FLIPS && at < school.counted.length; at += 7) {
    const counted = school.counted.map((each, index) => {
      if (index !== at) return each;
      const code = each.values.get("q1") ?? 3;
      return { ...each, values: new Map([["q1", code >= 4 ? 3 : 5]]) };
    });
    const flipped = withAnswers(school, counted);
    if (!fits(before, flipped)) continue;
    tried += 1;
    const after = await compile(flipped);
    if (
      canonicalJson(after as unknown as JsonValue) !== canonicalJson(before as unknown as JsonValue)
    ) {
      odd.push(`student ${at}`);
    }
  }
  const finding = nothing(
    `${tried} flips of one answer in a school of 510 that leave every count in its published band`,
    odd,
  );
  return { ...finding, held: finding.held && tried >= FLIPS / 2 };
}

/** Whether every count of the altered school lies in the band that was published before. */
function fits(release: Compiled, { tallies }: SeededSchool): boolean {
  return release.groups.every(({ id, cells }) => {
    const counts = tallies.get(id)?.items.get("q1");
    const cell = cells["q1"];
    if (cell === undefined || counts === undefined) return true;
    const inside = (count: number, band: { lo: number; hi: number }) =>
      count >= band.lo && count <= band.hi;
    const { buckets } = cell;
    if (buckets === undefined) return inside(counts.favourable, cell);
    return (["favourable", "neutral", "unfavourable"] as const).every((bucket) =>
      inside(counts[bucket], buckets[bucket]),
    );
  });
}

/** Every answer moves to another student: counts change everywhere, and what is hidden stays what it was. */
async function swaps(school: SeededSchool, before: Compiled): Promise<Finding> {
  const { counted } = school;
  const moved = counted.map((each, at) => ({
    ...each,
    values: counted[(at * 31 + 17) % counted.length]?.values ?? each.values,
  }));
  const after = await compile(withAnswers(school, moved));
  const pattern = (of: Compiled) =>
    JSON.stringify(
      of.groups.map(({ id, n, withheld, participation }) => [id, n, withheld, participation]),
    );
  const same = pattern(after) === pattern(before);
  return {
    tried: `all ${counted.length} answers swapped between students`,
    found: same
      ? "the same groups shown and hidden, for the same reasons"
      : "the pattern of hiding changed",
    held: same,
  };
}
