import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classBelonging, type GroupBelonging } from "@/lib/insight/class-belonging";
import { cohortFigure, type CohortPart, poolBelonging } from "@/lib/insight/cohort-figure";
import { evenDesign } from "@/lib/insight/figure-design";
import { bandsOf, tooFew } from "@/lib/insight/testdata/bands";

const ITEMS = 5;
const design = evenDesign(ITEMS);
const CLASSES = { least: 3, noun: "classes" };

interface Counted {
  readonly n: number;
  readonly counts: readonly number[];
}

const counted: fc.Arbitrary<Counted> = fc
  .integer({ min: 10, max: 30 })
  .chain((n) =>
    fc
      .array(fc.integer({ min: 0, max: n }), { minLength: ITEMS, maxLength: ITEMS })
      .map((counts) => ({ n, counts })),
  );

function partOf({ n, counts }: Counted, name = "7A"): CohortPart {
  const lo = n - (n % 5);
  const answered = { lo, hi: Math.min(n + 2, lo + 4) };
  return { name, seats: n + 2, answered, cells: bandsOf(counts, n) };
}

function hidden(name: string, seats = 9): CohortPart {
  const cells = Array<typeof tooFew>(ITEMS).fill(tooFew);
  return { name, seats, answered: { lo: 5, hi: 9 }, cells };
}

function figureOf(row: Counted): GroupBelonging {
  const figure = classBelonging(bandsOf(row.counts, row.n));
  if (!figure.ok) throw new Error(figure.code);
  return figure.belonging;
}

describe("the figure of several groups", () => {
  it("of one group is that group's", () => {
    fc.assert(
      fc.property(counted, (row) => {
        expect(poolBelonging([figureOf(row)])).toEqual(figureOf(row));
      }),
    );
  });

  it("certainly holds the share of all students together", () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 6 }), (rows) => {
        const pooled = poolBelonging(rows.map(figureOf));
        const total = rows.reduce((sum, { n }) => sum + n, 0);
        const favourable = rows.flatMap(({ counts }) => counts).reduce((a, b) => a + b, 0);
        const share = favourable / (ITEMS * total);
        expect(pooled.n).toBe(total);
        expect(pooled.band.lo).toBeLessThanOrEqual(share + 1e-9);
        expect(pooled.band.hi).toBeGreaterThanOrEqual(share - 1e-9);
      }),
    );
  });

  it("is known better than any of them, and does not depend on their order", () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 2, maxLength: 6 }), (rows) => {
        const figures = rows.map(figureOf);
        const pooled = poolBelonging(figures);
        const turned = poolBelonging(figures.toReversed());
        expect(pooled.bandVariance).toBeLessThan(
          Math.max(...figures.map(({ bandVariance }) => bandVariance)),
        );
        expect(turned.midpoint).toBeCloseTo(pooled.midpoint, 12);
        expect(turned.bandVariance).toBeCloseTo(pooled.bandVariance, 12);
      }),
    );
  });

  it("by hand: two classes of 20 and 10", () => {
    const [a, b] = [
      figureOf({ n: 20, counts: [10, 10, 10, 10, 10] }),
      figureOf({ n: 10, counts: [0, 0, 0, 0, 0] }),
    ];
    const pooled = poolBelonging([a, b]);
    expect(pooled.band.lo).toBeCloseTo((2 * a.band.lo + b.band.lo) / 3, 12);
    expect(pooled.bandVariance).toBeCloseTo((4 * a.bandVariance + b.bandVariance) / 9, 12);
    // (1 + 4·.4)/5 = .52 of what one question would vary.
    const p = pooled.midpoint;
    expect(pooled.samplingVariance).toBeCloseTo((p * (1 - p) * 0.52) / 30, 12);
  });

  it("is refused of nothing, and of different questions", () => {
    const five = figureOf({ n: 20, counts: [10, 10, 10, 10, 10] });
    expect(() => poolBelonging([])).toThrow(RangeError);
    expect(() => poolBelonging([five, { ...five, itemCount: 4 }])).toThrow(RangeError);
  });
});

describe("an attacker who saves sets of classes", () => {
  /** Counts that fall into the same bands, question by question. */
  const twins = counted.chain((row) => {
    const bands = bandsOf(row.counts, row.n);
    const others = bands.map(({ lo, hi }) => fc.integer({ min: lo, max: hi }));
    return fc.tuple(fc.constant(row), fc.tuple(...others));
  });

  it("learns nothing of a class from two sets that differ by it but its own band", () => {
    // Whatever the class answered within its band, every set with it and without it looks the same.
    fc.assert(
      fc.property(
        fc.array(counted, { minLength: 3, maxLength: 6 }),
        twins,
        (rest, [row, counts]) => {
          const others = rest.map((each, at) => partOf(each, String(at)));
          const twin = { n: row.n, counts };
          expect(cohortFigure([...others, partOf(twin)], design, CLASSES)).toEqual(
            cohortFigure([...others, partOf(row)], design, CLASSES),
          );
        },
      ),
    );
  });

  it("learns of a withheld class what the page of the class says: that it is, and why", () => {
    const rows = [1, 2, 3, 4, 5].map((at) => ({ n: 20 + at, counts: [9, 12, 15, 3, 20] }));
    const shown = rows.map((row, at) => partOf(row, String(at)));
    const [without, withIt] = [shown, [...shown, hidden("7C")]].map((parts) =>
      cohortFigure(parts, design, CLASSES),
    );
    if (without?.ok !== true || withIt?.ok !== true) throw new Error("not shown");
    expect(withIt.belonging).toEqual(without.belonging);
    expect(withIt.answered).toEqual(without.answered);
    expect(withIt.missing).toEqual([{ name: "7C", reason: "fewer than 10 respondents" }]);
  });

  it("reads how many answered in sums of blocks, never more exactly", () => {
    const parts = [21, 22, 23].map((n) => partOf({ n, counts: [9, 9, 9, 9, 9] }));
    const figure = cohortFigure(parts, design, CLASSES);
    expect(figure).toMatchObject({ answered: { lo: 60, hi: 71, seats: 72 } });
  });
});

describe("a cohort of which much is withheld", () => {
  const shown = [1, 2, 3, 4].map((at) =>
    partOf({ n: 20, counts: [9, 9, 9, 9, 9] }, `7${String(at)}`),
  );

  it("is withheld below 80% of the seats, with the parts named", () => {
    const figure = cohortFigure([...shown, hidden("8A", 12), hidden("8B", 12)], design, CLASSES);
    expect(figure).toEqual({
      ok: false,
      reason: "2 of 6 classes are withheld: too much for the rest to stand for all",
      missing: [
        { name: "8A", reason: "fewer than 10 respondents" },
        { name: "8B", reason: "fewer than 10 respondents" },
      ],
    });
    expect(cohortFigure([...shown, hidden("8A", 22)], design, CLASSES).ok).toBe(true);
  });

  it("is withheld with fewer than three shown classes", () => {
    expect(cohortFigure([...shown.slice(0, 2), hidden("8A")], design, CLASSES)).toMatchObject({
      ok: false,
      reason: "1 of 3 classes are withheld, and fewer than 3 are left",
    });
    expect(cohortFigure(shown.slice(0, 2), design, CLASSES)).toMatchObject({
      ok: false,
      reason: "fewer than 3 classes were asked",
    });
    expect(cohortFigure([], design, CLASSES).ok).toBe(false);
  });

  it("that has a cell of its own gives the cell's reason", () => {
    expect(cohortFigure([hidden("School")], design, { least: 1, noun: "groups" })).toEqual({
      ok: false,
      reason: "fewer than 10 respondents",
      missing: [],
    });
  });
});
