import { describe, expect, it } from "vitest";
import { nextStep, type StepContext } from "@/lib/flags/next-step";
import { ANSWER_KINDS, type AnswerKind } from "@/lib/flags/teacher-answer";
import { WORK_STAGES } from "@/lib/flags/work";

const at = new Date("2026-11-30T06:00:00Z");
const flag = { tier: "watch", kind: "rising-absence", snooze: null, answer: null } as const;
const robin = { name: "Robin", maySee: true };
const context: StepContext = {
  stage: "new",
  holder: null,
  plan: false,
  dateWords: (instant) => instant.toISOString().slice(0, 10),
};
const said = (kind: AnswerKind) => ({ kind, words: "", accountId: null, at });

describe("nextStep", () => {
  it("says who has to move first: nobody has it, then the teacher, then what was found", () => {
    expect(nextStep(flag, context)).toBe("Somebody takes it within two weeks.");
    expect(nextStep({ ...flag, tier: "act" }, context)).toBe("Somebody takes it this week.");
    expect(nextStep(flag, { ...context, stage: "seen", holder: robin })).toMatch(
      /who stays away.*no answer/,
    );
    expect(nextStep(flag, { ...context, stage: "acting", holder: robin })).toMatch(
      /close the flag/,
    );
    expect(nextStep(flag, { ...context, stage: "closed" })).toMatch(/Nothing/);
  });

  it("follows what the teacher answered, for each suggestion in its own way", () => {
    const steps = ANSWER_KINDS.map((kind) =>
      nextStep({ ...flag, answer: said(kind) }, { ...context, stage: "seen", holder: robin }),
    );
    expect(steps.every((step) => !step.includes("no answer"))).toBe(true);
    // "I do not know" and own words leave it at talking; every other has a step of its own.
    expect(new Set(steps).size).toBe(ANSWER_KINDS.length - 1);
    expect(steps[ANSWER_KINDS.indexOf("data")]).toMatch(/attendance/);
  });

  it("waits for a snooze and names its date", () => {
    const snooze = { until: at, reason: "trip" };
    const words = nextStep({ ...flag, snooze }, { ...context, stage: "snoozed" });
    expect(words).toContain("2026-11-30");
    expect(nextStep({ ...flag, snooze }, context)).not.toContain("2026-11-30");
  });

  it("finds somebody else first where the holder cannot see the class any more", () => {
    const gone = { name: "Robin", maySee: false };
    for (const stage of ["new", "seen", "acting"] as const) {
      expect(nextStep(flag, { ...context, stage, holder: gone, plan: true })).toMatch(
        /somebody else/,
      );
    }
  });

  it("follows a plan that runs, while the flag is open and awake", () => {
    const steps = WORK_STAGES.map((stage) => nextStep(flag, { ...context, stage, plan: true }));
    expect(steps.map((step) => step.includes("plan"))).toEqual([true, true, true, true, false]);
  });
});
