import { describe, expect, it } from "vitest";
import { belongingByCohort, cohortByWave } from "@/lib/charts/belonging-by-cohort";
import { cohortFigure, type CohortPart } from "@/lib/insight/cohort-figure";
import { evenDesign } from "@/lib/insight/figure-design";
import { bandsOf, tooFew } from "@/lib/insight/testdata/bands";

const design = evenDesign(5);
const shown = (name: string): CohortPart => ({
  ...{ name, seats: 22, answered: { lo: 20, hi: 22 } },
  cells: bandsOf([10, 10, 10, 10, 10], 20),
});
const hidden: CohortPart = {
  ...{ name: "7C", seats: 9, answered: { lo: 5, hi: 9 } },
  cells: [tooFew, tooFew, tooFew, tooFew, tooFew],
};
const rule = { least: 3, noun: "classes" };
const band = [...bandsOf([10], 20)][0];
if (band === undefined) throw new Error("no band");
const [lo, hi] = [Math.floor(band.shareLo * 100), Math.ceil(band.shareHi * 100)];

describe("cohorts in a chart", () => {
  const parts = ["7A", "7B", "7D", "7E"].map(shown);
  const figure = cohortFigure([...parts, hidden], design, rule);
  const none = cohortFigure([shown("8A"), hidden], design, rule);

  it("are bands in the order given, with how many answered in the table", () => {
    const chart = belongingByCohort("Belonging", [
      { label: "Morning program", figure },
      { label: "Other", figure: none },
    ]);
    expect(chart.config.data.datasets[0]?.data).toEqual([[lo, hi], null]);
    expect(chart.table.rows).toEqual([
      ["Morning program", `${String(lo)}%`, `${String(hi)}%`, "80 to 88 of 88"],
      ["Other", "withheld", "1 of 2 classes are withheld, and fewer than 3 are left", ""],
    ]);
    expect(chart.summary).toBe(
      `Morning program: ${String(lo)}% to ${String(hi)}%; Other: withheld.`,
    );
  });

  it("say what is withheld and what of a figure is not in it", () => {
    const { withheld } = belongingByCohort("Belonging", [
      { label: "Morning program", figure },
      { label: "Other", figure: none },
    ]);
    expect(withheld).toEqual([
      "Other: 1 of 2 classes are withheld, and fewer than 3 are left.",
      "Morning program: 1 of 5 not in this figure (7C): fewer than 10 respondents.",
      "Other, of which 7C: fewer than 10 respondents.",
    ]);
  });

  it("say once what is not in the figures of several pulses", () => {
    const both = ["October", "November"].map((label) => ({ label, figure }));
    expect(cohortByWave("Belonging", both).withheld).toEqual([
      "October, November: 1 of 5 not in this figure (7C): fewer than 10 respondents.",
    ]);
  });

  it("stand upright from pulse to pulse", () => {
    const chart = cohortByWave("Belonging", [{ label: "October", figure }]);
    expect(chart.config.options?.indexAxis).toBe("x");
    expect(chart.table.columns[0]).toBe("Pulse");
  });
});
