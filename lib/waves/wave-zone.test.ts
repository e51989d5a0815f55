import { describe, expect, it } from "vitest";
import { zoneOfWave } from "./wave-zone";

describe("the clock of a wave", () => {
  it("is that of its schools when they share one", () => {
    expect(zoneOfWave(["America/Denver", "America/Denver"], "America/Chicago")).toEqual({
      zone: "America/Denver",
      mixed: false,
    });
    expect(zoneOfWave([null, "America/Chicago"], "America/Chicago")).toEqual({
      zone: "America/Chicago",
      mixed: false,
    });
  });

  it("is the district's when they differ, and says so", () => {
    expect(zoneOfWave([null, "America/Denver"], "America/Chicago")).toEqual({
      zone: "America/Chicago",
      mixed: true,
    });
  });

  it("is the district's without any school", () => {
    expect(zoneOfWave([], "America/Chicago")).toEqual({ zone: "America/Chicago", mixed: false });
  });
});
