import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { returnPath } from "./return-path";

describe("returnPath", () => {
  it.each(["/overview", "/classes?school=S1", "/flags#new", "/waves/1/slips"])(
    "keeps %s",
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    "",
    "overview",
    "https://evil.example/",
    "javascript:alert(1)",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/sign-in?callbackUrl=/sign-in",
    "/api/auth/signout",
  ])("refuses %j", (asked) => {
    expect(returnPath(asked)).toBeNull();
  });

  it("never leaves the site, whatever is asked", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "\t",
      "\n",
      "@",
      ":",
      "evil.example",
      "a",
      "?",
      "#",
      "%2f",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = returnPath(`/${pieces.join("")}`);
        if (path === null) return;
        expect(new URL(path, "https://hearth.example").origin).toBe("https://hearth.example");
      }),
    );
  });
});
