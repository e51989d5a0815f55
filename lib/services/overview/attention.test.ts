import { describe, expect, it } from "vitest";
import type { RunningWaveRow } from "@/lib/data/running-waves";
import { attentionItems } from "./attention";

const NOW = new Date("2026-11-26T12:00:00Z");
const DAY_MS = 24 * 3600_000;
const days = (n: number) => new Date(NOW.getTime() + n * DAY_MS);
const flag = (state: "new" | "seen" | "acting", age: number, holderId: string | null = null) => ({
  ...{ state, raisedAt: days(-age), holderId },
  snooze: null,
});
const wave = (state: RunningWaveRow["state"], closesIn: number): RunningWaveRow => ({
  ...{ id: `${state}-${String(closesIn)}`, title: "November", state, timeZone: "UTC" },
  ...{ opensAt: days(-3), closesAt: days(closesIn), options: {}, trustees: [] },
});
const week = (schoolId: string, weekStart: string) => ({
  ...{ schoolId, weekStart, studentDays: 100, absentDays: 5 },
});
const nothing = {
  flags: [],
  running: [],
  weeks: [],
  schoolIds: [],
  stagedImports: 0,
  plansToLookAt: 0,
};
const kinds = (found: Parameters<typeof attentionItems>[0]) =>
  attentionItems(found, NOW).map(({ kind }) => kind);

describe("attentionItems", () => {
  it("is empty where nothing waits", () => {
    const weeks = [week("s1", "2026-11-16")];
    expect(kinds({ ...nothing, weeks, schoolIds: ["s1"] })).toEqual([]);
  });

  it("counts new flags, and those that nobody has after a week; not those that rest", () => {
    const snooze = { until: days(3), reason: "flu" };
    const flags = [
      ...[flag("new", 1), flag("new", 9), flag("seen", 8), flag("acting", 30)],
      ...[flag("seen", 9, "somebody"), { ...flag("seen", 20), snooze }],
    ];
    expect(attentionItems({ ...nothing, flags }, NOW)).toEqual([
      { kind: "new-flags", count: 2 },
      { kind: "untaken-flags", count: 2, days: 7 },
    ]);
  });

  it("names pulses that close within two days, and no others", () => {
    const running = [wave("open", 1), wave("open", 4), wave("planned", 1), wave("closed", -1)];
    expect(attentionItems({ ...nothing, running }, NOW)).toEqual([
      { kind: "closing", wave: running[0] },
    ]);
  });

  it("says how old the oldest attendance is, of the reader's own schools", () => {
    const weeks = [
      week("s1", "2026-11-16"),
      week("s2", "2026-11-02"),
      week("s2", "2026-10-26"),
      week("elsewhere", "2026-09-07"),
    ];
    const old = (schoolIds: string[]) => attentionItems({ ...nothing, weeks, schoolIds }, NOW);
    expect(old(["s1", "s2"])).toEqual([
      { kind: "old-attendance", schools: 1, of: 2, since: "2026-11-02" },
    ]);
    expect(old(["s1", "s2", "s3"])).toMatchObject([{ schools: 2, of: 3, since: null }]);
    // The week of November 9 ended 13 days ago: one week of holidays is no reason.
    const last = [week("s1", "2026-11-09")];
    expect(kinds({ ...nothing, weeks: last, schoolIds: ["s1"] })).toEqual([]);
  });

  it("counts plans whose day to be looked at has come", () => {
    expect(attentionItems({ ...nothing, plansToLookAt: 2 }, NOW)).toEqual([
      { kind: "plans-to-look-at", count: 2 },
    ]);
  });

  it("names files that wait", () => {
    expect(kinds({ ...nothing, stagedImports: 1 })).toEqual(["staged-imports"]);
  });
});
