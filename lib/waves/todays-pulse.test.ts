import { describe, expect, it } from "vitest";
import { type ComingWave, todaysPulse } from "./todays-pulse";

/** Thursday, 10:00 in Chicago. */
const NOW = new Date("2026-11-26T16:00:00Z");
const at = (text: string) => new Date(text);

function wave(state: ComingWave["state"], opens: string, more: Partial<ComingWave> = {}) {
  return {
    state,
    timeZone: "America/Chicago",
    opensAt: at(opens),
    closesAt: at("2026-12-03T21:00:00Z"),
    ...more,
  };
}

describe("today's pulse", () => {
  it("is the open one before one that is still to open", () => {
    const open = wave("open", "2026-11-24T14:00:00Z");
    expect(todaysPulse([wave("planned", "2026-11-26T20:00:00Z"), open], NOW)).toBe(open);
  });

  it("is one that opens later today, or should be open already, and the first of several", () => {
    const late = wave("planned", "2026-11-26T20:00:00Z");
    const due = wave("planned", "2026-11-26T15:59:00Z");
    expect(todaysPulse([late], NOW)).toBe(late);
    expect(todaysPulse([late, due], NOW)).toBe(due);
  });

  it("goes by the school's clock: nearly midnight in Chicago is tomorrow in London", () => {
    const opensAt = "2026-11-27T05:30:00Z";
    expect(todaysPulse([wave("planned", opensAt)], NOW)).not.toBeNull();
    expect(todaysPulse([wave("planned", opensAt, { timeZone: "Europe/London" })], NOW)).toBeNull();
  });

  it("is nothing tomorrow, after the close, or without waves", () => {
    expect(todaysPulse([], NOW)).toBeNull();
    expect(todaysPulse([wave("planned", "2026-11-27T14:00:00Z")], NOW)).toBeNull();
    expect(todaysPulse([wave("closed", "2026-11-24T14:00:00Z")], NOW)).toBeNull();
    const over = { closesAt: at("2026-11-26T15:00:00Z") };
    expect(todaysPulse([wave("open", "2026-11-24T14:00:00Z", over)], NOW)).toBeNull();
    expect(todaysPulse([wave("planned", "2026-11-24T14:00:00Z", over)], NOW)).toBeNull();
  });
});
