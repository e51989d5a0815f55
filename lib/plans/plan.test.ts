import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";
import { STRATEGIES } from "./catalogue";
import { endPlan, isDue, markStep, NOTE_LENGTH, type Plan, startPlan, writeNote } from "./plan";

const strategy = STRATEGIES[0]!;
const TODAY = "2026-11-26";
const clock = { now: new Date("2026-11-26T15:00:00Z"), today: TODAY };
const input = {
  id: "p1",
  classId: "7A",
  startOn: "2026-11-30",
  lookAgainOn: "2027-01-15",
  note: "",
};
const after = (days: number, from = TODAY) => isoDate(dayNumber(from) + days);

function started(change: Partial<typeof input> = {}): Plan {
  const outcome = startPlan(strategy, { ...input, ...change }, clock);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fields));
  return outcome.plan;
}
const running = () => started({ startOn: "2026-11-02", lookAgainOn: "2026-12-07" });
const wrong = (change: Partial<typeof input>) => {
  const outcome = startPlan(strategy, { ...input, ...change }, clock);
  return outcome.ok ? null : Object.keys(outcome.fields);
};

describe("startPlan", () => {
  it("copies the strategy's steps, none of them done", () => {
    const plan = started({ note: "  the first rows " });
    expect(plan).toMatchObject({
      strategyId: strategy.id,
      state: "running",
      note: "the first rows",
    });
    expect(plan.steps.map(({ body }) => body)).toEqual(strategy.steps);
    expect(plan.steps.every(({ doneOn, doneBy }) => doneOn === null && doneBy === null)).toBe(true);
  });

  it.each([
    [{ startOn: "soon" }, "startOn"],
    [{ startOn: "2026-02-30" }, "startOn"],
    [{ startOn: after(366), lookAgainOn: after(400) }, "startOn"],
    [{ startOn: after(-366), lookAgainOn: after(-300) }, "startOn"],
    [{ lookAgainOn: "" }, "lookAgainOn"],
    [{ lookAgainOn: "2026-11-29" }, "lookAgainOn"],
    [{ lookAgainOn: "2026-11-30" }, "lookAgainOn"],
    [{ lookAgainOn: "2026-12-13" }, "lookAgainOn"],
    [{ lookAgainOn: "2027-12-01" }, "lookAgainOn"],
    [{ note: "x".repeat(NOTE_LENGTH + 1) }, "note"],
  ])("refuses %o at %s", (change, field) => {
    expect(wrong(change)).toEqual([field]);
  });

  it("takes every pair of days within its limits, and no other", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: -50, max: 500 }),
        (a, b) => {
          const days = { startOn: after(a), lookAgainOn: after(a + b) };
          const fits = Math.abs(a) <= 365 && b >= 14 && b <= 365;
          expect(wrong(days) === null).toBe(fits);
        },
      ),
    );
  });
});

describe("markStep", () => {
  const mark = (plan: Plan, position: number, doneOn: string) =>
    markStep(plan, { position, doneOn, doneBy: "Robin" }, TODAY);

  it("marks one step on a day, once", () => {
    const plan = running();
    const once = mark(plan, 1, "2026-11-10");
    if (!once.ok) throw new Error(once.code);
    expect(once.plan.steps[1]).toMatchObject({ doneOn: "2026-11-10", doneBy: "Robin" });
    expect(once.plan.steps.filter(({ doneOn }) => doneOn !== null)).toHaveLength(1);
    expect(mark(once.plan, 1, "2026-11-11")).toMatchObject({ ok: false, code: "step-done" });
  });

  it("refuses days before the start or to come, and steps that there are not", () => {
    const plan = running();
    for (const day of ["2026-11-01", "2026-11-27", "", "yesterday"]) {
      expect(mark(plan, 0, day), day).toMatchObject({
        code: "invalid",
        fields: { doneOn: expect.stringMatching(/day/u) as string },
      });
    }
    expect(mark(plan, 99, TODAY)).toMatchObject({ ok: false, code: "missing" });
    // Not begun: no day is neither before it nor to come.
    expect(mark(started(), 0, TODAY)).toMatchObject({ ok: false, code: "invalid" });
  });
});

describe("the end of a plan", () => {
  it("has a reason and a day, and is the end of everything", () => {
    const plan = running();
    expect(endPlan(plan, { state: "stopped", reason: "  " }, TODAY)).toMatchObject({
      code: "invalid",
      fields: { reason: expect.any(String) as string },
    });
    const ended = endPlan(plan, { state: "stopped", reason: "New timetable." }, TODAY);
    if (!ended.ok) throw new Error(ended.code);
    expect(ended.plan).toMatchObject({
      state: "stopped",
      endedOn: TODAY,
      endReason: "New timetable.",
    });
    const over = { ok: false, code: "plan-over" };
    expect(endPlan(ended.plan, { state: "finished", reason: "Done." }, TODAY)).toMatchObject(over);
    expect(writeNote(ended.plan, "more")).toMatchObject(over);
    const step = { position: 0, doneOn: TODAY, doneBy: "Robin" };
    expect(markStep(ended.plan, step, TODAY)).toMatchObject(over);
  });

  it("is asked for from the day to look again on, while it runs", () => {
    const plan = running();
    expect(isDue(plan, "2026-12-06")).toBe(false);
    expect(isDue(plan, "2026-12-07")).toBe(true);
    expect(isDue({ ...plan, state: "finished" }, "2026-12-07")).toBe(false);
  });
});

describe("writeNote", () => {
  it("writes a note anew, and refuses one that is too long", () => {
    expect(writeNote(running(), " new ")).toMatchObject({ ok: true, plan: { note: "new" } });
    expect(writeNote(running(), "x".repeat(1001))).toMatchObject({ code: "invalid" });
  });
});
