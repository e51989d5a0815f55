import { describe, expect, it } from "vitest";
import { placeRespondents } from "@/lib/disclosure/place-respondent";
import { NESTED, type Plan } from "@/lib/disclosure/plan";
import { planGroups } from "@/lib/disclosure/plan-groups";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { chainUp } from "@/lib/disclosure/chain-up";
import { tallyRespondents } from "@/lib/disclosure/tally";
import { question } from "@/lib/disclosure/testdata/arbitrary-school";
import { type SeededSchool, seededSchool } from "@/lib/disclosure/testdata/seeded-school";
import { decideVisibility } from "@/lib/disclosure/visibility";

const hiddenCrossings = ({ plan, tallies, respondents }: SeededSchool) =>
  [...decideVisibility(plan, tallies, respondents, "full")]
    .filter(([, { code }]) => code === "crosses-closely")
    .map(([id]) => id);

/** One school of a district as if there were no other. */
function alone(district: SeededSchool, unit: string): SeededSchool {
  const parents = new Map(district.plan.groups.map(({ id, parent }) => [id, parent]));
  const groups = district.plan.groups
    .filter(({ id }) => chainUp(id, parents).includes(unit))
    .map((group) => (group.id === unit ? { ...group, parent: null } : group));
  const ids = new Set(groups.map(({ id }) => id));
  const plan: Plan = { ...district.plan, groups };
  const respondents = district.respondents
    .filter((stratum) => stratum.groups.includes(unit))
    .map((stratum) => ({ ...stratum, groups: stratum.groups.filter((id) => ids.has(id)) }));
  return { ...district, plan, respondents };
}

describe("demographics that nearly coincide with other groups", () => {
  it("are hidden in each school of a district as if it were the only one", () => {
    let hidden = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const district = seededSchool({
        seed,
        schools: 4,
        students: 60 + 10 * seed,
        classes: 5,
        grades: 3,
        demographics: true,
        lowerDemographics: seed % 2 === 0,
      });
      const units = district.plan.groups.filter(
        ({ level, margin }) => margin === NESTED && level === district.plan.unit,
      );
      const apart = units.flatMap(({ id }) => hiddenCrossings(alone(district, id)));
      expect(hiddenCrossings(district).sort()).toEqual(apart.sort());
      hidden += apart.length;
    }
    expect(hidden).toBeGreaterThan(20);
  });

  it("leave nobody, or enough, of the categories that a school hides", () => {
    let hidden = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      const school = seededSchool({
        seed,
        students: 300 + 10 * seed,
        classes: 20,
        grades: 5,
        demographics: true,
        lowerDemographics: true,
        response: 1,
      });
      const { plan, respondents } = school;
      const away = decideVisibility(plan, school.tallies, respondents, "full");
      for (const margin of ["gender", "language"]) {
        const own = plan.groups.filter((group) => group.margin === margin);
        const ids = (level: string) =>
          own.filter((each) => each.level === level && !away.has(each.id)).map(({ id }) => id);
        const [coarse, fine] = [ids(`school/${margin}`), ids(`grade/${margin}`)];
        const rest = respondents.filter(({ groups }) => !groups.some((id) => coarse.includes(id)));
        // A grade's group counts as far as all of it is hidden above.
        const inside = fine.filter((id) =>
          respondents.every((stratum) => !stratum.groups.includes(id) || rest.includes(stratum)),
        );
        const left = rest.filter(({ groups }) => !groups.some((id) => inside.includes(id)));
        const size = left.reduce((sum, stratum) => sum + stratum.size, 0);
        expect(size === 0 || size >= plan.policy.remainder, `seed ${seed}, ${margin}`).toBe(true);
        if (coarse.length > 0 && rest.length > 0 && inside.length > 0) hidden += 1;
      }
    }
    expect(hidden).toBeGreaterThan(2);
  });

  it("hide a second language with one that is nearly a class: a hidden one alone is worked out", () => {
    const counts: [leaf: string, language: string, size: number][] = [
      ["7A", "so", 10],
      ["7A", "en", 2],
      ...["7B", "7C", "7D"].flatMap((leaf): [string, string, number][] => [
        [leaf, "en", 14],
        [leaf, "es", 11],
      ]),
    ];
    const outcome = planGroups({
      levels: ["school", "class"],
      leaves: ["7A", "7B", "7C", "7D"].map((leaf) => ({
        path: [
          { id: "school:S", value: "S" },
          { id: `class:${leaf}`, value: leaf },
        ],
        students: counts
          .filter(([own]) => own === leaf)
          .map(([, language, size]) => ({ categories: [language], size })),
      })),
      dimensions: ["language"],
      lowerDemographics: false,
      items: [question("q1")],
      policy: FLOOR_POLICY,
    });
    if (!outcome.ok) throw new Error(outcome.message);
    const { plan } = outcome;
    const place = placeRespondents(plan, ["language"]);
    const respondents = counts.map(([leaf, language, size]) => ({
      groups: place(`class:${leaf}`, [language]),
      size,
    }));
    const counted = respondents.flatMap(({ groups, size }) =>
      Array.from({ length: size }, () => ({ groups, values: new Map<string, number>() })),
    );
    const hidden = decideVisibility(plan, tallyRespondents(counted, plan), respondents, "full");
    expect([...hidden.keys()].sort()).toEqual(["school:S&language=es", "school:S&language=so"]);
  });
});
