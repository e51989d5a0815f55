import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flagEvidenceSchema } from "@/lib/flags/evidence";
import type { AbsenceEvidence, BelongingEvidence } from "@/lib/flags/evidence";
import { decideFlag, isClearedBy } from "@/lib/flags/rule";
import type { FlagFinding, FlagInput } from "@/lib/flags/rule";
import { usualRange } from "@/lib/flags/wording";
import { MEASURED_RATES } from "@/lib/simulation/measured-rates";

const now = new Date("2026-11-20T08:00:00Z");
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

const low: BelongingEvidence = {
  evidenceId: "release-5",
  observedAt: daysAgo(10),
  n: 22,
  seats: 26,
  band: { lo: 0.22, hi: 0.38 },
  interval: { lo: 0.18, hi: 0.47 },
  pLow: 0.83,
  inDiscoverySet: true,
};
/** The first row of the attendance fixture scaled to a watch. */
const rising: AbsenceEvidence = {
  evidenceId: "fall-week-12",
  observedAt: daysAgo(3),
  series: "new-absences",
  tier: "watch",
  z: 2.7,
  observed: 38,
  expected: 21.9927494,
  studentDays: 480,
};

function finding(input: Omit<FlagInput, "classId">): FlagFinding {
  const decision = decideFlag({ classId: "c1", ...input }, now);
  if (!decision.ok) throw new Error(decision.code);
  return decision.finding;
}
const outcome = (input: Omit<FlagInput, "classId">): string => {
  const decision = decideFlag({ classId: "c1", ...input }, now);
  return decision.ok ? `${decision.finding.kind} ${decision.finding.tier}` : decision.code;
};

describe("decideFlag", () => {
  it.each<[string, Omit<FlagInput, "classId">, string]>([
    ["nothing known", {}, "nothing-to-flag"],
    ["low belonging", { belonging: low }, "low-belonging watch"],
    ["P_low just enough", { belonging: { ...low, pLow: 0.5 } }, "low-belonging watch"],
    ["P_low just too little", { belonging: { ...low, pLow: 0.499 } }, "nothing-to-flag"],
    [
      "outside the discovery set",
      { belonging: { ...low, inDiscoverySet: false } },
      "nothing-to-flag",
    ],
    ["absence on watch", { absence: rising }, "rising-absence watch"],
    ["absence on act", { absence: { ...rising, tier: "act", z: 3.4 } }, "rising-absence act"],
    ["absence on no tier", { absence: { ...rising, tier: "none" } }, "nothing-to-flag"],
    ["both within six weeks", { belonging: low, absence: rising }, "both act"],
    [
      "the whole term low",
      { belonging: { ...low, term: { pLow: 0.8, waves: 2 } } },
      "low-belonging act",
    ],
    [
      "the term not low enough",
      { belonging: { ...low, term: { pLow: 0.79, waves: 2 } } },
      "low-belonging watch",
    ],
    [
      "a term of one wave, which pools nothing",
      { belonging: { ...low, term: { pLow: 0.9, waves: 1 } } },
      "low-belonging watch",
    ],
    [
      "both, but the wave is older than six weeks",
      { belonging: { ...low, observedAt: daysAgo(43) }, absence: rising },
      "rising-absence watch",
    ],
    [
      "evidence from the future",
      { absence: { ...rising, observedAt: daysAgo(-1) } },
      "nothing-to-flag",
    ],
  ])("%s: %s gives %s", (_, input, expected) => {
    expect(outcome(input)).toBe(expected);
  });

  it("raises nothing on belonging below 60% participation, and says that is why", () => {
    const few = { ...low, n: 15 };
    expect(outcome({ belonging: few })).toBe("participation");
    expect(outcome({ belonging: { ...low, n: 15, seats: 25 } })).toBe("low-belonging watch");
    expect(outcome({ belonging: few, absence: rising })).toBe("rising-absence watch");
    expect(outcome({ belonging: { ...few, pLow: 0.1 } })).toBe("nothing-to-flag");
  });

  it("acts only on what would at least be watched", () => {
    const belonging = fc.record({
      pLow: fc.double({ min: 0, max: 1, noNaN: true }),
      inDiscoverySet: fc.boolean(),
      age: fc.integer({ min: 0, max: 80 }),
    });
    const absence = fc.record({
      tier: fc.constantFrom("none" as const, "watch" as const, "act" as const),
      age: fc.integer({ min: 0, max: 80 }),
    });
    fc.assert(
      fc.property(belonging, absence, (b, a) => {
        const lowNow = b.pLow >= 0.5 && b.inDiscoverySet && b.age <= 42;
        const risingNow = a.tier !== "none" && a.age <= 42;
        const { age: _b, ...figures } = b;
        const told = outcome({
          belonging: { ...low, ...figures, observedAt: daysAgo(b.age) },
          absence: { ...rising, tier: a.tier, observedAt: daysAgo(a.age) },
        });
        expect(told !== "nothing-to-flag").toBe(lowNow || risingNow);
        expect(told.endsWith("act")).toBe((lowNow && risingNow) || (risingNow && a.tier === "act"));
      }),
    );
  });
});

describe("what a flag says", () => {
  const both = finding({ belonging: { ...low, term: { pLow: 0.91, waves: 3 } }, absence: rising });

  it("gives reasons, figures with n and interval, what clears it, false alarms and blind spots", () => {
    expect(flagEvidenceSchema.parse(JSON.parse(JSON.stringify(both.evidence)))).toEqual(
      both.evidence,
    );
    expect(both.reason).toContain("this term's 3 pulses together");
    expect(both.reason).toContain("38 new absences, where about 22 would be expected");
    expect(both.evidence.sources).toEqual({ belonging: "release-5", absence: "fall-week-12" });
    expect(both.evidence.facts).toHaveLength(4);
    for (const { label, value, n, interval } of both.evidence.facts) {
      for (const text of [label, value, n, interval]) expect(text.length).toBeGreaterThan(3);
    }
    expect(both.evidence.facts[0]).toMatchObject({ value: "22% to 38%", n: "20 to 24 answers" });
    expect(both.evidence.clears).toHaveLength(3);
    expect(both.evidence.falseAlarms).toMatch(/Of 100 classes without trouble, 1\.\d get an act/);
    expect(both.evidence.blindTo).toContain("any one student");
  });

  it("states the false-alarm rate of its own kind and tier", () => {
    const { falseAlarms, lowBelonging } = MEASURED_RATES;
    const named = lowBelonging[0]!.named["released-bands"].precision.rate;
    expect(finding({ belonging: low }).evidence.falseAlarms).toContain(
      `${String(Math.round(100 - 100 * named))} are named by chance`,
    );
    const { watch } = falseAlarms.base.rule.class["new-absences"];
    expect(finding({ absence: rising }).evidence.falseAlarms).toContain(
      `${(100 * watch.rate).toFixed(1)} get a watch flag`,
    );
  });

  it("never ranks and never prints n exactly", () => {
    const text = JSON.stringify(both);
    expect(text).not.toMatch(/\b(rank|place \d|worst|best|bottom|top \d)/i);
    expect(text).not.toMatch(/\b22 answers\b/);
  });
});

describe("usualRange", () => {
  it("holds the expected count, and not an observed one that is beyond 1.96", () => {
    const { lo, hi } = usualRange(rising);
    expect(lo).toBeLessThan(rising.expected);
    expect(hi).toBeGreaterThan(rising.expected);
    expect(hi).toBeLessThan(rising.observed);
  });
});

describe("isClearedBy", () => {
  const flagged = finding({ belonging: low });
  const better = { ...low, evidenceId: "release-6", pLow: 0.2 };

  it("needs another wave, enough taking part and a lower probability", () => {
    expect(isClearedBy(flagged, better)).toBe(true);
    expect(isClearedBy(flagged, { ...better, evidenceId: "release-5" })).toBe(false);
    expect(isClearedBy(flagged, { ...better, pLow: 0.5 })).toBe(false);
    expect(isClearedBy(flagged, { ...better, n: 15 })).toBe(false);
    expect(isClearedBy(finding({ belonging: low, absence: rising }), better)).toBe(false);
  });
});
