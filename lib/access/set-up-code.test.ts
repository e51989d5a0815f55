import { describe, expect, it } from "vitest";
import { isSetUpCode, setUpCode, setUpPath } from "./set-up-code";

const secret = "a secret of this test, thirty-two or more";

describe("the set-up code", () => {
  it("is fixed for an installation and another for every other", () => {
    expect(setUpCode(secret)).toMatch(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/);
    expect(setUpCode(secret)).toBe(setUpCode(secret));
    const codes = Array.from({ length: 200 }, (_, index) => setUpCode(`${secret} ${index}`));
    expect(new Set(codes).size).toBe(200);
    expect(setUpPath(secret)).toBe(`/set-up#code=${setUpCode(secret)}`);
  });

  it("is known however it was typed, and nothing else is", () => {
    const code = setUpCode(secret);
    for (const typed of [code, ` ${code.toLowerCase()} `, code.replaceAll("-", " ")]) {
      expect(isSetUpCode(typed, secret)).toBe(true);
    }
    for (const typed of ["", "-", code.slice(0, -1), `${code}2`, setUpCode(`${secret}!`)]) {
      expect(isSetUpCode(typed, secret)).toBe(false);
    }
  });
});
