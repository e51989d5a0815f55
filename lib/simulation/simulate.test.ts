import { describe, expect, it } from "vitest";
import { detection } from "@/lib/simulation/detection";
import { falseAlarms, thresholdsOf } from "@/lib/simulation/false-alarms";
import { MEASURED_RATES } from "@/lib/simulation/measured-rates";
import { seededRandom } from "@/lib/simulation/random";
import { simulate } from "@/lib/simulation/simulate";
import { isMissed, targets } from "@/lib/simulation/targets";
import { BASE_TERM, SECOND_TERM } from "@/lib/simulation/term-parameters";

const random = (label: string) => seededRandom(20_261_126, label);

/** Agrees within five standard errors of the smaller sample: fails for a rule that moved, not for chance. */
function expectAgreement(
  found: { rate: number; se: number },
  checkedIn: { rate: number; se: number },
) {
  expect(found.se).toBeGreaterThan(0);
  expect(Math.abs(found.rate - checkedIn.rate)).toBeLessThan(5 * found.se);
}

describe("the rule as it stands, on few districts and another seed", () => {
  const alarms = falseAlarms(random("alarms"), BASE_TERM, 60);
  const measured = MEASURED_RATES.falseAlarms.base;

  it("flags about as many classes for nothing as the checked-in result says", () => {
    for (const series of ["new-absences", "absent-days"] as const) {
      for (const tier of ["watch", "act"] as const) {
        expectAgreement(alarms.rule.class[series][tier], measured.rule.class[series][tier]);
      }
    }
    expectAgreement(alarms.naive["two-points"], measured.naive["two-points"]);
  });

  it("would not pass with thresholds that are a tenth lower", () => {
    const loose = () => ({ watch: 2.27, act: 2.82 });
    const { watch } = falseAlarms(random("alarms"), BASE_TERM, 60, loose).rule.class[
      "new-absences"
    ];
    const { rate } = measured.rule.class["new-absences"].watch;
    expect(watch.rate - rate).toBeGreaterThan(5 * watch.se);
  });

  it("finds about as many rises", () => {
    const row = MEASURED_RATES.detection.find(
      ({ scenario, students, rise }) => scenario === "base" && students === 25 && rise.to === 0.1,
    )!;
    const found = detection(random("rises"), BASE_TERM, row.group, row.rise, 1_000);
    expectAgreement(found["new-absences"].watch, row.found["new-absences"].watch);
    expectAgreement(found["new-absences"].act, row.found["new-absences"].act);
  });
});

describe("the checked-in result", () => {
  it("was measured with the thresholds and terms in force", () => {
    const { thresholds, terms } = MEASURED_RATES;
    const places = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value, (_, each) =>
          typeof each === "number" ? Number(each.toFixed(6)) : each,
        ),
      );
    expect(thresholds.base).toEqual(places(thresholdsOf(BASE_TERM)));
    expect(thresholds.second).toEqual(places(thresholdsOf(SECOND_TERM)));
    expect([terms.base, terms.second]).toEqual([BASE_TERM, SECOND_TERM]);
    expect(MEASURED_RATES.scale).toBe(1);
  });

  it("keeps every limit", () => {
    expect(targets(MEASURED_RATES).filter(isMissed)).toEqual([]);
  });

  it("has the shape of what a run gives", () => {
    const shape = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shape);
      if (typeof value !== "object" || value === null) return typeof value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shape(each)]));
    };
    const { measuredOn, ...rates } = MEASURED_RATES;
    expect(measuredOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(shape(rates)).toEqual(shape(simulate(1, 0.001, () => undefined)));
  });
});
