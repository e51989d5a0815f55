import { describe, expect, it } from "vitest";
import { gradeWords } from "./grade-words";

describe("gradeWords", () => {
  it.each([
    [["07"], "Grade 7"],
    [["10"], "Grade 10"],
    [["KG"], "Kindergarten"],
    [["06", "07"], "Grades 6 and 7"],
    [["KG", "01"], "Kindergarten and 1"],
    [["7", "07"], "Grade 7"],
    [[], "No grade"],
  ])("%j is %s", (grades, words) => {
    expect(gradeWords(grades)).toBe(words);
  });
});
