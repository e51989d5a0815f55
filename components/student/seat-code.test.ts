import { describe, expect, it } from "vitest";
import { helpLines } from "./help-lines";
import { formatTyping, readFragment } from "./seat-code";

describe("formatTyping", () => {
  it.each([
    ["7k", "7K"],
    ["7km2", "7KM2"],
    ["7km2x", "7KM2-X"],
    ["7km2 xqrb", "7KM2-XQRB"],
    ["o1l", "011"],
    ["7KM2-", "7KM2"],
    ["7KM2-XQRBZ", "7KM2-XQRBZ"],
    ["", ""],
  ])("%s becomes %s", (typed, shown) => {
    expect(formatTyping(typed)).toBe(shown);
  });
});

describe("readFragment", () => {
  it("reads what the slip's QR code says", () => {
    const hash = "ab".repeat(32);
    expect(readFragment(`#seat=7km2-xqrb&manifest=${hash}`)).toEqual({
      seatCode: "7KM2XQRB",
      manifestHash: hash,
    });
  });

  it.each(["", "#", "#content", "#seat=&x=1"])("finds nothing in %s", (hash) => {
    expect(readFragment(hash)).toEqual({ seatCode: null, manifestHash: null });
  });
});

describe("helpLines", () => {
  it("names 988 where it is answered, and nothing elsewhere", () => {
    expect(helpLines("America/Chicago")?.lineNumber).toBe("988");
    expect(helpLines("America/Toronto")?.emergencyNumber).toBe("911");
    for (const zone of ["Europe/Berlin", "America/Sao_Paulo", "America/Mexico_City", ""]) {
      expect(helpLines(zone)).toBeNull();
    }
  });
});
