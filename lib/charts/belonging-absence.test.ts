import { describe, expect, it } from "vitest";
import { tooFew } from "@/lib/insight/testdata/bands";
import { belongingByAbsence, type ClassPoint } from "./belonging-absence";

const belonging = { band: { lo: 0.4, hi: 0.55 }, interval: { lo: 0.31, hi: 0.66 } };
const absence = {
  observed: 38,
  expected: 23.6,
  change: { ratio: 38 / 23.6, from: 1.12, to: 2.2 },
};
const points: ClassPoint[] = [
  { label: "7A", belonging, absence, flag: "act" },
  { label: "7B", belonging: tooFew, absence, flag: null },
  { label: "7C", belonging, absence: { reason: "too early" }, flag: null },
  { label: "7D", belonging: tooFew, absence: { reason: "too early" }, flag: null },
  {
    label: "7E",
    belonging,
    absence: { ...absence, change: { ratio: 0.5, from: null, to: null } },
    flag: null,
  },
];
const chart = belongingByAbsence(points, { ratioFrom: 1.25, shareBelow: 45 });

describe("belongingByAbsence", () => {
  it("draws a class as a box of its band and its interval, never as a point", () => {
    expect(chart.marks?.boxes[0]).toEqual({
      ...{ ratio: 38 / 23.6, ratioFrom: 1.12, ratioTo: 2.2 },
      ...{ lo: 40, hi: 55, loLikely: 31, hiLikely: 66, flagged: true },
    });
    expect(chart.config.data.datasets).toEqual([]);
    expect(chart.marks?.regions).toEqual({ ratioFrom: 1.25, shareBelow: 45 });
  });

  it("reads each class in words that the table has too", () => {
    expect(chart.readings).toHaveLength(2);
    expect(chart.readings[0]).toBe(
      "7A: between 40% and 55% of the answers were favourable. Most likely within 31% to 66%. " +
        "38 absences where about 24 were to be expected, 1.6 times as many (95%: 1.1 to 2.2 times). Open flag: act.",
    );
    expect(chart.table.rows[0]).toEqual([
      "7A",
      "40%",
      "55%",
      "31% to 66%",
      38,
      24,
      "1.6",
      "1.1 to 2.2 times",
      "act",
    ]);
    expect(chart.table.rows.map(([label]) => label)).toEqual(["7A", "7E"]);
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
  });

  it("names every class that cannot be drawn, with each reason", () => {
    expect(chart.withheld).toEqual([
      "7B: fewer than 10 respondents.",
      "7C: too early.",
      "7D: fewer than 10 respondents; too early.",
    ]);
    expect(chart.summary).toContain("3 cannot be drawn");
  });

  it("keeps its axis readable: a wide interval does not squeeze the rest, a class beyond is shown", () => {
    const most = (ratio: number, to: number) => {
      const change = { ratio, from: 0.1, to };
      const of = [{ label: "x", belonging, absence: { ...absence, change }, flag: null }];
      const { config } = belongingByAbsence(of, { ratioFrom: 1.25, shareBelow: null });
      return (config.options?.scales?.["x"] as { max: number }).max;
    };
    expect(most(1, 1.2)).toBe(2);
    expect(most(1, 30)).toBe(4);
    expect(most(6, 30)).toBeGreaterThan(6);
  });

  it("says so when there is nothing", () => {
    const none = belongingByAbsence([], { ratioFrom: 1.25, shareBelow: null });
    expect(none.summary).toBe("There is nothing to show yet.");
    expect(none.readings).toEqual([]);
  });
});
