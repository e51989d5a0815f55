import { describe, expect, it } from "vitest";
import { aboveWords, namesOf, noStrengthsWords, tryWords } from "./strengths-words";

describe("the words of two strengths and one thing to try", () => {
  it("name what a theme is certainly above or below", () => {
    expect(aboveWords(["repair", "voice-tasks"])).toBe(
      "More favourable answers than to “Making up again” and “Having a voice”.",
    );
    expect(tryWords(["acceptance"], [])).toBe("Fewer favourable answers than to “Being oneself”.");
    expect(tryWords(["acceptance"], ["repair"])).toContain(
      "“Making up again” could be as low: begin where you think it helps most.",
    );
    expect(namesOf(["acceptance", "repair", "voice-tasks"], "or")).toBe(
      "“Being oneself”, “Making up again” or “Having a voice”",
    );
  });

  it("say honestly that nothing stands out", () => {
    expect(noStrengthsWords("all-alike")).toMatch(/overlap/u);
    expect(noStrengthsWords("withheld")).toMatch(/withheld/u);
    expect(noStrengthsWords("too-few")).toMatch(/Too few/u);
  });
});
