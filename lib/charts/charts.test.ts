import { describe, expect, it } from "vitest";
import { absenceByWeek } from "@/lib/charts/absence-by-week";
import { belongingByItem } from "@/lib/charts/belonging-by-item";
import { belongingByWave } from "@/lib/charts/belonging-by-wave";
import { PAGE_TOKENS } from "@/lib/charts/chart-parts";
import type { ChartParts } from "@/lib/charts/chart-parts";
import { classBelonging } from "@/lib/insight/class-belonging";
import { bandsOf, tooFew } from "@/lib/insight/testdata/bands";

const week = (weekStart: string, classRate: number | null, restRate: number | null) => ({
  weekStart,
  classRate,
  classDays: classRate === null ? 0 : 120,
  restRate,
  restDays: restRate === null ? 0 : 2400,
});
const [some, many] = bandsOf([5, 20], 20);
const charts: Readonly<Record<string, ChartParts>> = {
  "absence by week": absenceByWeek(
    [
      week("2026-09-07", 0.05, 0.052),
      week("2026-09-14", null, 0.061),
      week("2026-09-21", 0.1, 0.05),
    ],
    "7B",
  ),
  "belonging by item": belongingByItem([
    { label: "My ideas count", cell: some! },
    { label: "There is a place for me", cell: tooFew },
    { label: "We look after each other", cell: many! },
  ]),
  "belonging by wave": belongingByWave([
    { label: "September", belonging: classBelonging(bandsOf([5, 14], 20)) },
    { label: "October", belonging: classBelonging([tooFew]) },
    { label: "November", belonging: classBelonging([]) },
    { label: "December", belonging: { ok: false, code: "not-comparable", reason: "not compared" } },
  ]),
};

describe.each(Object.entries(charts))("%s", (_, { config, table, summary, readings }) => {
  it("has a table twin with a row for each entry, and a summary", () => {
    expect(table.rows).toHaveLength(config.data.labels!.length);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(new Set(table.columns).size).toBe(table.columns.length);
    expect(table.caption.length).toBeGreaterThan(10);
    expect(summary).toMatch(/\.$/);
  });

  it("is read place by place, each with the figures of its row", () => {
    expect(readings).toHaveLength(table.rows.length);
    for (const [at, row] of table.rows.entries()) {
      expect(readings[at]).toContain(String(row[0]));
      expect(readings[at]).toContain(String(row[1]).toLowerCase());
    }
  });

  it("is plain data, so that it can go from server to browser", () => {
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });

  it("has only colours that were passed in", () => {
    for (const dataset of config.data.datasets) {
      expect(Object.values(PAGE_TOKENS)).toContain(dataset.backgroundColor);
      expect(Object.values(PAGE_TOKENS)).toContain(dataset.borderColor);
    }
  });
});

describe("band charts", () => {
  const chart = charts["belonging by item"]!;

  it("draw bands as spans of the band's own ends, rounded outwards", () => {
    expect(chart.config.data.datasets[0]!.data).toEqual([[20, 40], null, [85, 100]]);
    expect(chart.table.rows[0]).toEqual(["My ideas count", "20%", "40%"]);
  });

  it("mark a withheld entry in the drawing, the table, the summary and the list, with its reason", () => {
    expect(chart.config.data.datasets[1]!.data).toEqual([null, [0, 100], null]);
    expect(chart.config.data.labels![1]).toEqual(["There is a place for me", "Withheld"]);
    expect(chart.table.rows[1]).toEqual([
      "There is a place for me",
      "withheld",
      "fewer than 10 respondents",
    ]);
    expect(chart.summary).toContain("There is a place for me: withheld");
    expect(chart.withheld).toEqual(["There is a place for me: fewer than 10 respondents."]);
    expect(chart.readings[1]).toBe("There is a place for me: withheld, fewer than 10 respondents.");
  });

  it("are read by both ends of a band, never by its middle", () => {
    expect(chart.readings[0]).toBe(
      "My ideas count: between 20% and 40% of the answers were favourable.",
    );
  });

  it("never hold a single number for anything about answers", () => {
    for (const name of ["belonging by item", "belonging by wave"]) {
      for (const { data } of charts[name]!.config.data.datasets) {
        for (const entry of data) expect(entry === null || Array.isArray(entry)).toBe(true);
      }
    }
  });

  it("give every wave that has no figure its own reason", () => {
    expect(charts["belonging by wave"]!.withheld).toEqual([
      "October: fewer than 10 respondents.",
      "November: no question of the index was asked.",
      "December: not compared.",
    ]);
  });

  it("say so when there is nothing", () => {
    expect(belongingByItem([]).summary).toBe("There is nothing to show yet.");
  });
});

describe("absenceByWeek", () => {
  const { config, table, summary } = charts["absence by week"]!;

  it("leaves a gap where there is no data, in drawing and table", () => {
    expect(config.data.datasets.map(({ data }) => data)).toEqual([
      [5, null, 10],
      [5.2, 6.1, 5],
    ]);
    for (const dataset of config.data.datasets) expect(dataset).toMatchObject({ spanGaps: false });
    expect(table.rows[1]).toEqual(["2026-09-14", "no data", 0, "6.1%"]);
  });

  it("sums up by student-days and names the last week", () => {
    expect(summary).toBe(
      "Over 3 weeks 7.5% of student-days in 7B were absences, against 5.4% in the rest of the school. " +
        "In the week of 2026-09-21 it was 10.0% against 5.0%.",
    );
    expect(absenceByWeek([], "7B").summary).toBe("There is no attendance for 7B yet.");
  });
});
