import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  closeFlag,
  expireFlag,
  FLAG_STATES,
  moveFlag,
  othersSeeFrom,
  raiseOrRefresh,
} from "@/lib/flags/life-cycle";
import type { Flag, FlagState } from "@/lib/flags/life-cycle";
import type { FlagFinding } from "@/lib/flags/rule";

const start = new Date("2026-10-01T08:00:00Z");
const after = (days: number): Date => new Date(start.getTime() + days * 86_400_000);

function found(
  belonging: string | null,
  absence: string | null,
  tier: "watch" | "act" = "watch",
): FlagFinding {
  const kind = absence === null ? "low-belonging" : belonging === null ? "rising-absence" : "both";
  const evidence = {
    sources: { belonging, absence },
    facts: [],
    clears: [],
    falseAlarms: "",
    blindTo: "",
  };
  return { classId: "c1", kind, tier, reason: `${belonging ?? ""} ${absence ?? ""}`, evidence };
}
/** A step of a person, closing included. */
function stepTo(flag: Flag, to: FlagState, now: Date) {
  if (to === "closed") return closeFlag(flag, "nothing", now);
  // Back to new is no step anybody can ask for.
  return to === "new" ? { ok: false as const, code: "flag-transition" } : moveFlag(flag, to, now);
}
function raised(finding: FlagFinding, state: FlagState = "new"): Flag {
  const { flag } = raiseOrRefresh([], finding, start, "f1");
  return { ...flag, state, closedAt: state === "closed" ? start : null };
}

describe("moveFlag and closeFlag", () => {
  const allowed = new Set([
    "new seen",
    "new acting",
    "new closed",
    "seen acting",
    "seen closed",
    "acting closed",
  ]);

  it("goes forward only, and closed is final", () => {
    for (const from of FLAG_STATES) {
      for (const to of FLAG_STATES) {
        const move = stepTo(raised(found("r1", null), from), to, after(1));
        expect(move.ok, `${from} → ${to}`).toBe(allowed.has(`${from} ${to}`));
        if (!move.ok) continue;
        expect(move.flag.state).toBe(to);
        expect(move.flag.closedAt).toEqual(to === "closed" ? after(1) : null);
        expect(move.flag.outcome).toBe(to === "closed" ? "nothing" : null);
      }
    }
  });

  it("says of a closed flag that it is closed, and not that the step is wrong", () => {
    const closed = raised(found("r1", null), "closed");
    expect(moveFlag(closed, "acting", after(1))).toEqual({ ok: false, code: "flag-closed" });
    expect(closeFlag(closed, "helped", after(1))).toEqual({ ok: false, code: "flag-closed" });
  });

  it("ends a snooze when somebody acts or closes, not when it is only seen", () => {
    const snooze = { until: after(9), reason: "holidays" };
    const resting = { ...raised(found("r1", null)), snooze };
    const after1 = (to: FlagState) => stepTo(resting, to, after(1));
    expect(after1("seen")).toMatchObject({ flag: { snooze } });
    expect(after1("acting")).toMatchObject({ flag: { snooze: null } });
    expect(after1("closed")).toMatchObject({ flag: { snooze: null } });
  });
});

describe("expireFlag", () => {
  it("closes an open flag after six weeks without new evidence, not a moment before", () => {
    const flag = raised(found("r1", null), "acting");
    const justBefore = new Date(after(42).getTime() - 1);
    expect(expireFlag(flag, justBefore)).toBe(flag);
    expect(expireFlag(flag, after(42))).toMatchObject({
      state: "closed",
      outcome: "lapsed",
      closedAt: after(42),
    });
    const closed = raised(found("r1", null), "closed");
    expect(expireFlag(closed, after(100))).toBe(closed);
  });
});

describe("raiseOrRefresh", () => {
  it("raises a new flag that lives six weeks and shows to others after the teacher", () => {
    const outcome = raiseOrRefresh([], found("r1", null), start, "f1");
    expect(outcome.action).toBe("raise");
    expect(outcome.flag).toMatchObject({
      id: "f1",
      state: "new",
      expiresAt: after(42),
      closedAt: null,
    });
    expect(othersSeeFrom(outcome.flag, 3)).toEqual(after(3));
  });

  it("changes nothing when the same finding comes again", () => {
    const flag = raised(found("r1", "w5"), "seen");
    const again = raiseOrRefresh([flag], found("r1", "w5"), after(1), "f2");
    expect(again).toEqual({ action: "keep", flag });
  });

  it("takes new evidence into the open flag and starts its six weeks again", () => {
    const flag = raised(found("r1", null), "acting");
    const outcome = raiseOrRefresh([flag], found("r1", "w8", "act"), after(10), "f2");
    expect(outcome.action).toBe("refresh");
    expect(outcome.flag).toMatchObject({
      id: "f1",
      kind: "both",
      tier: "act",
      state: "acting",
      raisedAt: start,
      expiresAt: after(52),
    });
  });

  it("makes a seen flag new when watch becomes act, and only then", () => {
    const seen = raised(found("r1", null), "seen");
    expect(raiseOrRefresh([seen], found("r1", "w8", "act"), after(1), "x").flag.state).toBe("new");
    expect(raiseOrRefresh([seen], found("r2", null), after(1), "x").flag.state).toBe("seen");
  });

  it("wakes a snoozed flag when watch becomes act, and lets it rest otherwise", () => {
    const snooze = { until: after(20), reason: "holidays" };
    for (const state of ["seen", "acting"] as const) {
      const resting = { ...raised(found("r1", null), state), snooze };
      const with_ = (finding: FlagFinding) =>
        raiseOrRefresh([resting], finding, after(1), "x").flag;
      expect(with_(found("r1", "w8", "act")).snooze).toBeNull();
      expect(with_(found("r2", null)).snooze).toEqual(snooze);
    }
  });

  it("keeps who has it and what the teacher said when new evidence comes", () => {
    const answer = { kind: "illness", words: "", accountId: "t", at: start } as const;
    const held = { ...raised(found("r1", null), "seen"), holderId: "a", answer };
    const { flag } = raiseOrRefresh([held], found("r1", "w8", "act"), after(1), "x");
    expect(flag).toMatchObject({ holderId: "a", answer });
  });

  it("does not raise again what was closed, until there is something new", () => {
    const closed = raised(found("r1", "w5"), "closed");
    const action = (finding: FlagFinding, days: number): string =>
      raiseOrRefresh([closed], finding, after(days), "f2").action;
    expect(action(found("r1", "w5"), 1)).toBe("keep");
    expect(action(found(null, "w6"), 7)).toBe("keep");
    expect(action(found(null, "w9"), 28)).toBe("raise");
    expect(action(found(null, "w6", "act"), 7)).toBe("raise");
    expect(action(found("r2", null), 7)).toBe("raise");
  });

  it("never has two open flags for a class, whatever happens in whatever order", () => {
    const step = fc.oneof(
      fc.record({
        what: fc.constant("find" as const),
        belonging: fc.constantFrom(null, "r1", "r2", "r3"),
        absence: fc.constantFrom("w1", "w2", "w3"),
        tier: fc.constantFrom("watch" as const, "act" as const),
      }),
      fc.record({ what: fc.constant("move" as const), to: fc.constantFrom(...FLAG_STATES) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const flags = new Map<string, Flag>();
        steps.forEach((one, day) => {
          for (const flag of flags.values()) flags.set(flag.id, expireFlag(flag, after(day * 5)));
          const open = [...flags.values()].filter(({ state }) => state !== "closed");
          expect(open.length).toBeLessThanOrEqual(1);
          if (one.what === "find") {
            const finding = found(one.belonging, one.absence, one.tier);
            const { flag } = raiseOrRefresh(
              [...flags.values()],
              finding,
              after(day * 5),
              `f${day}`,
            );
            flags.set(flag.id, flag);
          } else if (open[0] !== undefined) {
            const move = stepTo(open[0], one.to, after(day * 5));
            if (move.ok) flags.set(move.flag.id, move.flag);
          }
        });
      }),
    );
  });
});
