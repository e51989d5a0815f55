import { describe, expect, it } from "vitest";
import { classesOf, gradesOf, schoolsOf } from "@/lib/simulation/compared-groups";
import { ordinaryDistrict } from "@/lib/simulation/false-alarms";
import { naiveFlags } from "@/lib/simulation/naive-rules";
import { seededRandom } from "@/lib/simulation/random";
import { BASE_TERM, FLU_TERM, RISING_SCHOOL_TERM } from "@/lib/simulation/term-parameters";

const sum = (values: Iterable<number>) => [...values].reduce((total, each) => total + each, 0);
const districtOf = (term = BASE_TERM, seed = 1) =>
  ordinaryDistrict(seededRandom(seed, "generator"), term);

describe("invented terms", () => {
  const schools = districtOf();

  it("come out the same for the same seed, and otherwise for another", () => {
    expect(districtOf()).toEqual(schools);
    expect(districtOf(BASE_TERM, 2)).not.toEqual(schools);
  });

  it("have classes of 12 to 30, and the days of the calendar", () => {
    for (const { studentDays, weeks } of schools) {
      for (const [at, days] of studentDays.entries()) {
        const held = BASE_TERM.daysOfWeeks[at % weeks] ?? 0;
        expect(days % held).toBe(0);
        expect(days / held).toBeGreaterThanOrEqual(12);
        expect(days / held).toBeLessThanOrEqual(30);
      }
    }
  });

  it("miss about 6% of days, in spells of about 1.7 days", () => {
    const total = (read: (school: (typeof schools)[number]) => Float64Array) =>
      sum(schools.map((school) => sum(read(school))));
    const [days, absent, begun] = [
      total((school) => school.studentDays),
      total((school) => school.absentDays),
      total((school) => school.newAbsences),
    ];
    expect(absent / days).toBeGreaterThan(0.052);
    expect(absent / days).toBeLessThan(0.075);
    expect(absent / begun).toBeGreaterThan(1.6);
    expect(absent / begun).toBeLessThan(1.8);
  });

  it("never have more new absences than absent days, or more contributors than either", () => {
    for (const school of schools) {
      for (const at of school.newAbsences.keys()) {
        expect(school.newAbsences[at]!).toBeLessThanOrEqual(school.absentDays[at]!);
        expect(school.absentDays[at]!).toBeLessThanOrEqual(school.studentDays[at]!);
        expect(school.newContributors[at]!).toBeLessThanOrEqual(school.absentContributors[at]!);
      }
    }
  });

  it("miss more in flu terms, and more still where schools rise from 6% to 10%", () => {
    const share = (term: typeof BASE_TERM) => {
      const all = districtOf(term);
      return sum(all.map((s) => sum(s.absentDays))) / sum(all.map((s) => sum(s.studentDays)));
    };
    expect(share(FLU_TERM)).toBeGreaterThan(1.04 * share(BASE_TERM));
    expect(share(RISING_SCHOOL_TERM)).toBeGreaterThan(1.2 * share(BASE_TERM));
  });
});

describe("groups that are compared", () => {
  it("hold every absence once, as classes, as grades and as schools", () => {
    const schools = districtOf();
    const count = (groups: { counts: Float64Array }) => sum(groups.counts);
    const all = count(schoolsOf(schools, "new-absences"));
    expect(sum(schools.map((school) => count(classesOf(school, "new-absences"))))).toBe(all);
    expect(sum(schools.map((school) => count(gradesOf(school, "new-absences"))))).toBe(all);
    expect(gradesOf(schools[0]!, "absent-days").classIds).toHaveLength(BASE_TERM.grades);
  });
});

describe("naive rules", () => {
  const weeks = (counts: number[]) => ({
    schoolId: "s",
    classIds: ["c"],
    weekStarts: counts.map((_, at) => String(at)),
    studentDays: new Float64Array(counts.map(() => 100)),
    counts: new Float64Array(counts),
    contributors: new Float64Array(counts.map(() => 5)),
  });

  it.each([
    ["nothing happens", Array<number>(9).fill(6), [false, false, false]],
    ["10% from the start", Array<number>(9).fill(10), [true, false, false]],
    ["2 points more", [6, 6, 6, 6, 8, 8, 8, 8, 8], [false, true, false]],
    ["a leap", [6, 6, 6, 6, 12, 12, 12, 12, 12], [true, true, true]],
  ])("%s", (_, counts, expected) => {
    expect(Object.values(naiveFlags(weeks(counts))).flat()).toEqual(expected);
  });
});
