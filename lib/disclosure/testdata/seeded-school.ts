import { seededRandom } from "@/lib/disclosure/joint/seeded-random";
import { placeRespondents } from "@/lib/disclosure/place-respondent";
import type { Plan, Stratum } from "@/lib/disclosure/plan";
import { planGroups } from "@/lib/disclosure/plan-groups";
import type { PlanLeaf } from "@/lib/disclosure/plan-input";
import { FLOOR_POLICY, type Policy } from "@/lib/disclosure/policy";
import { type Counted, type Tallies, tallyRespondents } from "@/lib/disclosure/tally";
import { question } from "@/lib/disclosure/testdata/arbitrary-school";
import { sha256Hex } from "@/lib/sha256";

export type SeededSchool = {
  readonly plan: Plan;
  readonly tallies: Tallies;
  readonly respondents: readonly Stratum[];
  readonly counted: readonly Counted[];
};

/** Shares of invented genders and languages; the small ones must be merged in small schools. */
const DIMENSIONS: Readonly<Record<string, readonly number[]>> = {
  gender: [0.49, 0.49, 0.02],
  language: [0.4, 0.25, 0.15, 0.1, 0.06, 0.04],
};

export type SeededOptions = {
  readonly seed: number;
  readonly students?: number;
  readonly classes?: number;
  readonly grades?: number;
  readonly schools?: number;
  readonly items?: number;
  readonly demographics?: boolean;
  readonly lowerDemographics?: boolean;
  /** Share of students who answer. */
  readonly response?: number;
  /** "mild": shares of 35 to 85%. "wild": classes that are nearly of one mind, the hardest to publish. */
  readonly answers?: "mild" | "wild";
  readonly policy?: Policy;
};

/** Schools of invented students, the same for the same seed. The defaults are those of the reference's figures. */
export function seededSchool(options: SeededOptions): SeededSchool {
  const { seed, students = 510, classes = 24, grades = 6, schools = 1, items = 1 } = options;
  const random = seededRandom(sha256Hex(`school ${seed}`));
  const dimensions = options.demographics === true ? Object.keys(DIMENSIONS) : [];
  const everyone = Array.from({ length: schools * students }, (_, index) => {
    const school = Math.floor(index / students);
    const own = index % classes;
    return {
      leaf: `class:${school}-${own}`,
      path: pathOf(school, own, own % grades),
      categories: dimensions.map((name) => draw(DIMENSIONS[name] ?? [], random)),
    };
  });
  const outcome = planGroups({
    levels: [...(schools > 1 ? ["district"] : []), "school", "grade", "class"],
    leaves: leavesOf(everyone, schools > 1),
    dimensions,
    lowerDemographics: options.lowerDemographics === true,
    items: Array.from({ length: items }, (_, index) => question(`q${index + 1}`)),
    policy: options.policy ?? FLOOR_POLICY,
  });
  if (!outcome.ok) throw new Error(outcome.message);
  const { plan } = outcome;
  const place = placeRespondents(plan, dimensions);
  const leaning = new Map<string, number>();
  const counted = everyone.flatMap(({ leaf, categories }): Counted[] => {
    if (random() >= (options.response ?? 0.9)) return [];
    const share = leaning.get(leaf) ?? leaningOf(options.answers ?? "mild", random);
    leaning.set(leaf, share);
    const values = plan.items.map(({ id }) => [id, answer(share, random)] as const);
    return [{ groups: place(leaf, categories), values: new Map(values) }];
  });
  return {
    plan,
    counted,
    tallies: tallyRespondents(counted, plan),
    respondents: counted.map(({ groups }) => ({ groups, size: 1 })),
  };
}

function pathOf(school: number, own: number, grade: number): PlanLeaf["path"] {
  return [
    { id: "district:D", value: "D" },
    { id: `school:S${school}`, value: `S${school}` },
    { id: `grade:S${school}/${grade}`, value: String(grade) },
    { id: `class:${school}-${own}`, value: `${school}-${own}` },
  ];
}

function leavesOf(
  everyone: readonly { leaf: string; path: PlanLeaf["path"]; categories: string[] }[],
  withDistrict: boolean,
): PlanLeaf[] {
  const leaves = new Map<string, { path: PlanLeaf["path"]; students: { categories: string[]; size: number }[] }>();
  for (const { leaf, path, categories } of everyone) {
    const found = leaves.get(leaf) ?? { path: withDistrict ? path : path.slice(1), students: [] };
    found.students.push({ categories, size: 1 });
    leaves.set(leaf, found);
  }
  return [...leaves.values()];
}

function leaningOf(answers: "mild" | "wild", random: () => number): number {
  if (answers === "mild") return 0.35 + 0.5 * random();
  return [0, 0.03, 0.5, 0.97, 1][Math.floor(random() * 5)] ?? 0.5;
}

function answer(share: number, random: () => number): number {
  if (random() < share) return 4 + Math.floor(2 * random());
  return random() < 0.4 ? 3 : 1 + Math.floor(2 * random());
}

function draw(shares: readonly number[], random: () => number): string {
  let left = random();
  const found = shares.findIndex((share) => (left -= share) < 0);
  return String.fromCharCode(65 + (found === -1 ? shares.length - 1 : found));
}
