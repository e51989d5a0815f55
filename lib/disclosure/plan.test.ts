import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/canonical-json";
import { parsePlan } from "@/lib/disclosure/parse-plan";
import { planHash } from "@/lib/disclosure/plan";
import { planMargins, type PlannedClass } from "@/lib/disclosure/plan-wave";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { sha256Hex } from "@/lib/sha256";
import { arbitraryClasses, planned, question } from "@/lib/disclosure/testdata/arbitrary-school";

const row = (id: string, school: string, grades: string[], rosterSize: number): PlannedClass => ({
  class: id,
  school,
  grades,
  rosterSize,
});

describe("planMargins", () => {
  it("builds class → grade in school → school → district, coarsest first", () => {
    const plan = planned([
      row("7A", "S1", ["7"], 24),
      row("7B", "S1", ["7"], 20),
      row("X", "S2", ["7"], 11),
    ]);
    expect(plan.groups.map(({ id, parent, rosterSize }) => [id, parent, rosterSize])).toEqual([
      ["district:D", null, 55],
      ["school:S1", "district:D", 44],
      ["school:S2", "district:D", 11],
      ["grade:S1/7", "school:S1", 44],
      ["grade:S2/7", "school:S2", 11],
      ["class:7A", "grade:S1/7", 24],
      ["class:7B", "grade:S1/7", 20],
      ["class:X", "grade:S2/7", 11],
    ]);
    expect(plan.groups.at(-1)?.by).toEqual({ district: "D", school: "S2", grade: "7", class: "X" });
  });

  it("rolls a class below k up into the smallest group above that reaches k", () => {
    const plan = planned([
      row("a", "S1", ["7"], 8),
      row("b", "S1", ["8"], 9),
      row("c", "S1", ["8"], 9),
    ]);
    const rolls = Object.fromEntries(plan.groups.map((group) => [group.id, group.rollsUpTo]));
    expect(rolls).toMatchObject({
      "class:a": "school:S1",
      "class:b": "grade:S1/8",
      "grade:S1/7": "school:S1",
      "grade:S1/8": null,
    });
    expect(planned([row("a", "S1", ["7"], 8)]).groups.map((group) => group.rollsUpTo)).toEqual([
      "",
      "",
      "",
      "",
    ]);
  });

  it("names the grade of a class with several grades, and of one with none", () => {
    const plan = planned([
      row("a", "S", ["7", "8"], 20),
      row("b", "S", [], 20),
      row("c", "S", ["7", "7"], 20),
    ]);
    expect(plan.groups.filter(({ level }) => level === "grade").map(({ id }) => id)).toEqual([
      "grade:S/7",
      "grade:S/mixed",
      "grade:S/none",
    ]);
  });

  it("keeps grades apart whose names contain the separator", () => {
    const plan = planned([
      row("a", "x/y", ["z"], 20),
      row("b", "x", ["y/z"], 20),
      row("c", "x%2Fy", ["z"], 20),
    ]);
    expect(plan.groups.filter(({ level }) => level === "grade")).toHaveLength(3);
  });

  it("refuses no classes, no items, and anything listed twice", () => {
    const base = {
      district: null,
      items: [question("q1")],
      policy: FLOOR_POLICY,
      classes: [row("a", "S", [], 1)],
    };
    expect(planMargins({ ...base, classes: [] })).toMatchObject({ code: "plan-no-classes" });
    expect(planMargins({ ...base, items: [] })).toMatchObject({ code: "plan-no-items" });
    expect(
      planMargins({ ...base, classes: [...base.classes, row("a", "T", [], 2)] }),
    ).toMatchObject({
      code: "plan-class-twice",
    });
    expect(planMargins({ ...base, items: [question("q1"), question("q1")] })).toMatchObject({
      code: "plan-item-twice",
    });
  });

  it("hashes the same whatever the order of classes, and differently if one student more is expected", () => {
    fc.assert(
      fc.property(arbitraryClasses, (classes) => {
        const hash = planHash(planned(classes));
        expect(planHash(planned([...classes].reverse()))).toBe(hash);
        const grown = classes.map((c, i) => (i === 0 ? { ...c, rosterSize: c.rosterSize + 1 } : c));
        expect(planHash(planned(grown))).not.toBe(hash);
      }),
    );
  });
});

describe("parsePlan", () => {
  const plan = planned([row("7A", "S1", ["7"], 24)]);
  const stored = (): Record<string, unknown> =>
    JSON.parse(JSON.stringify(plan)) as Record<string, unknown>;

  it("reads back what was frozen", () => {
    expect(parsePlan(stored(), planHash(plan))).toEqual({ ok: true, plan, hash: planHash(plan) });
  });

  it("reads a plan from before demographics, under the hash it was frozen with", () => {
    const { policy, items, groups } = plan;
    const first = { format: "hearth-plan/1", policy, items, groups };
    const hash = sha256Hex(canonicalJson(first));
    expect(parsePlan(first, hash)).toEqual({ ok: true, plan, hash });
    expect(parsePlan({ ...first, items: [] }, hash)).toMatchObject({ code: "plan-hash-mismatch" });
  });

  it("refuses a lowered k even with a matching hash, an edited roster, and another shape", () => {
    const lowered = { ...plan, policy: { ...plan.policy, k: 5 } };
    expect(parsePlan(lowered, planHash(lowered))).toMatchObject({ code: "plan-policy-refused" });
    const edited = { ...plan, groups: plan.groups.map((g) => ({ ...g, rosterSize: 25 })) };
    expect(parsePlan(edited, planHash(plan))).toMatchObject({ code: "plan-hash-mismatch" });
    expect(parsePlan({ ...stored(), extra: 1 }, planHash(plan))).toMatchObject({
      code: "plan-wrong-shape",
    });
  });
});
