import { describe, expect, it } from "vitest";
import { fileWith, hearth, rowsOf } from "../testing/spawn-hearth";

const run = (text: string, ...args: string[]) =>
  hearth(["low-belonging", fileWith("bands.csv", text), ...args]);
/** 24 classes of 20, counts of favourable answers from 8 to 18, to which a test adds one that is low. */
const lines = Array.from(
  { length: 24 },
  (_, i) => `c${String(i)},20,${String(8 + (i % 5) * 2)},${String(10 + (i % 5) * 2)}`,
);
const bands = (extra: readonly string[]) => `class,n,lo,hi\n${[...lines, ...extra].join("\n")}\n`;

describe("hearth low-belonging", () => {
  it("names the class that is far below, in the order of the file", () => {
    const { out, err, code } = run(bands(['"low, but loud",20,0,1']));
    expect(code).toBe(0);
    expect(err).toContain("counts of favourable answers");
    expect(out.split("\n")[0]).toBe("class,mean,sd,pLow,tier");
    const last = out.trim().split("\n").at(-1);
    expect(last).toMatch(/^"low, but loud",0\.\d+,0\.\d+,0\.\d+,watch$/);
    const others = rowsOf(out).slice(0, 24);
    expect(others.map((row) => row["class"])).toEqual(lines.map((line) => line.split(",")[0]));
    expect(new Set(others.map((row) => row["tier"]))).toEqual(new Set(["none"]));
  });

  it("acts where the bands pool a term, and gives μ, τ and the cut as JSON", () => {
    const { out } = run(bands(["low,20,0,1"]), "--term-pooled", "--json");
    const found = JSON.parse(out);
    expect(found).toMatchObject({ result: "ok", unit: "count" });
    expect(found.cut).toBeCloseTo(found.mu - 1.2816 * found.tau, 12);
    expect(found.classes.at(-1)).toMatchObject({ class: "low", tier: "act" });
  });

  it("gives the same for shares as for counts, but for what a band of counts holds more", () => {
    const shares = bands(["low,20,1,2"]).replace(
      /,20,(\d+),(\d+)/g,
      (_, lo, hi) => `,20,${String((Number(lo) - 0.5) / 20)},${String((Number(hi) + 0.5) / 20)}`,
    );
    const byShare = rowsOf(run(shares).out);
    expect(byShare.at(-1)).toMatchObject({ class: "low", tier: "watch" });
    for (const [at, row] of rowsOf(run(bands(["low,20,1,2"])).out).entries())
      expect(Number(byShare[at]?.["pLow"])).toBeCloseTo(Number(row["pLow"]), 7);
  });

  it("takes scores, with the spread it is told or one that it states", () => {
    const scores = bands(["low,20,0,1"]).replace(
      /,20,(\d+),(\d+)/g,
      (_, lo, hi) => `,20,${String(Number(lo) / 5 + 1)},${String(Number(hi) / 5 + 1.05)}`,
    );
    const guessed = run(scores);
    expect(guessed.err).toContain("an SD of 0.8");
    expect(rowsOf(guessed.out).at(-1)).toMatchObject({ class: "low", tier: "watch" });
    const told = run(scores, "--unit", "score", "--sd", "0.8");
    expect(told).toMatchObject({ err: "", out: guessed.out });
  });

  it.each([
    ["too-few-classes", bands([]).split("\n").slice(0, 20).join("\n"), "from 20 classes up"],
    ["no-differences", bands([]).replace(/,20,\d+,\d+/g, ",20,12,14"), "no more than chance"],
  ])("says %s and tells no class apart", (result, text, sentence) => {
    const { out, err, code } = run(text);
    expect(code).toBe(0);
    expect(err).toContain(sentence);
    expect(rowsOf(out).length).toBeGreaterThan(18);
    for (const row of rowsOf(out))
      expect(row).toMatchObject({ mean: "", sd: "", pLow: "", tier: result });
    expect(JSON.parse(run(text, "--json").out)).toMatchObject({ result, mu: null });
  });

  it.each([
    ["c,20,5,3", 'column "lo": 5 is above hi, 3'],
    ["c,0,0,0", 'column "n": "0" is not a whole number from 1 up'],
    ["c,20,x,3", 'column "lo": "x" is not a number'],
    ["c0,20,1,3", 'column "class": class c0 is already on line 2'],
    [",20,1,3", 'column "class": is empty'],
    ["c,20,1", "has 3 cells"],
  ])("refuses %s with line, column and reason", (row, message) => {
    const { out, err, code } = run(bands([row]));
    expect({ out, code }).toEqual({ out: "", code: 1 });
    expect(err).toContain("bands.csv, line 26");
    expect(err).toContain(message);
  });

  it("refuses a count above n when told that these are counts", () => {
    const { err, code } = run(bands(["c,20,19,21"]), "--unit", "count");
    expect(code).toBe(1);
    expect(err).toContain('line 26, column "hi": 21 is above 20');
  });
});
