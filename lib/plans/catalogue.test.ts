import { describe, expect, it } from "vitest";
import { CONSTRUCTS, isIndexConstruct } from "@/lib/instruments/instrument";
import {
  COVERED_CONSTRUCTS,
  GRADE_BANDS,
  STRATEGIES,
  strategiesFor,
  strategyOf,
} from "./catalogue";
import { strategySchema } from "./strategy";

describe("the catalogue", () => {
  it.each(STRATEGIES)("$id is whole", (strategy) => {
    expect(strategySchema.parse(strategy)).toEqual(strategy);
    expect(new Set(strategy.constructs).size).toBe(strategy.constructs.length);
    expect(strategy.minutesAWeek.from).toBeLessThanOrEqual(strategy.minutesAWeek.to);
  });

  it("refuses a strategy without steps, with a made-up construct, or with grades the wrong way round", () => {
    const [first] = STRATEGIES;
    for (const wrong of [
      { ...first, steps: [] },
      { ...first, constructs: ["grit"] },
      { ...first, grades: { from: 9, to: 6 } },
    ]) {
      expect(strategySchema.safeParse(wrong).success).toBe(false);
    }
  });

  it("calls practice wisdom what has no study, and nothing else; claims several trials with more than one study or a meta-analysis", () => {
    for (const { evidence, id } of STRATEGIES) {
      expect(evidence.studies.length === 0, id).toBe(evidence.strength === "practice");
      if (evidence.strength === "several-trials") {
        const gathered = /evaluations|experiments|meta-analysis/u.test(evidence.words);
        expect(evidence.studies.length > 1 || gathered, id).toBe(true);
      }
    }
  });

  it("has each id once, and finds by it", () => {
    expect(new Set(STRATEGIES.map(({ id }) => id)).size).toBe(STRATEGIES.length);
    expect(strategyOf("greet-at-the-door")?.title).toBe("Greet everybody at the door");
    expect(strategyOf("no-such-thing")).toBeUndefined();
    // Names that every object has.
    expect(strategyOf("constructor")).toBeUndefined();
  });

  it("has something for every construct of the index in every grade band", () => {
    for (const construct of CONSTRUCTS.filter(isIndexConstruct)) {
      for (const grades of GRADE_BANDS) {
        expect(strategiesFor({ construct, grades }), `${construct} ${grades.id}`).not.toEqual([]);
      }
    }
  });

  it("covers every construct with one or another", () => {
    expect([...COVERED_CONSTRUCTS].sort()).toEqual([...CONSTRUCTS].sort());
  });

  it("narrows by construct, the nearest first, and by grades that overlap", () => {
    const repair = strategiesFor({ construct: "repair" });
    expect(repair.map(({ id }) => id)).toEqual(["repair-talks", "establish-maintain-restore"]);
    const young = strategiesFor({ grades: { from: 0, to: 1 } });
    expect(young.map(({ id }) => id)).toContain("peer-check-in");
    expect(young.map(({ id }) => id)).not.toContain("belonging-exercise");
    expect(strategiesFor({})).toEqual(STRATEGIES);
    expect(strategiesFor({})).not.toBe(STRATEGIES);
  });
});
