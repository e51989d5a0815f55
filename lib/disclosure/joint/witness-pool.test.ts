import { describe, expect, it } from "vitest";

import { AnswerModel } from "@/lib/disclosure/joint/answer-model";
import type { PublishedCount } from "@/lib/disclosure/joint/moves";
import type { LinearProgram, Optimum, Solver } from "@/lib/disclosure/joint/solver";
import type { Presence } from "@/lib/disclosure/joint/witness";
import { WitnessPool } from "@/lib/disclosure/joint/witness-pool";

/** A solver that answers with what it is given: real ones, then whole ones. */
function scripted(real: readonly number[] | null, whole: readonly number[] | null) {
  const asked: string[] = [];
  const answer = (kind: string, columns: readonly number[] | null): Optimum | null => {
    asked.push(kind);
    return columns === null ? null : { value: 0, columns: Float64Array.from(columns) };
  };
  const program: LinearProgram = {
    addRow: () => 0,
    dropRow: () => undefined,
    maximise: () => answer("real", real),
    maximiseWhole: () => answer("whole", whole),
    dispose: () => undefined,
  };
  const solver: Solver = { name: "scripted", program: () => program };
  return { solver, asked };
}

function poolOf(solver: Solver, band: { lo: number; hi: number }) {
  const model = new AnswerModel(solver, [3, 3], true);
  const published: PublishedCount[] = [{ count: model.count([0, 1], "favourable"), band }];
  return new WitnessPool(model, published);
}

const wanted: Presence = { atom: 0, bucket: "favourable", outside: false, least: 1 };

describe("WitnessPool", () => {
  it("rounds and mends what the linear program found, and asks for no whole-number one", () => {
    const { solver, asked } = scripted([1.5, 1.5, 1.5, 0], null);
    // Rounded up, both halves break the band; the sum of the first atom stays within its three students.
    const found = poolOf(solver, { lo: 3, hi: 3 }).find([wanted], []);
    expect(found).not.toBeNull();
    expect((found?.[0] ?? 0) + (found?.[1] ?? 0)).toBe(3);
    expect(found?.[0]).toBeGreaterThanOrEqual(1);
    expect(asked).toEqual(["real"]);
  });

  it("rounds a half beside a hair less than nobody to no less than nobody", () => {
    const { solver } = scripted([0.5, 0, -1e-9, 3], null);
    expect(poolOf(solver, { lo: 0, hi: 6 }).find([], [])).toEqual(Int32Array.of(1, 0, 0, 3));
  });

  it("asks the whole-number program before it refuses what the linear one allows", () => {
    const { solver, asked } = scripted([0.5, 0.5, 0.5], null);
    const model = new AnswerModel(solver, [1, 1, 1], false);
    // One of each two: half a student each, and no whole ones.
    const published = [
      [0, 1],
      [1, 2],
      [0, 2],
    ].map((atoms) => {
      return { count: model.count(atoms, "favourable"), band: { lo: 1, hi: 1 } };
    });
    expect(new WitnessPool(model, published).find([], [])).toBeNull();
    expect(asked).toEqual(["real", "whole"]);
  });

  it("refuses only what a program proves to be impossible", () => {
    const linear = scripted(null, null);
    expect(poolOf(linear.solver, { lo: 0, hi: 6 }).find([wanted], [])).toBeNull();
    expect(linear.asked).toEqual(["real"]);
  });

  it("throws at a witness outside the bands, or one that does not show what it was found for", () => {
    const { solver } = scripted([0, 0, 0, 0], null);
    expect(() => poolOf(solver, { lo: 1, hi: 6 }).find([], [])).toThrow(
      "outside the published bands",
    );
    expect(() => poolOf(solver, { lo: 0, hi: 6 }).find([wanted], [])).toThrow("found for");
  });
});
