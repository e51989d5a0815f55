import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareClass, compareCohort } from "@/lib/waves/compare";

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

describe("compareCohort", () => {
  it.each([
    ["nobody changed", roster(0, 300), roster(0, 300), true],
    ["nine came", roster(0, 300), roster(0, 309), false],
    ["ten came", roster(0, 300), roster(0, 310), true],
    ["one left", roster(0, 300), roster(1, 300), false],
    ["twenty came and three left", roster(0, 300), roster(3, 320), false],
    ["twelve came and twelve left", roster(0, 300), roster(12, 312), true],
  ])("%s", (_name, before, after, comparable) => {
    expect(compareCohort(before, after, 10).comparable).toBe(comparable);
  });

  it("does not compare what it does not know", () => {
    expect(compareCohort(roster(0, 300), null, 10)).toMatchObject({ code: "roster-unknown" });
  });

  it("never leaves a difference of one to nine students, whichever wave came first", () => {
    const ids = fc.uniqueArray(fc.nat({ max: 60 }).map(String)).map((list) => new Set(list));
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const outcome = compareCohort(before, after, 10);
        expect(compareCohort(after, before, 10).comparable).toBe(outcome.comparable);
        const came = [...after].filter((id) => !before.has(id)).length;
        const left = [...before].filter((id) => !after.has(id)).length;
        expect(outcome.comparable).toBe([came, left].every((n) => n === 0 || n >= 10));
      }),
    );
  });
});
