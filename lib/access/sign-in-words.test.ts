import { describe, expect, it } from "vitest";
import { signInWords } from "./sign-in-words";

describe("signInWords", () => {
  it("says how long a lock lasts", () => {
    expect(signInWords("locked:1")).toContain("Wait one minute");
    expect(signInWords("locked:8")).toContain("Wait 8 minutes");
  });

  it("does not say which of address and password was wrong", () => {
    expect(signInWords("wrong-credentials")).toMatch(/address or the password/);
  });

  it("never repeats an error it does not know", () => {
    for (const odd of ["locked:soon", "relation accounts does not exist", null]) {
      expect(signInWords(odd)).toMatch(/^Signing in did not work/);
    }
  });
});
