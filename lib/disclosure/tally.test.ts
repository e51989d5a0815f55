import { describe, expect, it } from "vitest";
import { classify, type ScaleItem } from "@/lib/disclosure/items";
import { tallyBallots } from "@/lib/disclosure/tally";
import { ballotsOf, planned, question } from "@/lib/disclosure/testdata/arbitrary-school";

const plan = planned([
  { class: "7A", school: "S1", grades: ["7"], rosterSize: 24 },
  { class: "7B", school: "S1", grades: ["7"], rosterSize: 8 },
  { class: "9A", school: "S2", grades: ["9"], rosterSize: 20 },
]);

describe("tallyBallots", () => {
  it("counts each ballot in its class and in everything above", () => {
    const tallies = tallyBallots(
      [
        ...ballotsOf("class:7A", 20, 12, 5),
        ...ballotsOf("class:7B", 8, 8),
        ...ballotsOf("class:9A", 10, 0),
      ],
      plan,
    );
    const q1 = (id: string) => [tallies.get(id)?.n, tallies.get(id)?.items.get("q1")];
    expect(q1("class:7A")).toEqual([20, { unfavourable: 3, neutral: 5, favourable: 12 }]);
    expect(q1("grade:S1/7")).toEqual([28, { unfavourable: 3, neutral: 5, favourable: 20 }]);
    expect(q1("school:S2")).toEqual([10, { unfavourable: 10, neutral: 0, favourable: 0 }]);
    expect(q1("district:D")).toEqual([38, { unfavourable: 13, neutral: 5, favourable: 20 }]);
  });

  it("gives every planned group an entry, also without ballots", () => {
    const tallies = tallyBallots([], plan);
    expect([...tallies.keys()]).toEqual(plan.groups.map((group) => group.id));
    expect(tallies.get("class:9A")?.n).toBe(0);
  });

  it("counts a ballot cast for a grade there and above, for a class too small for ballots of its own", () => {
    const tallies = tallyBallots(ballotsOf("grade:S1/7", 4, 4), plan);
    expect([
      tallies.get("class:7B")?.n,
      tallies.get("grade:S1/7")?.n,
      tallies.get("school:S1")?.n,
    ]).toEqual([0, 4, 4]);
  });

  it("keeps a respondent who skipped in n, as neutral or no answer", () => {
    const skipped = { group: "class:7A", values: new Map<string, number>() };
    expect(tallyBallots([skipped], plan).get("class:7A")).toEqual({
      n: 1,
      items: new Map([["q1", { unfavourable: 0, neutral: 1, favourable: 0 }]]),
    });
  });

  it("throws on a ballot of a group that is not planned", () => {
    expect(() => tallyBallots(ballotsOf("class:8Z", 1, 1), plan)).toThrow("not in the plan");
  });
});

describe("classify", () => {
  it.each([
    [5, "favourable"],
    [4, "favourable"],
    [3, "neutral"],
    [2, "unfavourable"],
    [6, "neutral"],
    [NaN, "neutral"],
  ])("sorts code %s of a question as %s", (code, bucket) => {
    expect(classify(question("q1"), new Map([["q1", code]]))).toBe(bucket);
  });

  const scale: ScaleItem = {
    kind: "scale",
    id: "belonging",
    of: [
      { id: "a", reversed: false },
      { id: "b", reversed: true },
      { id: "c", reversed: false },
    ],
    points: 5,
    favourableFrom: 4,
    unfavourableTo: 2,
    minimumAnswered: 2,
  };
  const scored = (values: Record<string, number>) =>
    classify(scale, new Map(Object.entries(values)));

  it("sorts a scale by the mean of what was answered, reversed where it should be", () => {
    expect(scored({ a: 4, b: 2, c: 4 })).toBe("favourable");
    expect(scored({ a: 4, b: 2 })).toBe("favourable");
    expect(scored({ a: 4, b: 3, c: 4 })).toBe("neutral");
    expect(scored({ a: 2, b: 4, c: 2 })).toBe("unfavourable");
  });

  it("is neutral or no answer below the minimum answered, ignoring codes off the scale", () => {
    expect(scored({ a: 5 })).toBe("neutral");
    expect(scored({ a: 5, b: 0, c: 9 })).toBe("neutral");
    expect(classify({ ...scale, minimumAnswered: 0 }, new Map())).toBe("neutral");
  });
});
