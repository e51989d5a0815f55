import { describe, expect, it } from "vitest";
import { confirmedWords, takenWords } from "./trustee-words";

describe("words about trustees", () => {
  it("count whole sentences", () => {
    expect([0, 1, 2].map(confirmedWords)).toEqual([
      "0 of 2 trustees have confirmed",
      "1 of 2 trustees has confirmed",
      "2 of 2 trustees have confirmed",
    ]);
    expect([0, 1, 2, 3].map((taken) => takenWords(taken).split(" ")[0])).toEqual([
      ...["None", "One", "Two", "All"],
    ]);
  });
});
