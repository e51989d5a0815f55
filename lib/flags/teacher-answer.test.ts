import { describe, expect, it } from "vitest";
import { ANSWER_KINDS, ANSWER_WORDS, answerSentence } from "@/lib/flags/teacher-answer";

describe("answerSentence", () => {
  it("says the suggestion, then the teacher's own words", () => {
    expect(answerSentence({ kind: "illness", words: "" })).toBe("An illness went round.");
    expect(answerSentence({ kind: "illness", words: "Flu." })).toBe("An illness went round. Flu.");
    expect(answerSentence({ kind: "other", words: "We moved rooms." })).toBe("We moved rooms.");
  });

  it("has words of its own for every suggestion", () => {
    expect(new Set(Object.values(ANSWER_WORDS)).size).toBe(ANSWER_KINDS.length);
  });
});
