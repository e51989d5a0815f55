import { describe, expect, it } from "vitest";
import { NO_OPTIONS, slipsByName } from "./options";
import { readWaveOptions } from "./read-options";

describe("the options of a wave", () => {
  it("of one from before there was a choice are slips dealt by chance", () => {
    expect(readWaveOptions(null)).toEqual(NO_OPTIONS);
    expect(readWaveOptions({ dimensions: ["gender"] })).toMatchObject({ admission: "slips" });
    expect(() => readWaveOptions({ admission: "door" })).toThrow();
  });

  it("put names on slips for demographics, for roster sign-in, and else not", () => {
    expect(slipsByName(NO_OPTIONS)).toBe(false);
    expect(slipsByName({ ...NO_OPTIONS, dimensions: ["gender"] })).toBe(true);
    expect(slipsByName({ ...NO_OPTIONS, admission: "roster" })).toBe(true);
  });
});
