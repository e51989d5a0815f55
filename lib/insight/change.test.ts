import { describe, expect, it } from "vitest";
import { changeSince } from "@/lib/insight/change";
import { classBelonging } from "@/lib/insight/class-belonging";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { bandsOf } from "@/lib/insight/testdata/bands";

function belongingOf(counts: readonly number[], n: number): GroupBelonging {
  const result = classBelonging(bandsOf(counts, n));
  if (!result.ok) throw new Error(result.code);
  return result.belonging;
}
const low = belongingOf([4, 5, 4, 5, 4], 24);
const middle = belongingOf([12, 13, 12, 13, 12], 24);
const allowed = { comparable: true, changed: 0 } as const;

describe("changeSince", () => {
  it("names a change beyond 1.96·√(v₁ + v₂), in both directions", () => {
    const up = changeSince(middle, low, allowed);
    const down = changeSince(low, middle, allowed);
    expect(up).toMatchObject({ ok: true, verdict: "higher" });
    expect(down).toMatchObject({ ok: true, verdict: "lower" });
    if (!up.ok || !down.ok) throw new Error("both are comparable");
    const variances = [low, middle].map((one) => one.samplingVariance + one.bandVariance);
    expect(up.smallestDetectable).toBeCloseTo(1.96 * Math.sqrt(variances[0]! + variances[1]!), 12);
    expect(up.difference).toBeCloseTo(-down.difference, 12);
    expect(up.words).toMatch(/^Higher than last time, and unlikely to be chance/);
    expect(down.words).toMatch(/^Lower than last time, and unlikely to be chance/);
  });

  it("calls a small change about the same, and says what would not be", () => {
    const change = changeSince(middle, belongingOf([12, 13, 12, 10, 9], 24), allowed);
    expect(change).toMatchObject({ ok: true, verdict: "about-the-same" });
    expect(change.ok && change.words).toMatch(/a change of less than \d\d points could be chance/);
  });

  it("gives no number where comparing is not allowed or the questions differ", () => {
    const reason = "one student left: the difference would show that student's answers";
    const refused = { ok: false, code: "not-comparable", reason };
    expect(
      changeSince(middle, low, { comparable: false, code: "few-students-changed", reason }),
    ).toEqual(refused);
    const fewer = belongingOf([12], 24);
    expect(changeSince(middle, fewer, allowed)).toMatchObject({ code: "not-comparable" });
  });
});
