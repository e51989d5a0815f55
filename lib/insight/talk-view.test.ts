import { describe, expect, it } from "vitest";
import { classBelonging } from "@/lib/insight/class-belonging";
import { DISCUSSIONS, GENERAL_DISCUSSION } from "@/lib/insight/discussion-questions";
import type { ComparedFigure } from "@/lib/insight/strengths-and-try";
import { talkView } from "@/lib/insight/talk-view";
import { bandsOf, tooFew } from "@/lib/insight/testdata/bands";

const ASKED = ["acceptance", "teacher-care", "peer-contact", "inclusion-fairness"] as const;

function classOf(counts: readonly number[], n: number) {
  const bands = bandsOf(counts, n);
  const belonging = classBelonging(bands);
  if (!belonging.ok) throw new Error(belonging.code);
  const figures: ComparedFigure[] = bands.map(({ shareLo: lo, shareHi: hi }, at) => ({
    construct: ASKED[at]!,
    range: { lo, hi },
  }));
  return talkView(belonging.belonging, figures);
}

describe("what the class sees of its own pulse", () => {
  it("is nothing where the class is withheld", () => {
    expect(talkView(tooFew, [{ construct: "acceptance", range: tooFew }])).toEqual({
      kind: "withheld",
    });
  });

  it("is bands and words, and no number of students", () => {
    const view = classOf([20, 20, 20, 4], 24);
    if (view.kind !== "shown") throw new Error(view.kind);
    expect(Object.keys(view).sort()).toEqual([
      "belonging",
      "discussion",
      "kind",
      "strengths",
      "themes",
    ]);
    expect(Object.keys(view.belonging).sort()).toEqual(["hi", "lo", "word"]);
    expect(view.themes).toHaveLength(4);
  });

  it("says of what is low that it is fewer than half, and nothing harder", () => {
    const view = classOf([2, 1, 0, 1], 24);
    expect(view).toMatchObject({ belonging: { word: "fewer than half" } });
  });

  it("talks about what is certainly the lowest", () => {
    const view = classOf([20, 20, 20, 4], 24);
    expect(view).toMatchObject({ discussion: DISCUSSIONS["inclusion-fairness"] });
  });

  it("talks about the class in general where two could be the lowest, or all are alike", () => {
    expect(classOf([20, 20, 4, 4], 24)).toMatchObject({ discussion: GENERAL_DISCUSSION });
    expect(classOf([24, 24, 24, 24], 24)).toMatchObject({
      discussion: GENERAL_DISCUSSION,
      strengths: [],
    });
  });

  it("is the same for counts in the same bands", () => {
    expect(classOf([4, 13, 20, 20], 20)).toEqual(classOf([8, 16, 17, 17], 20));
  });
});
