import { describe, expect, it } from "vitest";
import { tiesWords } from "./ties-words";

const figures = {
  seats: 24,
  respondents: { lo: 21, hi: 24 },
  density: 0.14,
  reciprocity: 0.6,
  centralization: 0.1,
  inDegree: {
    "0": { lo: 0, hi: 3 },
    "1-2": { lo: 9, hi: 12 },
    "3-4": { lo: 4, hi: 8 },
    "5+": { lo: 0, hi: 3 },
  },
};

describe("what the network of a class says", () => {
  it("gives every count as a range, and never who", () => {
    const words = tiesWords(figures);
    const said = words.map((line) => `${line.term}: ${line.words}`).join("\n");
    expect(said).toContain("21 to 24 of 24 students");
    expect(said).toContain("About 14 in 100");
    expect(said).toContain("About 6 in 10 ties go both ways");
    expect(said).toContain("Named by nobody: 0 to 3 students. Who they are cannot be known");
    expect(words).toHaveLength(8);
  });

  it("says how far ties gather in three steps", () => {
    const gathered = [0.1, 0.2, 0.4].map((centralization) =>
      tiesWords({ ...figures, centralization }).find(({ term }) => term.startsWith("Do ties")),
    );
    expect(gathered.map((line) => line?.words)).toEqual([
      "Hardly: they are spread over the class. (degree centralisation .10)",
      "Somewhat. (degree centralisation .20)",
      "Yes: many lead to the same few students. (degree centralisation .40)",
    ]);
  });
});
