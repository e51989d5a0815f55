import { describe, expect, it } from "vitest";
import {
  collectedWords,
  dateTimeWords,
  dateWords,
  leftWords,
  stateWords,
  zoneWords,
} from "./wave-words";

describe("words about a pulse", () => {
  it("says a time by the school's clock and names the clock", () => {
    const instant = new Date("2026-11-23T14:00:00Z");
    expect(dateTimeWords(instant, "America/Chicago")).toMatch(
      /^Mon, Nov 23, 2026, 8:00.AM Central Time$/u,
    );
    expect(dateTimeWords(instant, "America/Denver")).toMatch(/7:00.AM Mountain Time$/u);
    expect(zoneWords("America/New_York")).toBe("Eastern Time");
  });

  it("keeps a stored date on its day", () => {
    expect(dateWords(new Date("2026-11-27T00:00:00Z"))).toBe("November 27, 2026");
  });

  it("tells results from a pulse that never had any, and sealing from waiting", () => {
    expect(stateWords({ state: "sealed", waits: false, released: true })).toBe("Results are in");
    expect(stateWords({ state: "sealed", waits: false, released: false })).toBe(
      "Destroyed unopened",
    );
    expect(stateWords({ state: "closed", waits: false, released: false })).toBe("Closing");
    expect(stateWords({ state: "closed", waits: true, released: false })).toBe(
      "Waiting for trustees",
    );
  });

  it("never says how many ballots exactly", () => {
    expect(collectedWords(0, 5, 24)).toBe("fewer than 5 of 24");
    expect(collectedWords(15, 5, 24)).toBe("15 or more of 24");
    expect(leftWords({ lo: 5, hi: 9 })).toBe("about 5 to 9 left");
    expect(leftWords({ lo: 0, hi: 4 })).toBe("at most 4 left");
    expect(leftWords({ lo: 0, hi: 0 })).toBe("none left");
  });
});
