import { describe, expect, it } from "vitest";

import { isCurrent } from "./staff-nav-items";

describe("isCurrent", () => {
  it("marks a page and the pages below it", () => {
    expect(isCurrent("/classes", "/classes")).toBe(true);
    expect(isCurrent("/classes", "/classes/7b")).toBe(true);
  });

  it("does not mark a neighbour with the same beginning, nor everything under the front page", () => {
    expect(isCurrent("/class", "/classes")).toBe(false);
    expect(isCurrent("/", "/classes")).toBe(false);
  });
});
