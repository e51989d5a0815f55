import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Flag, FLAG_STATES } from "@/lib/flags/life-cycle";
import {
  ageInDays,
  answerFlag,
  assignFlag,
  isSnoozed,
  latestSnooze,
  snoozeFlag,
  wakeFlag,
  workStage,
} from "@/lib/flags/work";

const start = new Date("2026-10-01T08:00:00Z");
const after = (days: number): Date => new Date(start.getTime() + days * 86_400_000);

const flag: Flag = {
  id: "f1",
  classId: "c1",
  kind: "low-belonging",
  tier: "watch",
  reason: "",
  evidence: {
    sources: { belonging: "r1", absence: null },
    facts: [],
    clears: [],
    falseAlarms: "",
    blindTo: "",
  },
  state: "new",
  raisedAt: start,
  updatedAt: start,
  expiresAt: after(42),
  closedAt: null,
  holderId: null,
  snooze: null,
  answer: null,
  outcome: null,
};
const closed: Flag = { ...flag, state: "closed", closedAt: start };

describe("snoozeFlag", () => {
  it("takes any instant from now to the flag's end or six weeks on, and no other", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 100 }),
        fc.integer({ min: 1, max: 80 }),
        (until, life) => {
          const mortal = { ...flag, expiresAt: after(life) };
          const move = snoozeFlag(mortal, { until: after(until), reason: "trip" }, start);
          expect(move.ok).toBe(until > 0 && until <= Math.min(42, life));
          if (!move.ok) expect(move.code).toBe("snooze-date");
        },
      ),
    );
  });

  it("refuses what is no date, and a closed flag", () => {
    const until = new Date(Number.NaN);
    expect(snoozeFlag(flag, { until, reason: "x" }, start)).toMatchObject({ code: "snooze-date" });
    expect(snoozeFlag(closed, { until: after(3), reason: "x" }, start)).toEqual({
      ok: false,
      code: "flag-closed",
    });
  });

  it("comes back by itself at its instant, into the state it was in", () => {
    const move = snoozeFlag(flag, { until: after(7), reason: "trip" }, start);
    if (!move.ok) throw new Error(move.code);
    const before = new Date(after(7).getTime() - 1);
    expect([isSnoozed(move.flag, before), isSnoozed(move.flag, after(7))]).toEqual([true, false]);
    expect([workStage(move.flag, before), workStage(move.flag, after(7))]).toEqual([
      "snoozed",
      "seen",
    ]);
    expect(wakeFlag(move.flag, after(7))).toEqual({ ok: false, code: "not-snoozed" });
    expect(wakeFlag(move.flag, before)).toMatchObject({ ok: true, flag: { snooze: null } });
    expect(wakeFlag(closed, before)).toEqual({ ok: false, code: "flag-closed" });
  });

  it("never rests beyond the flag's life", () => {
    expect(latestSnooze(flag, after(0))).toEqual(after(42));
    expect(latestSnooze(flag, after(40))).toEqual(after(42));
    expect(latestSnooze({ expiresAt: after(90) }, after(0))).toEqual(after(42));
  });
});

describe("assignFlag", () => {
  it("gives a flag only out of the hands that the giver saw it in", () => {
    const held = { ...flag, holderId: "b" };
    expect(assignFlag(held, { from: null, to: "a" }, start)).toMatchObject({ code: "flag-held" });
    expect(assignFlag(held, { from: "b", to: "a" }, start)).toMatchObject({
      flag: { holderId: "a", state: "seen" },
    });
    // Twice the same press gives the same.
    expect(assignFlag(held, { from: null, to: "b" }, start).ok).toBe(true);
    expect(assignFlag(held, { from: "b", to: null }, start)).toMatchObject({
      flag: { holderId: null },
    });
    expect(assignFlag(closed, { from: null, to: "a" }, start)).toMatchObject({
      code: "flag-closed",
    });
  });

  it("never sets a flag back", () => {
    for (const state of FLAG_STATES.filter((each) => each !== "closed")) {
      const move = assignFlag({ ...flag, state }, { from: null, to: "a" }, start);
      expect(move).toMatchObject({ flag: { state: state === "new" ? "seen" : state } });
    }
  });
});

describe("answerFlag", () => {
  it("keeps the newest answer with who and when, and counts as seen", () => {
    const first = answerFlag(flag, { kind: "illness", words: "", accountId: "t" }, after(1));
    if (!first.ok) throw new Error(first.code);
    const second = answerFlag(
      first.flag,
      { kind: "other", words: "A move.", accountId: "t" },
      after(2),
    );
    expect(second).toMatchObject({
      flag: {
        state: "seen",
        answer: { kind: "other", words: "A move.", accountId: "t", at: after(2) },
      },
    });
    expect(answerFlag(closed, { kind: "unsure", words: "", accountId: "t" }, start)).toEqual({
      ok: false,
      code: "flag-closed",
    });
  });
});

describe("ageInDays", () => {
  it("counts whole days, and none before the flag was raised", () => {
    expect([-1, 0, 0.99, 1, 12.5].map((days) => ageInDays(flag, after(days)))).toEqual([
      0, 0, 0, 1, 12,
    ]);
  });
});
