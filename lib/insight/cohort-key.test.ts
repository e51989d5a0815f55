import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CohortKey, cohortKeyText, parseCohortKey } from "./cohort-key";

const text = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme-ascii" });
const key: fc.Arbitrary<CohortKey> = fc.oneof(
  fc.constant({ kind: "district" as const }),
  fc.record({ kind: fc.constant("school" as const), schoolId: text }),
  fc.record({ kind: fc.constant("grade" as const), schoolId: text, grade: text }),
  fc.record({ kind: fc.constant("grades" as const), grade: text }),
  fc.record({ kind: fc.constant("set" as const), id: fc.uuid() }),
  fc.record({
    kind: fc.constant("group" as const),
    groupId: text.map((id) => `school:${id}&gender=F`),
  }),
);

describe("a cohort in an address", () => {
  it("is read back as it was written, whatever its ids hold", () => {
    fc.assert(
      fc.property(key, (one) => {
        expect(parseCohortKey(cohortKeyText(one))).toEqual(one);
      }),
    );
  });

  it("two different cohorts never have the same text", () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(cohortKeyText(a)).not.toBe(cohortKeyText(b));
      }),
    );
  });

  it.each(["", "school:", "grade:S1", "grade:/7", "grade:S1/7/8", "set:7", "group:S1", "class:7A"])(
    "%j is none",
    (written) => {
      expect(parseCohortKey(written)).toBeNull();
    },
  );

  it("is not looked at when it is endless", () => {
    expect(parseCohortKey(`school:${"x".repeat(400)}`)).toBeNull();
  });
});
