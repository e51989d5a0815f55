import { syllable } from "syllable";
import { describe, expect, it } from "vitest";
import { DISCUSSIONS, GENERAL_DISCUSSION } from "@/lib/insight/discussion-questions";
import { CATALOGUE } from "@/lib/instruments/catalogue";

/**
 * The U.S. school grade that reads a text with ease: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid,
 * Fishburne, Rogers and Chissom 1975, "Derivation of new readability formulas", Navy Research Branch Report 8-75).
 */
function fleschKincaidGrade(text: string): number {
  const sentences = text.split(/[.?!]+(?:\s|$)/u).filter((part) => part.trim() !== "").length;
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59;
}

const HIGHEST_GRADE = 4;

describe("the reading level", () => {
  it("is computed as published", () => {
    // 6 words, 6 syllables, one sentence.
    expect(fleschKincaidGrade("The cat sat on the mat.")).toBeCloseTo(-1.45, 10);
    // 6 words in two sentences, 12 syllables.
    expect(fleschKincaidGrade("Every animal swims. Elephants do seldom.")).toBeCloseTo(
      0.39 * 3 + (11.8 * 12) / 6 - 15.59,
      10,
    );
    expect(
      fleschKincaidGrade("In this institution, participation is universally facilitated."),
    ).toBeGreaterThan(HIGHEST_GRADE);
  });

  const asked = CATALOGUE.filter(({ asks }) => asks === "students").flatMap(({ instrument }) => [
    ...instrument.items.map(({ id, text }) => [id, text.en] as const),
    [`what ${instrument.id} says before`, instrument.lead.en] as const,
  ]);

  it.each([...new Map(asked)])("of %s is grade 4 or below: %s", (_, text) => {
    expect(fleschKincaidGrade(text)).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  const discussed = [...Object.values(DISCUSSIONS), GENERAL_DISCUSSION].flatMap(
    ({ topic, questions }) => [topic, ...questions],
  );

  it.each(discussed)("of what a class talks about is grade 4 or below: %s", (text) => {
    expect(fleschKincaidGrade(text)).toBeLessThanOrEqual(HIGHEST_GRADE);
  });
});
