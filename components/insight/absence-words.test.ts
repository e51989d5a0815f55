import { describe, expect, it } from "vitest";
import { absenceChangeWords, besideSchoolWords } from "./absence-words";

describe("recent absence in words", () => {
  const found = { own: 0.098, rest: 0.067, before: { own: 0.06, rest: 0.066 } };

  it("stands beside the rest of the school, where there is one", () => {
    expect(besideSchoolWords(found, "7B")).toBe(
      "In the last four school weeks students of 7B missed 9.8% of their days; in the rest of the school it was 6.7%.",
    );
    expect(besideSchoolWords({ ...found, rest: null }, "7B")).toBe(
      "In the last four school weeks students of 7B missed 9.8% of their days.",
    );
  });

  it("stands beside the four weeks before, where there were any", () => {
    expect(absenceChangeWords(found)).toBe(
      "Absence: 9.8% of days in the last four school weeks, 6.0% in the four before. In the rest of the school: 6.7% and 6.6%.",
    );
    expect(absenceChangeWords({ ...found, before: null })).toBeNull();
  });
});
