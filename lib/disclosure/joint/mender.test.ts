import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { AnswerModel, countAt } from "@/lib/disclosure/joint/answer-model";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { Mender } from "@/lib/disclosure/joint/mender";
import type { PublishedCount } from "@/lib/disclosure/joint/moves";
import { Position } from "@/lib/disclosure/joint/position";
import { PUBLISHED_BUCKETS } from "@/lib/disclosure/joint/unit";
import type { Presence, Witness } from "@/lib/disclosure/joint/witness";

const solver = await highsSolver();

/** Three classes of two genders each: atom 2 × class + gender. */
const CLASSES = 3;
const GROUPS = [
  [0, 1],
  [2, 3],
  [4, 5],
  [0, 2, 4],
  [1, 3, 5],
  [0, 1, 2, 3, 4, 5],
];

/** Answers, and for every group and bucket a band of `below` to `above` around them. */
const school = fc.record({
  answers: fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.nat({ max: 4 })), {
    minLength: 2 * CLASSES,
    maxLength: 2 * CLASSES,
  }),
  below: fc.nat({ max: 2 }),
  above: fc.nat({ max: 2 }),
});
const presence = fc.record({
  atom: fc.nat({ max: 2 * CLASSES - 1 }),
  bucket: fc.constantFrom(...PUBLISHED_BUCKETS),
  outside: fc.boolean(),
  least: fc.integer({ min: 1, max: 3 }),
});

type School = typeof school extends fc.Arbitrary<infer T> ? T : never;

function prepare({ answers, below, above }: School) {
  const sizes = answers.map(([f, u, n]) => f + u + n);
  const model = new AnswerModel(solver, sizes, true);
  const point = Int32Array.from([...answers.map(([f]) => f), ...answers.map(([, u]) => u)]);
  const published = GROUPS.flatMap((atoms) =>
    PUBLISHED_BUCKETS.map((bucket): PublishedCount => {
      const count = model.count(atoms, bucket);
      const value = countAt(count, point);
      return { count, band: { lo: value - below, hi: value + above } };
    }),
  );
  return { model, point, published, position: new Position(model, published) };
}

function fits(model: AnswerModel, published: readonly PublishedCount[], point: Witness): boolean {
  const inside = ({ count, band }: PublishedCount) => {
    const value = countAt(count, point);
    return value >= band.lo && value <= band.hi;
  };
  return model.holds(point) && published.every(inside);
}

function shows(model: AnswerModel, point: Witness, { atom, bucket, outside, least }: Presence) {
  const inside = countAt(model.count([atom], bucket), point);
  return (outside ? (model.atoms[atom] ?? 0) - inside : inside) >= least;
}

describe("Mender", () => {
  it("repairs only to answers that fit what was published and show what was wanted", () => {
    let repairs = 0;
    fc.assert(
      fc.property(school, fc.array(presence, { maxLength: 3 }), (drawn, wanted) => {
        const { model, point, published, position } = prepare(drawn);
        const repaired = new Mender(position).repair(point, wanted);
        model.dispose();
        if (repaired === null) return;
        repairs += 1;
        expect(fits(model, published, repaired)).toBe(true);
        for (const each of wanted) expect(shows(model, repaired, each)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(repairs).toBeGreaterThan(50);
  });

  it("takes others along without losing what was wanted, and forgets both afterwards", () => {
    fc.assert(
      fc.property(school, presence, fc.array(presence, { maxLength: 8 }), (drawn, first, more) => {
        const { model, point, published, position } = prepare(drawn);
        const mender = new Mender(position);
        const alone = mender.repair(point, [first]);
        const along = mender.repair(point, [first], more);
        model.dispose();
        expect(along === null).toBe(alone === null);
        expect(mender.repair(point, [first])).toEqual(alone);
        if (along === null) return;
        expect(fits(model, published, along)).toBe(true);
        expect(shows(model, along, first)).toBe(true);
      }),
    );
  });

  it("shows with one witness what a few presences ask for", () => {
    const answers: School["answers"] = Array.from({ length: 6 }, () => [4, 0, 0]);
    const { model, point, position } = prepare({ answers, below: 2, above: 2 });
    const [first, ...more] = [0, 3].map((atom): Presence => {
      return { atom, bucket: "unfavourable", outside: false, least: 1 };
    });
    const along = new Mender(position).repair(point, first === undefined ? [] : [first], more);
    model.dispose();
    expect(along?.slice(6)).toEqual(Int32Array.of(1, 0, 0, 1, 0, 0));
  });

  it("mends only to answers that fit what was published", () => {
    let mends = 0;
    fc.assert(
      fc.property(school, fc.array(fc.nat(), { maxLength: 4 }), (drawn, moves) => {
        const { model, point, published, position } = prepare(drawn);
        position.moveTo(point);
        for (const each of moves) {
          const move = each % position.moves.length;
          if (position.hasRoom(move)) position.apply(move);
        }
        const broken = position.point.slice();
        const mended = new Mender(position).mend(broken, []);
        model.dispose();
        if (mended === null) return;
        mends += Number(!fits(model, published, broken));
        expect(fits(model, published, mended)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(mends).toBeGreaterThan(50);
  });

  it("mends one band at the cost of the next, without going back, until the last is mended", () => {
    const model = new AnswerModel(solver, [1, 2, 2, 2], false);
    const two = { lo: 2, hi: 2 };
    const published = [
      [0, 1],
      [1, 2],
      [2, 3],
    ].map((atoms) => {
      return { count: model.count(atoms, "favourable"), band: two };
    });
    model.dispose();
    const held: Presence = { atom: 0, bucket: "favourable", outside: true, least: 1 };
    // The first band lacks one, and only the second atom can give it: the second band then has one too many.
    const broken = Int32Array.of(0, 1, 1, 1);
    const mended = new Mender(new Position(model, published)).mend(broken, [held]);
    expect(mended).toEqual(Int32Array.of(0, 2, 0, 2));
  });
});
