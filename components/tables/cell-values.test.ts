import { describe, expect, it } from "vitest";

import { cellText, filterChoices, matchesSearch, searchText, sortValue } from "./cell-values";
import type { DataColumn, DataRow } from "./table-data";

const columns: DataColumn[] = [
  { id: "class", header: "Class", kind: "link" },
  { id: "grade", header: "Grade", kind: "text", filter: true },
  { id: "belonging", header: "Belonging", kind: "band" },
];

const row: DataRow = {
  id: "c1",
  cells: {
    class: { text: "7B Science", href: "/classes/c1", detail: "Ms. Muñoz" },
    grade: "Grade 7",
    belonging: { withheld: "Fewer than 10 answered" },
  },
};

describe("sortValue", () => {
  it("puts act above watch above none", () => {
    const [none, watch, act] = (["none", "watch", "act"] as const).map((t) => sortValue(t, "tier"));
    expect([none, watch, act]).toEqual([0, 1, 2]);
  });

  it("does not read a text cell that says 'act' as a tier", () => {
    expect(sortValue("act", "text")).toBe("act");
  });

  it("sorts bands by their middle, and gives withheld and empty cells no place", () => {
    expect(sortValue({ loShare: 0.4, hiShare: 0.6, label: "" }, "band")).toBe(0.5);
    expect(sortValue({ withheld: "too few" }, "band")).toBeUndefined();
    expect(sortValue(null, "number")).toBeUndefined();
  });

  it("sorts numbers and dates by their value, not by how they are written", () => {
    expect(sortValue({ value: 0.071, text: "7.1%" }, "number")).toBe(0.071);
    expect(sortValue({ iso: "2026-09-01", text: "1 Sep" }, "date")).toBe("2026-09-01");
  });
});

describe("search", () => {
  const text = searchText(row, columns);

  it("finds by words in any order, without case and accents", () => {
    expect(matchesSearch(text, "munoz 7b")).toBe(true);
    expect(matchesSearch(text, "grade 7")).toBe(true);
    expect(matchesSearch(text, "8b")).toBe(false);
  });

  it("finds everything with an empty query", () => {
    expect(matchesSearch(text, "")).toBe(true);
  });

  it("does not search columns of results", () => {
    expect(matchesSearch(text, "fewer")).toBe(false);
  });
});

describe("filterChoices", () => {
  it("lists what occurs once, numbers in order, without empty cells", () => {
    const rows = ["Grade 10", "Grade 2", "Grade 10", null].map((grade, index) => ({
      id: String(index),
      cells: { grade },
    }));
    expect(filterChoices(rows, columns[1] as DataColumn)).toEqual(["Grade 2", "Grade 10"]);
  });

  it("offers a class by its name alone", () => {
    expect(filterChoices([row], columns[0] as DataColumn)).toEqual(["7B Science"]);
    expect(cellText(row.cells["class"] ?? null, "link")).toBe("7B Science Ms. Muñoz");
  });
});
