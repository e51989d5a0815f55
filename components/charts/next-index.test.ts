import { describe, expect, it } from "vitest";

import { nextIndex } from "./next-index";

describe("nextIndex", () => {
  it("enters a chart at its beginning or its end, and stays inside", () => {
    expect(nextIndex("ArrowRight", null, 3)).toBe(0);
    expect(nextIndex("ArrowLeft", null, 3)).toBe(2);
    expect(nextIndex("ArrowDown", 2, 3)).toBe(2);
    expect(nextIndex("ArrowUp", 0, 3)).toBe(0);
    expect(nextIndex("Home", 2, 3)).toBe(0);
    expect(nextIndex("End", 0, 3)).toBe(2);
  });

  it("leaves every other key, and a chart without places, alone", () => {
    expect(nextIndex("Tab", 1, 3)).toBeNull();
    expect(nextIndex("a", null, 3)).toBeNull();
    expect(nextIndex("ArrowRight", null, 0)).toBeNull();
  });
});
