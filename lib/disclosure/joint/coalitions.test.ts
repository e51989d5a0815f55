import { describe, expect, it } from "vitest";

import { auditQuestion } from "@/lib/disclosure/joint/audit-question";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import type { PublishedBand } from "@/lib/disclosure/joint/join-bands";
import { NESTED, type Unit } from "@/lib/disclosure/joint/unit";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";

/** Three students whom bands cannot tell apart, among fifteen. */
const unit: Unit = {
  id: "class:7A",
  atoms: [3, 12],
  groups: [
    { id: "three", n: 3, atoms: [0], parent: 1, margin: NESTED },
    { id: "all", n: 15, atoms: [0, 1], parent: null, margin: NESTED },
  ],
};

const solver = await highsSolver();
const audit = (ofThree: { lo: number; hi: number }) => {
  const band = (group: number, range: { lo: number; hi: number }): PublishedBand => ({
    ...{ group, bucket: "favourable", band: range, division: [range] },
  });
  const bands = [band(0, ofThree), band(1, { lo: 0, hi: 15 })];
  return auditQuestion(unit, bands, FLOOR_POLICY, solver, "0123456789abcdef");
};

describe("the compiler's audit against two who pool their answers", () => {
  it("passes bands that leave the third everything", () => {
    expect(audit({ lo: 0, hi: 3 }).ok).toBe(true);
  });

  it("fails bands that tell nobody anything alone, and two of three the answer of the third", () => {
    // One alone cannot tell: each of the others may have answered either way. Two favourable ones can.
    const found = audit({ lo: 1, hi: 2 });
    expect(found).toMatchObject({ ok: false });
    expect(found).toMatchObject({
      target: expect.stringContaining("to two who answered") as unknown,
    });
  });
});
