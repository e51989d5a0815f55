import { describe, expect, it } from "vitest";
import { compareClass } from "@/lib/waves/compare";

const roster = (from: number, to: number) =>
  new Set(Array.from({ length: to - from }, (_, i) => `s${String(from + i)}`));

describe("compareClass", () => {
  it("compares a class whose roster did not change", () => {
    expect(compareClass(roster(0, 24), roster(0, 24))).toEqual({ comparable: true, changed: 0 });
  });

  it.each([
    ["one left", roster(0, 24), roster(0, 23)],
    ["four came", roster(0, 20), roster(0, 24)],
    ["four were replaced, eight students in all", roster(0, 24), roster(4, 28)],
  ])("does not compare when %s", (_name, before, after) => {
    expect(compareClass(before, after)).toMatchObject({
      comparable: false,
      code: "few-students-changed",
    });
  });

  it.each([
    ["five left", roster(0, 24), roster(5, 24)],
    ["five came", roster(0, 20), roster(0, 25)],
    ["all changed", roster(0, 20), roster(50, 70)],
  ])("compares when %s", (_name, before, after) => {
    expect(compareClass(before, after)).toMatchObject({ comparable: true });
  });

  it("does not compare when a roster is not known, and never says how many changed", () => {
    expect(compareClass(null, roster(0, 3))).toMatchObject({ code: "roster-unknown" });
    const reasons = [1, 2, 3, 4].map((n) => compareClass(roster(0, 24), roster(n, 24)));
    expect(new Set(reasons.map((r) => JSON.stringify(r))).size).toBe(1);
  });
});
