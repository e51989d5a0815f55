import { describe, expect, it } from "vitest";
import { slideAfter } from "./slide-keys";

describe("keys on the wall", () => {
  it("go one slide on or back, and to both ends", () => {
    expect(["ArrowRight", "ArrowDown", "PageDown"].map((key) => slideAfter(key, 1, 5))).toEqual([
      2, 2, 2,
    ]);
    expect(["ArrowLeft", "ArrowUp", "PageUp"].map((key) => slideAfter(key, 1, 5))).toEqual([
      0, 0, 0,
    ]);
    expect([slideAfter("Home", 3, 5), slideAfter("End", 3, 5)]).toEqual([0, 4]);
  });

  it("lead nowhere beyond the ends, and leave other keys alone", () => {
    expect(slideAfter("ArrowLeft", 0, 5)).toBeNull();
    expect(slideAfter("ArrowRight", 4, 5)).toBeNull();
    expect(slideAfter("Home", 0, 5)).toBeNull();
    expect(slideAfter("Enter", 1, 5)).toBeNull();
  });
});
