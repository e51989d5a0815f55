import { describe, expect, it } from "vitest";
import { classBelonging, type GroupBelonging } from "@/lib/insight/class-belonging";
import { bandsOf } from "@/lib/insight/testdata/bands";
import { lowestConstruct } from "./lowest-construct";

function figure(...counts: number[]): GroupBelonging {
  const result = classBelonging(bandsOf(counts, 24));
  if (!result.ok) throw new Error(result.code);
  return result.belonging;
}

describe("lowestConstruct", () => {
  it("finds the lowest and says that it could be chance when the next one is near", () => {
    const near = [
      { construct: "acceptance", belonging: figure(14) },
      { construct: "peer-contact", belonging: figure(10) },
      { construct: "repair", belonging: figure(20, 21) },
    ] as const;
    expect(lowestConstruct(near)).toEqual({ construct: "peer-contact", couldBeChance: true });
  });

  it("says so no longer when the next one is far away, however many questions each has", () => {
    const far = [
      { construct: "repair", belonging: figure(21, 21) },
      { construct: "peer-contact", belonging: figure(4) },
    ] as const;
    expect(lowestConstruct(far)).toEqual({ construct: "peer-contact", couldBeChance: false });
  });

  it("says nothing of nothing", () => {
    expect(lowestConstruct([])).toBeNull();
    const only = [{ construct: "repair", belonging: figure(4) }] as const;
    expect(lowestConstruct(only)).toEqual({ construct: "repair", couldBeChance: false });
  });
});
