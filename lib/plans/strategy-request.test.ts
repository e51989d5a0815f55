import { describe, expect, it } from "vitest";
import { readStrategyRequest } from "./strategy-request";

describe("readStrategyRequest", () => {
  it("reads what it knows", () => {
    const request = readStrategyRequest({ about: "repair", grades: "6-8", class: "cls-1" });
    expect(request).toMatchObject({ construct: "repair", band: { from: 6, to: 8 }, notes: [] });
    expect(request.classId).toBe("cls-1");
  });

  it("leaves out what it does not know, and says so once each, shortened", () => {
    const request = readStrategyRequest({ about: "grit".repeat(50), grades: ["13", "14"] });
    expect(request).toMatchObject({ construct: undefined, band: undefined, classId: undefined });
    expect(request.notes).toHaveLength(2);
    expect(request.notes[0]).toMatch(/^“(grit){10}…” is nothing/u);
    expect(request.notes[1]).toContain("“13”");
  });

  it("says nothing of what is empty", () => {
    expect(readStrategyRequest({ about: "", grades: " " }).notes).toEqual([]);
  });
});
