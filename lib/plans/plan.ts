import { dayNumber } from "@/lib/attendance/calendar-date";
import type { Strategy } from "./strategy";

export const PLAN_STATES = ["running", "finished", "stopped"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** One thing to do. `doneOn` is a day (YYYY-MM-DD) where the district is; null while it is to do. */
export interface PlanStep {
  readonly position: number;
  /** As the catalogue said it when the plan was started. */
  readonly body: string;
  readonly doneOn: string | null;
  readonly doneBy: string | null;
}

/** A strategy that a class tries. Days are YYYY-MM-DD where the district is. */
export interface Plan {
  readonly id: string;
  readonly classId: string;
  readonly strategyId: string;
  readonly title: string;
  readonly startOn: string;
  readonly lookAgainOn: string;
  readonly state: PlanState;
  readonly note: string;
  /** When it was written down, which may be after it began. */
  readonly createdAt: Date;
  readonly endedOn: string | null;
  readonly endReason: string;
  readonly steps: readonly PlanStep[];
}

/** A plan starts within a year of today, and is looked at again between two weeks and a year after its start. */
export const FARTHEST_DAYS = 365;
export const LOOK_AGAIN_LEAST_DAYS = 14;
export const NOTE_LENGTH = 1000;

export type Refusal<Code extends string> = {
  readonly ok: false;
  readonly code: Code;
  /** Which field of a form is wrong, and how; empty when it is none of them. */
  readonly fields: Readonly<Record<string, string>>;
};
type Moved = { readonly ok: true; readonly plan: Plan };
type Invalid = Refusal<"invalid">;

function invalid(fields: Record<string, string>): Invalid {
  return { ok: false, code: "invalid", fields };
}

const OVER: Refusal<"plan-over"> = { ok: false, code: "plan-over", fields: {} };

/** The day's number, or null for what is no day. */
function dayOf(iso: string): number | null {
  try {
    return dayNumber(iso);
  } catch {
    return null;
  }
}

/** What is wrong with the two days of a plan; null when they will do. */
function wrongDays(startOn: string, lookAgainOn: string, today: string): Invalid | null {
  const [start, look, now] = [dayOf(startOn), dayOf(lookAgainOn), dayNumber(today)];
  if (start === null) return invalid({ startOn: "Choose the day on which it starts." });
  if (look === null) return invalid({ lookAgainOn: "Choose the day on which to look again." });
  if (Math.abs(start - now) > FARTHEST_DAYS)
    return invalid({ startOn: "Choose a day within a year of today." });
  if (look <= start) return invalid({ lookAgainOn: "Look again after the start, not before it." });
  if (look - start < LOOK_AGAIN_LEAST_DAYS)
    return invalid({ lookAgainOn: "Give it at least two weeks: sooner, nothing can be seen." });
  if (look - start > FARTHEST_DAYS)
    return invalid({ lookAgainOn: "Look again within a year of the start." });
  return null;
}

/** A new plan of a class, with the strategy's steps copied; refuses days that are out of range. */
export function startPlan(
  strategy: Strategy,
  input: {
    readonly id: string;
    readonly classId: string;
    readonly startOn: string;
    readonly lookAgainOn: string;
    readonly note: string;
  },
  { now, today }: { readonly now: Date; readonly today: string },
): Moved | Invalid {
  const wrong = wrongDays(input.startOn, input.lookAgainOn, today) ?? longNote(input.note);
  if (wrong !== null) return wrong;
  const steps = strategy.steps.map((body, position) => ({
    position,
    body,
    doneOn: null,
    doneBy: null,
  }));
  return {
    ok: true,
    plan: {
      ...input,
      note: input.note.trim(),
      strategyId: strategy.id,
      title: strategy.title,
      state: "running",
      createdAt: now,
      endedOn: null,
      endReason: "",
      steps,
    },
  };
}

function longNote(note: string, field = "note"): Invalid | null {
  return note.trim().length > NOTE_LENGTH
    ? invalid({ [field]: "Keep it under 1,000 characters." })
    : null;
}

/** Marks a step as done on a day from the plan's start to today. Once; a step that is done stays done. */
export function markStep(
  plan: Plan,
  { position, doneOn, doneBy }: { position: number; doneOn: string; doneBy: string },
  today: string,
): Moved | Invalid | Refusal<"plan-over" | "step-done" | "missing"> {
  if (plan.state !== "running") return OVER;
  const step = plan.steps.find((each) => each.position === position);
  if (step === undefined) return { ok: false, code: "missing", fields: {} };
  if (step.doneOn !== null) return { ok: false, code: "step-done", fields: {} };
  const day = dayOf(doneOn);
  if (day === null) return invalid({ doneOn: "Choose the day on which it was done." });
  if (day > dayNumber(today)) return invalid({ doneOn: "This day has not come yet." });
  if (day < dayNumber(plan.startOn))
    return invalid({ doneOn: "This day is before the plan’s start." });
  const steps = plan.steps.map((each) => (each === step ? { ...each, doneOn, doneBy } : each));
  return { ok: true, plan: { ...plan, steps } };
}

/** Writes the plan's note anew, while it runs. */
export function writeNote(plan: Plan, note: string): Moved | Invalid | Refusal<"plan-over"> {
  if (plan.state !== "running") return OVER;
  return longNote(note) ?? { ok: true, plan: { ...plan, note: note.trim() } };
}

/** Finishes or stops a plan, with a reason. One way: what is over stays over, and can be started anew. */
export function endPlan(
  plan: Plan,
  { state, reason }: { state: "finished" | "stopped"; reason: string },
  today: string,
): Moved | Invalid | Refusal<"plan-over"> {
  if (plan.state !== "running") return OVER;
  if (reason.trim() === "") return invalid({ reason: "Say in a sentence why it ends." });
  const long = longNote(reason, "reason");
  if (long !== null) return long;
  return { ok: true, plan: { ...plan, state, endedOn: today, endReason: reason.trim() } };
}

/** Whether its day to look again has come while it runs. */
export function isDue(plan: Pick<Plan, "state" | "lookAgainOn">, today: string): boolean {
  return plan.state === "running" && plan.lookAgainOn <= today;
}
