import { describe, expect, it } from "vitest";

import { nextCell } from "./next-cell";

const size = { rows: 3, columns: 4 };

describe("nextCell", () => {
  it("moves by one and stays inside", () => {
    expect(nextCell("ArrowRight", { row: 0, column: 3 }, size)).toEqual({ row: 0, column: 3 });
    expect(nextCell("ArrowDown", { row: 0, column: 3 }, size)).toEqual({ row: 1, column: 3 });
    expect(nextCell("ArrowUp", { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
    expect(nextCell("ArrowLeft", { row: 2, column: 1 }, size)).toEqual({ row: 2, column: 0 });
  });

  it("reaches the ends of a row, and the corners with Ctrl", () => {
    expect(nextCell("Home", { row: 1, column: 2 }, size)).toEqual({ row: 1, column: 0 });
    expect(nextCell("End", { row: 1, column: 2 }, size)).toEqual({ row: 1, column: 3 });
    expect(nextCell("Home", { row: 1, column: 2 }, size, true)).toEqual({ row: 0, column: 0 });
    expect(nextCell("End", { row: 1, column: 2 }, size, true)).toEqual({ row: 2, column: 3 });
  });

  it("leaves other keys and empty grids alone", () => {
    expect(nextCell("Tab", { row: 0, column: 0 }, size)).toBeNull();
    expect(nextCell("ArrowDown", { row: 0, column: 0 }, { rows: 0, columns: 4 })).toBeNull();
  });
});
