import { describe, expect, it } from "vitest";
import { favourableLabels } from "@/lib/instruments/instrument";
import { CATALOGUE } from "@/lib/instruments/catalogue";
import { answerWords } from "./answer-words";

describe("the answers that a band is the share of", () => {
  it("are said for every item, of a reversed one those at the other end", () => {
    const said = new Map<string, string>();
    for (const { instrument } of CATALOGUE) {
      for (const item of instrument.items) {
        said.set(item.id, answerWords(favourableLabels(item, instrument.scale)));
      }
    }
    expect(said.get("acceptance-1")).toBe("“often” and “almost always”");
    expect(said.get("inclusion-fairness-4")).toBe("“never” and “hardly ever”");
    expect(said.get("acceptance-3-5-1")).toBe("“often” and “always”");
    expect(said.get("acceptance-k-2-1")).toBe("“yes”");
    expect(answerWords(["A", "B", "C"])).toBe("“a”, “b” and “c”");
  });
});
