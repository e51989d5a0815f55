import { describe, expect, it } from "vitest";
import { applyDiff } from "@/lib/roster/apply-diff";
import { diffRoster, isEmptyDiff } from "@/lib/roster/diff-roster";
import { parseRoster } from "@/lib/roster/parse-roster";
import { emptySnapshot, type RosterTexts } from "@/lib/roster/types";
import { demoDistrict } from "./district";
import { demoRoster } from "./roster";
import { DEMO_SEED, demoTruths } from "./truths";

const TODAY = "2026-11-23";
const files = demoRoster(DEMO_SEED, TODAY);
const texts: RosterTexts = Object.fromEntries(
  Object.entries(files).map(([name, text]) => [name.replace(".csv", ""), text]),
);

function imported() {
  const parsed = parseRoster(texts, { today: TODAY });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.roster;
}

describe("demo roster", () => {
  it("is taken whole by the real importer: nothing skipped, nothing to tell", () => {
    const diff = diffRoster(emptySnapshot, imported());
    expect(diff.skipped).toEqual([]);
    expect(diff.notices).toEqual([]);
    const roster = applyDiff(emptySnapshot, diff);
    const count = (role: string) => roster.people.filter((person) => person.role === role).length;
    expect(roster.orgs.filter(({ type }) => type === "school").length).toBe(3);
    expect(roster.classes.length).toBe(60);
    expect(count("student")).toBe(1400);
    expect(count("teacher")).toBe(60);
    expect(count("administrator")).toBe(4);
    expect(roster.enrollments.length).toBe(1460);
    expect(
      roster.people.every(({ role, email }) => (email === null) === (role === "student")),
    ).toBe(true);
    expect(isEmptyDiff(diffRoster(roster, imported()))).toBe(true);
  });

  it("has classes of 20 to 28, but for two under ten in one grade", () => {
    const { classes } = demoDistrict(DEMO_SEED);
    const small = classes.filter(({ studentIds }) => studentIds.length < 10);
    expect(small.map(({ id }) => id)).toEqual(demoTruths.underTen);
    expect(new Set(small.map(({ schoolId, grade }) => `${schoolId}/${grade}`)).size).toBe(1);
    for (const { studentIds } of classes.filter((demoClass) => !small.includes(demoClass))) {
      expect(studentIds.length).toBeGreaterThanOrEqual(20);
      expect(studentIds.length).toBeLessThanOrEqual(28);
    }
  });

  it("has 1,400 students whatever the seed", () => {
    for (let seed = 0; seed < 20; seed++) {
      const ids = demoDistrict(seed).classes.flatMap(({ studentIds }) => studentIds);
      expect(new Set(ids).size).toBe(1400);
      expect(ids.length).toBe(1400);
    }
  });

  it("is the same for the same seed; another seed has other people; another day moves only dates", () => {
    expect(demoRoster(DEMO_SEED, TODAY)).toEqual(files);
    expect(demoRoster(1, TODAY)["users.csv"]).not.toBe(files["users.csv"]);
    const later = demoRoster(DEMO_SEED, "2027-02-10");
    expect(later["users.csv"]).toBe(files["users.csv"]);
    expect(later["classes.csv"]).toBe(files["classes.csv"]);
    expect(later["enrollments.csv"]).not.toBe(files["enrollments.csv"]);
  });

  it("gives everybody a name and a user name of their own", () => {
    const people = imported().people.rows;
    const users = (files["users.csv"] ?? "").trim().split("\r\n").slice(1);
    expect(people.length).toBe(1464);
    expect(new Set(users.map((row) => row.split(",")[4])).size).toBe(1464);
    expect(new Set(users.map((row) => row.split(",").slice(6, 8).join(" "))).size).toBe(1464);
  });

  it("points every truth at a class that exists, and plants nothing twice", () => {
    const ids = new Set(demoDistrict(DEMO_SEED).classes.map(({ id }) => id));
    const { lowBelonging, risingAbsence, lowAndRising, unanimous, underTen, freeSeats } =
      demoTruths;
    const planted = [
      ...[...lowBelonging, ...risingAbsence, ...underTen],
      ...[lowAndRising, unanimous, freeSeats],
    ];
    expect(planted.length).toBe(9);
    expect(new Set(planted).size).toBe(9);
    expect(planted.filter((id) => !ids.has(id))).toEqual([]);
  });
});
