import { describe, expect, it } from "vitest";
import { FLOOR_POLICY, raisePolicy, validatePolicy } from "@/lib/disclosure/policy";

describe("validatePolicy", () => {
  it("accepts the floor itself", () => {
    expect(validatePolicy(FLOOR_POLICY)).toEqual({ ok: true, policy: FLOOR_POLICY });
  });

  it.each([
    ["k", 9],
    ["tail", 2],
    ["width", 3],
    ["narrowWidth", 2],
    ["remainder", 9],
    ["threeBucketsFrom", 29],
    ["participationBlock", 4],
    ["reliabilityFrom", 99],
  ])("refuses to lower %s", (field, value) => {
    expect(validatePolicy({ ...FLOOR_POLICY, [field]: value })).toMatchObject({
      ok: false,
      code: "policy-below-floor",
      field,
    });
  });

  it.each([Infinity, NaN, 10.5, "10", null, undefined])("refuses k = %s", (k) => {
    expect(validatePolicy({ ...FLOOR_POLICY, k })).toMatchObject({
      code: "policy-not-a-whole-number",
    });
  });

  it("refuses another version", () => {
    expect(validatePolicy({ ...FLOOR_POLICY, version: "hearth-policy/0" })).toMatchObject({
      code: "policy-version-unknown",
    });
  });

  it("refuses a remainder below k, and tails that meet in the smallest group", () => {
    expect(validatePolicy({ ...FLOOR_POLICY, k: 15 })).toMatchObject({
      code: "policy-remainder-below-k",
    });
    expect(raisePolicy({ tail: 4 })).toMatchObject({ code: "policy-no-room-between-tails" });
    expect(raisePolicy({ tail: 4, k: 12 })).toMatchObject({ ok: true });
  });

  it("drops what is not part of a policy", () => {
    const result = validatePolicy({ ...FLOOR_POLICY, extra: 1 } as typeof FLOOR_POLICY);
    expect(result).toEqual({ ok: true, policy: FLOOR_POLICY });
  });
});

describe("raisePolicy", () => {
  it("raises the remainder with k", () => {
    expect(raisePolicy({ k: 15 })).toMatchObject({
      ok: true,
      policy: { k: 15, remainder: 15, tail: 3 },
    });
  });
});
