import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { AnswerModel, countAt } from "@/lib/disclosure/joint/answer-model";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { Position } from "@/lib/disclosure/joint/position";
import { PUBLISHED_BUCKETS } from "@/lib/disclosure/joint/unit";

const solver = await highsSolver();
const SIZES = [4, 1, 6];

function position(three: boolean) {
  const model = new AnswerModel(solver, SIZES, three);
  const buckets = three ? PUBLISHED_BUCKETS : (["favourable"] as const);
  const published = [[0], [0, 1], [1, 2], [0, 1, 2]].flatMap((atoms) =>
    buckets.map((bucket) => ({ count: model.count(atoms, bucket), band: { lo: 1, hi: 3 } })),
  );
  model.dispose();
  return { model, published, position: new Position(model, published) };
}

describe("Position", () => {
  it.each([true, false])(
    "keeps its slack as counts change move by move (three buckets: %s)",
    (three) => {
      fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 30 }), (drawn) => {
          const { model, published, position: moved } = position(three);
          for (const each of drawn) {
            const move = each % moved.moves.length;
            if (moved.hasRoom(move)) moved.apply(move);
            expect(model.holds(moved.point)).toBe(true);
          }
          const slack = published.flatMap(({ count, band: { lo, hi } }) => {
            const value = countAt(count, moved.point);
            return count.sign === 1 ? [hi - value, value - lo] : [value - lo, hi - value];
          });
          expect([...moved.slack]).toEqual(slack);
          const fresh = position(three).position;
          fresh.moveTo(moved.point);
          expect(fresh.slack).toEqual(moved.slack);
        }),
      );
    },
  );

  it("says beforehand how much nearer a move brings broken bands, and takes it back", () => {
    const { position: moved } = position(true);
    const breach = () => moved.slack.reduce((sum, slack) => sum + Math.max(0, -slack), 0);
    for (let move = 0; move < moved.moves.length; move += 1) {
      const before = breach();
      const expected = moved.gain(move);
      moved.apply(move);
      expect(before - breach()).toBe(expected);
      moved.apply(move ^ 1);
      expect(breach()).toBe(before);
    }
  });

  it("leaves no room for a move that would take away what is held, until it is let go", () => {
    const { position: moved } = position(true);
    moved.moveTo(Int32Array.of(2, 0, 0, 0, 0, 0));
    const held = { atom: 0, bucket: "favourable", outside: false, least: 2 } as const;
    const away = moved.moves.to({ ...held, outside: true });
    const room = () => away.map((move) => moved.hasRoom(move));
    const release = moved.hold(held);
    expect(room()).toEqual([false, false]);
    release();
    expect(room()).toEqual([true, true]);
  });
});
