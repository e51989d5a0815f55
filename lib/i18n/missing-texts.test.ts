import { describe, expect, it } from "vitest";
import { lacking, missingTexts } from "@/lib/i18n/missing-texts";

describe("missing texts", () => {
  it("are none in any language", () => {
    expect(missingTexts()).toEqual([]);
  });

  it("are found by their place: left out, empty, too few, too many", () => {
    const wanted = { a: { b: "x", c: ["x", "y"] } };
    expect(lacking(wanted, { a: { b: "u", c: ["v", "w"] } }, "t")).toEqual([]);
    expect(lacking(wanted, { a: { b: " ", c: ["v"] } }, "t")).toEqual(["t.a.b", "t.a.c.1"]);
    expect(lacking(wanted, { a: { b: "u", c: ["v", "w", "z"] } }, "t")).toEqual(["t.a.c"]);
    expect(lacking(wanted, {}, "t")).toEqual(["t.a.b", "t.a.c.0", "t.a.c.1"]);
    expect(lacking(wanted, null, "t")).toHaveLength(3);
  });
});
