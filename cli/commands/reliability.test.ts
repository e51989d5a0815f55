import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileWith, hearth } from "../testing/spawn-hearth";

const DATA = "lib/psychometrics/testdata";
const REVERSED = ["--reverse", "ACC3,TEA3,PEE3,STA3,INC3", "--min", "1", "--max", "5"];
const json = (args: readonly string[]) => {
  const { out, code, err } = hearth(["reliability", ...args, "--json"]);
  expect(code, err).toBe(0);
  expect(out).not.toContain("NaN");
  return JSON.parse(out);
};
const run = (text: string, ...args: string[]) =>
  hearth(["reliability", fileWith("survey.csv", text), ...args]);

describe("hearth reliability", () => {
  it("gives the reference's figures for the synthetic survey", () => {
    const found = json([`${DATA}/synth_belonging_full.csv`, ...REVERSED, "--group", "class"]);
    const expected = JSON.parse(readFileSync(`${DATA}/reference_synth_belonging.json`, "utf8"));
    expect(found).toMatchObject({ n: 541, k: 15, groups: 24, reasons: {}, notes: [] });
    const pairs: [number, number][] = [
      [found.alpha, expected.alpha15],
      [found.omega, expected.omega15_minres],
      [found.icc1, expected.score.ICC1_multilevel],
      [found.icc2, expected.score.ICC2_multilevel],
      [found.icc1N0, expected.score.ICC1_n0],
      [found.icc2N0, expected.score.ICC2_multilevel],
      ...found.items.map(({ item, itemRest }: { item: string; itemRest: number }) => [
        itemRest,
        expected.r_drop[item],
      ]),
    ];
    expect(pairs).toHaveLength(21);
    for (const [value, reference] of pairs) expect(Math.abs(value - reference)).toBeLessThan(1e-6);
  });

  it("gives alpha of the matrix-sampled twin, and says how many pairs it rests on", () => {
    const found = json([`${DATA}/synth_belonging_matrix.csv`, ...REVERSED]);
    expect(Math.abs(found.alpha - 0.90149671403)).toBeLessThan(1e-6);
    expect(found.pairs).toEqual({ observed: 65, possible: 105 });
    expect(found.notes[0]).toContain("65 of 105 pairs");
  });

  it("gives R's figures for attitude, with every column an item, as readable JSON too", () => {
    const { out, err } = hearth(["reliability", `${DATA}/attitude.csv`]);
    const found = JSON.parse(out);
    expect(Math.abs(found.alpha - 0.8431428)).toBeLessThan(1e-6);
    expect(Math.abs(found.standardizedAlpha - 0.8390838)).toBeLessThan(1e-6);
    expect(Math.abs(found.omega - 0.85068)).toBeLessThan(5e-6);
    expect(out.split("\n").length).toBeGreaterThan(20);
    expect(err).toContain("Items: rating, complaints");
  });

  it("takes the items it is told, and gives their alpha alone", () => {
    const items = ["--items", "ACC1,ACC2,ACC3", "--reverse", "ACC3"];
    const found = json([`${DATA}/synth_belonging_full.csv`, ...items]);
    expect(Math.abs(found.alpha - 0.81316718087)).toBeLessThan(1e-6);
  });

  it.each([
    ["x\n1,2\n", [], "line 2: has 2 cells where the header has 1"],
    ["a,b\n1,two\n", [], 'line 2, column "b": "two" is not a number'],
    ["a,b\n1,2\n1,6\n", ["--max", "5"], 'line 3, column "b": 6 is above --max 5'],
    ["a,b\n1,2\n", ["--items", "a,z"], 'column "z": there is no such column'],
    ["a,b\n1,2\n", ["--group", "class"], 'column "class": there is no such column'],
    ['a,b\n1,"2\n3,4\n', [], "line 2: a quotation mark"],
    ["a,b\n,\nNA,\n", [], "holds no answer in any item"],
    ["a,b\n", [], "holds no answer in any item"],
    ["a,a\n1,2\n", [], 'two columns called "a"'],
    ["class,rid\n1,2\n", [], "no column that looks like an item"],
  ])("refuses %j %j with file, line, column and reason", (text, args, message) => {
    const { out, err, code } = run(text, ...args);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toContain("survey.csv");
    expect(err).toContain(message);
  });

  it.each([
    ["one respondent", "a,b,c\n1,2,3\n", [], "alpha", "two answers"],
    ["a constant item", "a,b,c\n1,2,3\n2,2,1\n3,2,2\n", [], "omega", "b does not vary"],
    ["only constant items", "a,b\n1,2\n1,2\n", [], "alpha", "no item varies"],
    ["a column without answers", "a,b,c\n1,2,\n2,1,\n", [], "alpha", "c has fewer than two"],
    ["one class", "class,a,b\nx,1,2\nx,2,3\n", ["--group", "class"], "icc1", "two groups"],
  ])("gives null and the reason for %s", (_, text, args, figure, reason) => {
    const { out, code } = run(text, ...args, "--json");
    const found = JSON.parse(out);
    expect(code).toBe(0);
    expect(found[figure]).toBeNull();
    expect(found.reasons[figure]).toContain(reason);
  });

  it("points at an item that runs against the others", () => {
    const text = `a,b,c\n${["1,2,5", "2,2,4", "3,4,3", "5,4,1"].join("\n")}\n`;
    expect(JSON.parse(run(text).out).notes[0]).toContain("Against the other items: ");
    const turned = JSON.parse(run(text, "--reverse", "c").out);
    expect(turned.notes).toEqual([]);
    expect(turned.alpha).toBeGreaterThan(0.8);
  });

  it("reads semicolons, quotation marks, Windows line ends and a byte order mark", () => {
    const { out } = run('\uFEFF"a";"b"\r\n"1";2\r\n2;"3"\r\n4;4\r\n', "--json");
    expect(JSON.parse(out)).toMatchObject({ n: 3, k: 2 });
  });
});
