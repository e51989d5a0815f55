import { describe, expect, it } from "vitest";

import { columnWidths } from "./column-widths";
import type { DataColumn } from "./table-data";

const columns: DataColumn[] = [
  { id: "name", header: "Name", kind: "text" },
  { id: "belonging", header: "Belonging", kind: "band" },
];

const named = (names: readonly string[]) =>
  names.map((name, index) => ({ id: String(index), cells: { name } }));

describe("columnWidths", () => {
  it("goes by what most rows say, not by the longest", () => {
    const names = [...Array.from({ length: 99 }, () => "x".repeat(20)), "x".repeat(500)];
    expect(columnWidths(columns, named(names))).toEqual([25, 26]);
  });

  it("keeps a column between a word and half a screen", () => {
    expect(columnWidths(columns, named(["", ""]))[0]).toBe(8);
    expect(columnWidths(columns, named(Array.from({ length: 9 }, () => "x".repeat(300))))[0]).toBe(
      36,
    );
    expect(columnWidths(columns, [])[0]).toBe(8);
  });
});
