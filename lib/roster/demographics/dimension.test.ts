import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanWords, LONGEST_NAME, nameFromHeader, nameProblem, readCategory } from "./dimension";

describe("names of demographics", () => {
  it.each(["gender", "home language", "504 plan", "Sprache (zu Hause)", "lengua materna, L1"])(
    "%s is a name",
    (name) => {
      expect(nameProblem(name)).toBeNull();
    },
  );

  it.each(["", "class", "School", "GRADE", "district", "constructor", "a/b", "a=b", "x&y", "a:b"])(
    "“%s” is none: empty, taken, or with signs that build the ids of groups",
    (name) => {
      expect(nameProblem(name)).toMatch(/./);
    },
  );

  it("have at most 60 characters", () => {
    expect(nameProblem("a".repeat(LONGEST_NAME))).toBeNull();
    expect(nameProblem("a".repeat(LONGEST_NAME + 1))).toContain("60");
  });

  it("are proposed from headers", () => {
    expect(
      ["Home_Language", "homeLanguage", "metadata.ELL-Status", "  Sex "].map(nameFromHeader),
    ).toEqual(["home language", "home language", "ell-status", "sex"]);
  });

  it("proposed from any header are a name, or empty, or one of the taken ones", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (header) => {
        const name = nameFromHeader(header);
        expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
        expect(name).toBe(cleanWords(name));
      }),
    );
  });
});

describe("categories", () => {
  it("are cleaned of blanks; empty ones are not recorded", () => {
    expect(readCategory("  Haitian \u00a0 Creole ")).toEqual({
      ok: true,
      category: "Haitian Creole",
    });
    expect(readCategory(" ")).toEqual({ ok: true, category: null });
    expect(readCategory("Not recorded")).toEqual({ ok: true, category: null });
  });

  it("are refused when too long or unreadable", () => {
    expect(readCategory("x".repeat(61))).toMatchObject({ ok: false });
    expect(readCategory("caf\uFFFD")).toMatchObject({ ok: false });
    expect(readCategory("a\u0000b")).toMatchObject({ ok: false });
  });
});
