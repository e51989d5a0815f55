import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, changeSince } from "@/lib/insight/change";
import { classBelonging, type GroupBelonging } from "@/lib/insight/class-belonging";
import { bandsOf, tooFew } from "@/lib/insight/testdata/bands";
import { beforeAndAfter, isWrittenLate, SETTLING_DAYS, type ShownPulse } from "./before-after";
import { changeWords, manyLooksWords } from "./before-after-words";

const DAY = 24 * 3600_000;
const START = new Date("2026-10-01T05:00:00Z");

function figure(counts: readonly number[], n = 24): GroupBelonging {
  const result = classBelonging(bandsOf(counts, n));
  if (!result.ok) throw new Error(result.code);
  return result.belonging;
}
const low = figure([4, 5, 4, 5, 4]);
const middle = figure([12, 13, 12, 13, 12]);
const refused = { ok: false, code: "not-comparable", reason: "not compared: few changed" } as const;

/** A pulse that was open for four days, so many days from the start. */
function pulse(opens: number, belonging: ShownPulse["belonging"] = middle): ShownPulse {
  const opensAt = new Date(START.getTime() + opens * DAY);
  return { opensAt, closesAt: new Date(opensAt.getTime() + 4 * DAY), belonging };
}
function compare(before: ShownPulse, after: ShownPulse): Change | null {
  if (!("midpoint" in before.belonging) || !("midpoint" in after.belonging)) return null;
  return changeSince(after.belonging, before.belonging, { comparable: true, changed: 0 });
}
const look = (...pulses: ShownPulse[]) => beforeAndAfter(pulses, START, compare);

describe("beforeAndAfter", () => {
  it("lays the pulses after the start beside the last one before it, the first one first", () => {
    const [later, after, before, old] = [
      pulse(50),
      pulse(20),
      pulse(-20, low),
      pulse(-60),
    ] as const;
    const result = look(later, after, before, old);
    if (result.kind !== "compared") throw new Error(result.kind);
    expect(result.before).toBe(before);
    expect(result.after.map((one) => one.pulse)).toEqual([after, later]);
    expect(result.after[0]?.change).toMatchObject({ ok: true, verdict: "higher" });
  });

  it("leaves out pulses that were open at the start, or opened within two weeks of it", () => {
    expect(look(pulse(SETTLING_DAYS - 1), pulse(-2), pulse(-20)).kind).toBe("nothing-after");
    expect(look(pulse(SETTLING_DAYS), pulse(-2), pulse(-20))).toMatchObject({ kind: "compared" });
    expect(look(pulse(SETTLING_DAYS), pulse(-2)).kind).toBe("nothing-before");
  });

  it("takes a pulse that closed as the plan began as before, and one a year later as nothing", () => {
    expect(look(pulse(20), pulse(-4)).kind).toBe("compared");
    expect(look(pulse(366), pulse(-4)).kind).toBe("nothing-after");
  });

  it("passes over what shows no figure before, and gives no change for what shows none after", () => {
    const before = pulse(-40, low);
    const result = look(pulse(40, refused), pulse(20, tooFew), pulse(-10, tooFew), before);
    if (result.kind !== "compared") throw new Error(result.kind);
    expect(result.before).toBe(before);
    expect(result.after.map(({ change }) => change)).toEqual([null, null]);
    expect(look(pulse(20), pulse(-10, refused)).kind).toBe("nothing-before");
    expect(look().kind).toBe("nothing-before");
  });

  it("never takes for before what closed after the start, nor for after what opened before it settled", () => {
    const days = fc.uniqueArray(fc.integer({ min: -300, max: 300 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, (opens) => {
        const result = look(...[...opens].sort((a, b) => b - a).map((day) => pulse(day)));
        if (result.kind === "nothing-before") return;
        expect(result.before.closesAt.getTime()).toBeLessThanOrEqual(START.getTime());
        const closed = opens.filter((day) => day + 4 <= 0);
        expect(result.before.opensAt).toEqual(pulse(Math.max(...closed)).opensAt);
        const settled = opens.filter((day) => day >= SETTLING_DAYS).sort((a, b) => a - b);
        const after = result.kind === "compared" ? result.after : [];
        expect(after.map((one) => one.pulse.opensAt)).toEqual(
          settled.map((day) => pulse(day).opensAt),
        );
      }),
    );
  });
});

describe("isWrittenLate", () => {
  const result = look(pulse(20), pulse(-20));
  it("is so from the moment the first pulse after the start has closed", () => {
    const closed = new Date(START.getTime() + 24 * DAY);
    expect(isWrittenLate({ createdAt: closed }, result)).toBe(true);
    expect(isWrittenLate({ createdAt: new Date(closed.getTime() - 1) }, result)).toBe(false);
    expect(isWrittenLate({ createdAt: closed }, { kind: "nothing-before" })).toBe(false);
  });
});

describe("changeWords", () => {
  const words = (after: GroupBelonging, before: GroupBelonging) =>
    changeWords(changeSince(after, before, { comparable: true, changed: 0 }));

  it("says which way and how sure, with both ends of the interval on the same side", () => {
    expect(words(middle, low)).toMatch(
      /^Higher than before, and unlikely to be chance alone\. Most likely between (less than )?\d+ points? higher and \d+ points higher\.$/u,
    );
    expect(words(low, middle)).toMatch(
      /^Lower than before, and unlikely to be chance alone\. Most likely between \d+ points lower and (less than )?\d+ points? lower\.$/u,
    );
  });

  it("names chance where it could be all, with an interval that reaches both ways", () => {
    expect(words(middle, figure([12, 13, 12, 10, 9]))).toMatch(
      /^About the same as before; this could be chance\. Most likely between \d+ points lower and \d+ points higher\.$/u,
    );
  });

  it("never rounds an end inward, nor to the other side of nothing", () => {
    const change = (difference: number, smallestDetectable: number): Change => ({
      ok: true,
      difference,
      smallestDetectable,
      verdict: difference > 0 ? "higher" : "lower",
      words: "",
    });
    expect(changeWords(change(0.204, 0.2))).toMatch(/between less than 1 point higher and 41/u);
    expect(changeWords(change(-0.204, 0.2))).toMatch(/between 41 .* and less than 1 point lower/u);
    expect(changeWords(change(0.3, 0.29))).toMatch(/between 1 point higher and 59 points higher/u);
  });

  it("gives the reason where two pulses may not be compared", () => {
    expect(changeWords(refused)).toBe("Not compared: few changed.");
  });
});

describe("manyLooksWords", () => {
  it("counts from the second comparison on", () => {
    expect(manyLooksWords(1)).toBeNull();
    expect(manyLooksWords(3)).toMatch(/^Here are 3 comparisons\./u);
  });
});
