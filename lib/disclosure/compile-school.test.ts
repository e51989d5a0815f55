import { describe, expect, it } from "vitest";
import { canonicalJson, type JsonValue } from "@/lib/canonical-json";
import { compileRelease } from "@/lib/disclosure/compile";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { parseRelease } from "@/lib/disclosure/parse-release";
import type { Release } from "@/lib/disclosure/release-schema";
import { responsePatterns } from "@/lib/disclosure/response-patterns";
import { planHash } from "@/lib/disclosure/plan";
import { type SeededSchool, seededSchool } from "@/lib/disclosure/testdata/seeded-school";

const solver = await highsSolver();

function compile(school: SeededSchool): Promise<Release> {
  return compileRelease({
    plan: school.plan,
    planHash: planHash(school.plan),
    tallies: school.tallies,
    respondents: [school.respondents],
    wave: null,
    instrument: null,
    closedOn: null,
    solver,
  });
}
const shown = (release: Release) => release.groups.filter(({ withheld }) => withheld === null);

describe("a school of 500 students in 24 classes", () => {
  it.each([1, 2, 3])(
    "passes its audit at the top rung and loses no group, seed %i",
    async (seed) => {
      for (const demographics of [false, true]) {
        const release = await compile(seededSchool({ seed, demographics }));
        expect(release.audit).toMatchObject({ status: "passed", rung: "full", lost: 0 });
        expect(parseRelease(JSON.stringify(release))).toMatchObject({ ok: true });
        const levels = new Set(shown(release).map(({ level }) => level));
        expect(levels.has("school/gender")).toBe(demographics);
      }
    },
  );

  it("merges what is too small, and says what it merged", async () => {
    const release = await compile(
      seededSchool({ seed: 4, demographics: true, students: 240, classes: 10, grades: 5 }),
    );
    const genders = release.groups.filter(({ margin }) => margin === "gender");
    expect(genders.map(({ by }) => by["gender"])).toContain("all other");
    expect(genders.find(({ merged }) => merged !== undefined)?.merged).toContain("C");
    for (const { n } of genders) expect(n).toBeGreaterThanOrEqual(10);
  });

  it("is published the same whatever the order of rows", async () => {
    const school = seededSchool({ seed: 5, demographics: true });
    const turned = { ...school, respondents: [...school.respondents].reverse() };
    const bytes = async (of: SeededSchool) =>
      canonicalJson((await compile(of)) as unknown as JsonValue);
    expect(await bytes(turned)).toBe(await bytes(school));
  });

  it("passes with classes of one mind and demographics by grade", async () => {
    const school = seededSchool({
      seed: 6,
      students: 240,
      classes: 10,
      grades: 5,
      demographics: true,
      lowerDemographics: true,
      answers: "wild",
    });
    const release = await compile(school);
    expect(release.audit).toMatchObject({ status: "passed", rung: "full", lost: 0 });
    expect(shown(release).some(({ level }) => level === "grade/gender")).toBe(true);
  });

  it("is audited with several ways in which silence may be spread", async () => {
    const school = seededSchool({ seed: 7, demographics: true, response: 0.8 });
    const patterns = responsePatterns(school.plan, school.tallies, planHash(school.plan));
    const release = await compileRelease({
      plan: school.plan,
      planHash: planHash(school.plan),
      tallies: school.tallies,
      respondents: patterns,
      wave: null,
      instrument: null,
      closedOn: null,
      solver,
    });
    expect(release.audit).toMatchObject({ status: "passed", rung: "full", patterns: 3 });
  });
});

describe("a district", () => {
  it("publishes its own figure without touching its schools'", async () => {
    const school = seededSchool({ seed: 8, schools: 3, students: 120, classes: 6, grades: 3 });
    const release = await compile(school);
    const district = release.groups.find(({ level }) => level === "district");
    expect(district?.cells["q1"]).toBeDefined();
    expect(district?.cells["q1"]?.buckets).toBeUndefined();
    expect(release.audit).toMatchObject({ status: "passed", rung: "full", lost: 0 });
  });
});
