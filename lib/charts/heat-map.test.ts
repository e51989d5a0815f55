import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tooFew } from "@/lib/insight/testdata/bands";
import { heatMap, heatSteps, type HeatInput } from "./heat-map";

const COLUMNS = ["Being oneself", "Teacher's care"];

describe("heatSteps", () => {
  it("tells both ends of a band, and a band inside one step as one", () => {
    expect(heatSteps({ lo: 40, hi: 60 })).toEqual({ loStep: 3, hiStep: 3 });
    expect(heatSteps({ lo: 39, hi: 61 })).toEqual({ loStep: 2, hiStep: 4 });
    expect(heatSteps({ lo: 0, hi: 100 })).toEqual({ loStep: 1, hiStep: 5 });
    expect(heatSteps({ lo: 0, hi: 0 })).toEqual({ loStep: 1, hiStep: 1 });
    expect(heatSteps({ lo: 100, hi: 100 })).toEqual({ loStep: 5, hiStep: 5 });
    expect(heatSteps({ lo: 40, hi: 40 })).toEqual({ loStep: 3, hiStep: 3 });
  });

  it("never puts the high end below the low one, and covers every value of the band", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (a, b) => {
        const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
        const { loStep, hiStep } = heatSteps({ lo, hi });
        expect(hiStep).toBeGreaterThanOrEqual(loStep);
        expect((loStep - 1) * 20).toBeLessThanOrEqual(lo);
        expect(hiStep * 20).toBeGreaterThanOrEqual(hi);
      }),
    );
  });
});

describe("heatMap", () => {
  const share = fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([a, b]) => ({ lo: Math.min(a, b), hi: Math.max(a, b) }));
  const cell = fc.oneof(share, fc.constant(tooFew));
  const classes: fc.Arbitrary<HeatInput[]> = fc
    .array(fc.tuple(cell, cell), { maxLength: 8 })
    .map((rows) => rows.map((cells, at) => ({ id: String(at), label: `7-${String(at)}`, cells })));

  it("names everything that is withheld, with its reason, and says every figure three times alike", () => {
    fc.assert(
      fc.property(classes, (input) => {
        const parts = heatMap(COLUMNS, input);
        expect(parts.table.rows).toHaveLength(input.length);
        for (const [at, row] of parts.rows.entries()) {
          for (const [column, each] of row.cells.entries()) {
            const inTable = parts.table.rows[at]?.[column + 1];
            const said = row.readings[column] ?? "";
            expect(said).toContain(row.label);
            expect(said).toContain(COLUMNS[column]);
            if (each.kind === "withheld") {
              expect(inTable).toBe("withheld");
              expect(said).toContain(each.reason);
              const named = parts.withheld.some(
                (line) => line.startsWith(row.label) && line.includes(each.reason),
              );
              expect(named).toBe(true);
            } else {
              for (const end of [each.range.lo, each.range.hi]) {
                expect(inTable).toContain(`${String(end)}%`);
                expect(said).toContain(`${String(end)}%`);
              }
            }
          }
        }
      }),
    );
  });

  it("names a class that is withheld as a whole once", () => {
    const parts = heatMap(COLUMNS, [
      { id: "a", label: "7A", cells: [tooFew, tooFew] },
      { id: "b", label: "7B", cells: [{ lo: 0.4, hi: 0.6 }, tooFew] },
    ]);
    expect(parts.withheld).toEqual([
      "7A: fewer than 10 respondents.",
      "7B, Teacher's care: fewer than 10 respondents.",
    ]);
    expect(parts.summary).toContain("1 of them withheld");
  });

  it("keeps the order it is given: there is no order by result", () => {
    const labels = ["7C", "7A", "7B"];
    const parts = heatMap(
      COLUMNS,
      labels.map((label, at) => ({
        ...{ id: label, label },
        cells: [
          { lo: at / 10, hi: 0.9 },
          { lo: 0, hi: 1 },
        ],
      })),
    );
    expect(parts.rows.map(({ label }) => label)).toEqual(labels);
    expect(heatMap(COLUMNS, []).summary).toBe("There is nothing to show yet.");
  });
});
