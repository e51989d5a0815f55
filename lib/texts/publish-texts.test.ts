import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FLOOR_POLICY, raisePolicy } from "@/lib/disclosure/policy";
import { publishTexts, schoolOfTextGroup, textGroup } from "./publish-texts";
import { nameStripper } from "./strip-names";

const rules = {
  policy: FLOOR_POLICY,
  strip: nameStripper([{ given: "Anna", family: "Lee" }]),
  salt: "5a17",
};
const of = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));

describe("publishTexts", () => {
  it("shows nothing below thirty ballots, however much was written", () => {
    const texts = of(29, (index) => `text ${index}`);
    expect(publishTexts("S", texts, rules)).toEqual({
      school: "S",
      withheld: "fewer than 30 students answered",
      texts: [],
    });
    expect(publishTexts("S", [...texts, ""], rules).texts).toHaveLength(29);
  });

  it("asks for more where the policy does", () => {
    const raised = raisePolicy({ k: 40 });
    if (!raised.ok) throw new Error(raised.message);
    const own = { ...rules, policy: raised.policy };
    expect(publishTexts("S", of(39, String), own).withheld).toMatch(/fewer than 40/u);
  });

  it("drops what says nothing, and takes names out", () => {
    const said = of(30, (index) => ["", "  ", "...", "Anna  is\nnice\u200b"][index % 4] ?? "");
    const { texts } = publishTexts("S", said, rules);
    expect(new Set(texts)).toEqual(new Set(["[name] is nice"]));
    expect(texts).toHaveLength(7);
  });

  it("comes out the same in whatever order the box was read, and in another order with another salt", () => {
    const written = of(40, (index) => `text ${index}`);
    fc.assert(
      fc.property(fc.shuffledSubarray(written, { minLength: 40 }), (shuffled) => {
        expect(publishTexts("S", shuffled, rules)).toEqual(publishTexts("S", written, rules));
      }),
    );
    expect(publishTexts("S", written, { ...rules, salt: "other" }).texts).not.toEqual(
      publishTexts("S", written, rules).texts,
    );
  });

  it("collects for a group of its own, which is no group of a release", () => {
    expect(schoolOfTextGroup(textGroup("a/b:c"))).toBe("a/b:c");
    for (const other of ["school:S", "class:text:S", ""]) {
      expect(schoolOfTextGroup(other)).toBeNull();
    }
  });
});
