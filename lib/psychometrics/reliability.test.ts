import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GroupedScores } from "@/lib/psychometrics/grouped-scores";
import { intraclassCorrelation } from "@/lib/psychometrics/icc";
import { oneFactorOmega } from "@/lib/psychometrics/omega";
import { PairwiseMoments } from "@/lib/psychometrics/pairwise-moments";
import { reliability } from "@/lib/psychometrics/reliability";

const read = (name: string): string =>
  readFileSync(new URL(`./testdata/${name}`, import.meta.url), "utf8");

interface Reference {
  readonly reverse: string[];
  readonly pairs_observed: number;
  readonly alpha15: number;
  readonly r_drop: Record<string, number>;
  readonly omega15_minres: number;
  readonly minres_loadings: number[];
  readonly alpha_matrix_avgcov: number;
  readonly matrix_itemcentred_class: number[];
  readonly score: Record<string, number>;
}
const reference = JSON.parse(read("reference_synth_belonging.json")) as Reference &
  Record<string, number>;

interface Survey {
  readonly names: string[];
  readonly rows: number[][];
  readonly classes: string[];
}

function survey(name: string, reverse: readonly string[] = []): Survey {
  const [head = "", ...lines] = read(name).trim().split("\n");
  const headers = head.trim().replaceAll('"', "").split(",");
  const items = headers.filter((header) => !["class", "rid", "form"].includes(header));
  const cells = lines.map((line) => line.trim().split(","));
  const rows = cells.map((row) =>
    items.map((item) => {
      const cell = row[headers.indexOf(item)]!;
      if (cell === "") return Number.NaN;
      return reverse.includes(item) ? 6 - Number(cell) : Number(cell);
    }),
  );
  return { names: items, rows, classes: cells.map((row) => row[headers.indexOf("class")] ?? "") };
}

function momentsOf(rows: readonly number[][], k: number): PairwiseMoments {
  const moments = new PairwiseMoments(k);
  for (const row of rows) moments.add(row);
  return moments;
}

const of = ({ names, rows }: Pick<Survey, "names" | "rows">) =>
  reliability(momentsOf(rows, names.length), names);
const near = (found: number | null, expected: number, within = 1e-6) => {
  expect(Math.abs(found! - expected)).toBeLessThan(within);
};

describe("R's attitude data (psych)", () => {
  it("has the reference's alpha, standardised alpha and omega", () => {
    const found = of(survey("attitude.csv"));
    near(found.alpha, 0.8431428, 1e-7);
    near(found.standardizedAlpha, 0.8390838, 1e-7);
    near(found.omega, 0.85068, 5e-6);
    expect(found.reasons).toEqual({});
  });
});

describe("the synthetic survey", () => {
  const full = survey("synth_belonging_full.csv", reference.reverse);
  const found = of(full);

  it("has the reference's alpha, omega and loadings", () => {
    near(found.alpha, reference.alpha15);
    near(found.omega, reference.omega15_minres);
    const moments = momentsOf(full.rows, 15);
    const factor = oneFactorOmega((i, j) => moments.correlation(i, j), 15);
    if (!factor.ok) throw new Error(factor.code);
    factor.loadings.forEach((loading, at) => near(loading, reference.minres_loadings[at]!, 1e-6));
  });

  it("has the reference's item–rest correlations", () => {
    for (const { item, itemRest } of found.items) near(itemRest, reference.r_drop[item]!);
    expect(Object.keys(reference.r_drop)).toHaveLength(found.items.length);
  });

  it.each(["ACC", "TEA", "PEE", "STA", "INC"])("has the reference's alpha of %s alone", (name) => {
    const columns = full.names.flatMap((item, at) => (item.startsWith(name) ? [at] : []));
    const rows = full.rows.map((row) => columns.map((at) => row[at]!));
    near(of({ names: ["a", "b", "c"], rows }).alpha, reference[`alpha_${name}`]!);
  });

  it("has alpha without an item equal to alpha of the others", () => {
    const rows = full.rows.map((row) => row.slice(1));
    near(found.items[0]!.alphaIfDropped, of({ names: full.names.slice(1), rows }).alpha!, 1e-12);
  });

  it("has SEM = SD of the mean score · √(1 − alpha)", () => {
    near(found.sem, reference.score["sd"]! * Math.sqrt(1 - reference.alpha15), 1e-9);
  });

  it("has the reference's mean squares and ICCs, with the mean group size and with n0", () => {
    const scores = new GroupedScores();
    full.rows.forEach((row, at) => scores.add(row, full.classes[at]!));
    const moments = momentsOf(full.rows, 15);
    const icc = intraclassCorrelation(scores.groups((i) => moments.mean(i)!).values());
    if (!icc.ok) throw new Error(icc.code);
    near(icc.meanSquareBetween, reference.score["MSB"]!);
    near(icc.meanSquareWithin, reference.score["MSW"]!);
    near(icc.icc1, reference.score["ICC1_multilevel"]!);
    near(icc.icc2, reference.score["ICC2_multilevel"]!);
    near(icc.icc1N0, reference.score["ICC1_n0"]!);
    expect([icc.groups, icc.n]).toEqual([24, 541]);
  });
});

describe("its matrix-sampled twin", () => {
  const matrix = survey("synth_belonging_matrix.csv", reference.reverse);
  const moments = momentsOf(matrix.rows, 15);

  it("has the reference's alpha over the observed pairs", () => {
    const found = reliability(moments, matrix.names);
    expect(found.observedPairs).toBe(reference.pairs_observed);
    near(found.alpha, reference.alpha_matrix_avgcov);
    for (const { itemRest } of found.items) expect(Math.abs(itemRest!)).toBeLessThan(1);
  });

  it("has the reference's item-centred class scores", () => {
    const scores = new GroupedScores();
    matrix.rows.forEach((row, at) => scores.add(row, matrix.classes[at]!));
    const groups = scores.groups((item) => moments.mean(item)!);
    reference.matrix_itemcentred_class.forEach((expected, at) => {
      // The reference adds the mean of all answers, this the mean of the items' means: one constant apart.
      const first = groups.get("1")!.mean - reference.matrix_itemcentred_class[0]!;
      near(groups.get(String(at + 1))!.mean - first, expected);
    });
  });
});

describe("what cannot be measured", () => {
  const rows = [
    [1, 2, 5],
    [2, 3, 5],
    [3, 5, 5],
    [4, 4, 5],
  ];
  const names = ["a", "b", "c"];

  it("says so for a constant item and goes on with the rest", () => {
    const found = of({ names, rows });
    expect(found.alpha).toBeGreaterThan(0);
    expect(found.omega).toBeNull();
    expect(found.standardizedAlpha).toBeNull();
    expect(found.items.map(({ itemRest }) => itemRest === null)).toEqual([false, false, true]);
    expect(found.reasons).toMatchObject({
      omega: "c does not vary",
      "itemRest c": "c does not vary",
    });
  });

  it.each([
    ["one respondent", [[1, 2, 3]], "two answers"],
    ["nobody", [], "two answers"],
    [
      "all constant",
      [
        [3, 3, 3],
        [3, 3, 3],
      ],
      "no item varies",
    ],
    ["a column without answers", rows.map(([a, b]) => [a!, b!, Number.NaN]), "c has fewer"],
    [
      "an item answered alone",
      [...rows.map(([a, b]) => [a!, b!, NaN]), [NaN, NaN, 1], [NaN, NaN, 2]],
      "nobody answered c together",
    ],
  ])("gives null and a reason for %s", (_, answers, reason) => {
    const found = of({ names, rows: answers });
    const { alpha, standardizedAlpha, omega, sem } = found;
    expect([alpha, standardizedAlpha, omega, sem]).toEqual([null, null, null, null]);
    expect(found.reasons["alpha"]).toContain(reason);
    expect(found.reasons["items"]).toContain(reason);
  });

  it("needs two items, and three for omega", () => {
    expect(of({ names: ["a"], rows: [[1], [2]] }).reasons["alpha"]).toContain("two items");
    const two = of({ names: ["a", "b"], rows: rows.map((row) => row.slice(0, 2)) });
    expect(two.alpha).toBeGreaterThan(0);
    expect(two.omega).toBeNull();
    expect(two.reasons["omega"]).toContain("three items");
  });

  const cell = fc.constantFrom(1, 2, 3, 4, 5, Number.NaN);
  it("is never NaN or infinite, whatever is missing, and null only with a reason", () => {
    const table = fc.array(
      fc.tuple(cell, cell, cell, cell).map((row) => [...row]),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(table, (answers) => {
        const found = of({ names: ["a", "b", "c", "d"], rows: answers });
        const figures = {
          alpha: found.alpha,
          standardizedAlpha: found.standardizedAlpha,
          omega: found.omega,
          sem: found.sem,
        };
        for (const [name, value] of Object.entries(figures)) {
          if (value === null) expect(found.reasons[name]).toBeTruthy();
          else expect(Number.isFinite(value)).toBe(true);
        }
        for (const { item, itemRest, alphaIfDropped } of found.items)
          for (const [name, value] of Object.entries({ itemRest, alphaIfDropped })) {
            const reason = found.reasons[`${name} ${item}`] ?? found.reasons["items"];
            if (value === null) expect(reason).toBeTruthy();
            else expect(Number.isFinite(value)).toBe(true);
          }
      }),
    );
  });
});

describe("laws", () => {
  const answer = fc.integer({ min: 1, max: 5 });
  const rows = fc.array(fc.array(answer, { minLength: 4, maxLength: 4 }), {
    minLength: 3,
    maxLength: 30,
  });
  const names = ["a", "b", "c", "d"];

  it("alpha does not change with the unit, the zero or the order of respondents", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const before = of({ names, rows: table }).alpha;
        const after = of({
          names,
          rows: table.map((r) => r.map((x) => 1e6 - 2 * x)).reverse(),
        }).alpha;
        if (before === null) expect(after).toBeNull();
        else expect(after).toBeCloseTo(before, 8);
      }),
    );
  });

  it("no alpha where every respondent has the same sum, though rounding leaves a trace of variance", () => {
    const table = [
      [3, 4, 2, 1],
      [2, 2, 3, 3],
      [2, 2, 5, 1],
    ];
    for (const rows of [table, table.map((row) => row.map((x) => 1e6 - 2 * x)).reverse()]) {
      const { alpha, reasons } = of({ names, rows });
      expect(alpha).toBeNull();
      expect(reasons["alpha"]).toBe("the items do not vary");
    }
  });

  it("one factor is found again in the correlations it makes, negative loadings too", () => {
    const size = fc.double({ min: 0.2, max: 0.95, noNaN: true });
    const loading = fc.tuple(size, fc.boolean()).map(([x, minus]) => (minus ? -x : x));
    fc.assert(
      fc.property(fc.array(loading, { minLength: 3, maxLength: 12 }), (loadings) => {
        const factor = oneFactorOmega((i, j) => loadings[i]! * loadings[j]!, loadings.length);
        if (!factor.ok) throw new Error(factor.code);
        const same = factor.loadings.every((x, i) => Math.abs(x - loadings[i]!) < 1e-6);
        const mirrored = factor.loadings.every((x, i) => Math.abs(x + loadings[i]!) < 1e-6);
        expect(same || mirrored).toBe(true);
      }),
    );
  });

  it("no factor where two halves of the items never met within themselves", () => {
    const apart = oneFactorOmega((i, j) => (i % 2 === j % 2 ? null : 0.4), 6);
    expect(apart).toEqual({ ok: false, code: "not-identified" });
    const islands = oneFactorOmega((i, j) => (i < 3 === j < 3 ? 0.4 : null), 6);
    expect(islands).toEqual({ ok: false, code: "not-identified" });
  });

  it("no omega where one item would need a loading beyond 1", () => {
    const r = [
      [1, 0.9, 0.9],
      [0.9, 1, 0.5],
      [0.9, 0.5, 1],
    ];
    expect(oneFactorOmega((i, j) => r[i]![j]!, 3)).toEqual({ ok: false, code: "improper" });
  });
});

describe("ICC refusals", () => {
  const icc = (groups: readonly (readonly number[])[]) => {
    const scores = new GroupedScores();
    groups.forEach((group, at) => group.forEach((score) => scores.add([score], String(at))));
    return intraclassCorrelation(scores.groups(() => 0).values());
  };

  it.each([
    [[[1, 2, 3]], "one-group"],
    [[[1], [2], [3]], "single-members"],
    [
      [
        [2, 2],
        [2, 2],
      ],
      "no-spread",
    ],
  ] as const)("%j is %s", (groups, code) => {
    expect(icc(groups)).toEqual({ ok: false, code });
  });

  it("is 1 where groups differ and members do not, below 0 where only members differ", () => {
    expect(
      icc([
        [1, 1],
        [4, 4],
      ]),
    ).toMatchObject({ ok: true, icc1: 1, icc2: 1 });
    const alike = icc([
      [1, 3],
      [1, 3],
    ]);
    expect(alike).toMatchObject({ ok: true, icc1: -1, icc2: null });
  });
});
