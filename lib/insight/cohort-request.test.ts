import { describe, expect, it } from "vitest";
import { cohortAddress, readCohortRequest } from "./cohort-request";

const WAVE = "0190a000-0000-4000-8000-000000000001";

describe("the address of a comparison", () => {
  it("is read in the order of choosing, and written back the same", () => {
    const request = readCohortRequest({
      c: ["school:S2", "grade:S1/7", "school:S2"],
      wave: WAVE,
      theme: ["acceptance", "belonging"],
    });
    expect(request).toEqual({
      keys: [
        { kind: "school", schoolId: "S2" },
        { kind: "grade", schoolId: "S1", grade: "7" },
      ],
      waveIds: [WAVE],
      themes: ["acceptance", "belonging"],
      problems: [],
    });
    expect(cohortAddress(request)).toBe(
      `/cohorts?c=school%3AS2&c=grade%3AS1%2F7&wave=${WAVE}&theme=acceptance&theme=belonging`,
    );
  });

  it("without anything is belonging of nobody, and has no query", () => {
    const request = readCohortRequest({ c: "", theme: undefined });
    expect(request).toEqual({ keys: [], waveIds: [], themes: ["belonging"], problems: [] });
    expect(cohortAddress(request)).toBe("/cohorts");
  });

  it("says what it could not read and keeps the rest", () => {
    const { keys, waveIds, themes, problems } = readCohortRequest({
      c: ["school:S1", "nonsense"],
      wave: "last",
      theme: "happiness",
    });
    expect([keys.length, waveIds.length, themes]).toEqual([1, 0, ["belonging"]]);
    expect(problems).toEqual([
      "“nonsense” is not the address of a cohort: it is left out.",
      "“last” is not a pulse: it is left out.",
      "“happiness” is not a theme of any pulse: it is left out.",
    ]);
  });

  it("takes six cohorts and says that the rest are left out", () => {
    const many = Array.from({ length: 8 }, (_, at) => `school:S${String(at)}`);
    const { keys, problems } = readCohortRequest({ c: many });
    expect(keys).toHaveLength(6);
    expect(problems).toEqual([
      "At most 6 cohorts can be compared at once. The last 2 are left out.",
    ]);
  });
});
