import type { Flag, FlagState, Move } from "@/lib/flags/life-cycle";
import type { TeacherAnswer } from "@/lib/flags/teacher-answer";

const DAY_IN_MS = 24 * 60 * 60 * 1000;
/** A flag rests for six weeks at most: longer than that nobody would find it again. */
const MOST_SNOOZE_IN_MS = 42 * DAY_IN_MS;
export const MOST_REASON_CHARACTERS = 300;

/** Where the work on a flag stands: its state, or that it rests. The columns of the board, in their order. */
export const WORK_STAGES = ["new", "seen", "acting", "snoozed", "closed"] as const;
export type WorkStage = (typeof WORK_STAGES)[number];

/** Whether the flag rests now. It comes back by itself at the instant itself. */
export function isSnoozed({ state, snooze }: Pick<Flag, "state" | "snooze">, now: Date): boolean {
  return state !== "closed" && snooze !== null && now.getTime() < snooze.until.getTime();
}

export function workStage(flag: Pick<Flag, "state" | "snooze">, now: Date): WorkStage {
  return isSnoozed(flag, now) ? "snoozed" : flag.state;
}

/** Whole days since the flag was raised, rounded down. */
export function ageInDays({ raisedAt }: Pick<Flag, "raisedAt">, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - raisedAt.getTime()) / DAY_IN_MS));
}

/** Whoever hands a flag on, lets it rest or answers it has seen it. */
function seen(state: FlagState): FlagState {
  return state === "new" ? "seen" : state;
}

/**
 * Gives a flag to an account, or gives it back with null. `from` is who had it when the giver looked: if somebody else
 * has it by now, nothing is taken out of their hands unseen.
 */
export function assignFlag(
  flag: Flag,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  now: Date,
): Move<"flag-closed" | "flag-held"> {
  if (flag.state === "closed") return { ok: false, code: "flag-closed" };
  if (flag.holderId !== from && flag.holderId !== to) return { ok: false, code: "flag-held" };
  return {
    ok: true,
    flag: { ...flag, holderId: to, state: seen(flag.state), updatedAt: now },
  };
}

/** The last instant until which a flag may rest: six weeks on, and within its life. */
export function latestSnooze({ expiresAt }: Pick<Flag, "expiresAt">, now: Date): Date {
  return new Date(Math.min(now.getTime() + MOST_SNOOZE_IN_MS, expiresAt.getTime()));
}

/** Lets a flag rest until an instant to come. New evidence that lifts it from watch to act wakes it before. */
export function snoozeFlag(
  flag: Flag,
  snooze: { readonly until: Date; readonly reason: string },
  now: Date,
): Move<"flag-closed" | "snooze-date"> {
  if (flag.state === "closed") return { ok: false, code: "flag-closed" };
  const until = snooze.until.getTime();
  if (!(until > now.getTime() && until <= latestSnooze(flag, now).getTime())) {
    return { ok: false, code: "snooze-date" };
  }
  return { ok: true, flag: { ...flag, snooze, state: seen(flag.state), updatedAt: now } };
}

/** Ends a snooze before its time. */
export function wakeFlag(flag: Flag, now: Date): Move<"flag-closed" | "not-snoozed"> {
  if (flag.state === "closed") return { ok: false, code: "flag-closed" };
  if (!isSnoozed(flag, now)) return { ok: false, code: "not-snoozed" };
  return { ok: true, flag: { ...flag, snooze: null, updatedAt: now } };
}

/** Takes a teacher's answer in; it takes the place of an earlier one. */
export function answerFlag(
  flag: Flag,
  answer: Omit<TeacherAnswer, "at">,
  now: Date,
): Move<"flag-closed"> {
  if (flag.state === "closed") return { ok: false, code: "flag-closed" };
  return {
    ok: true,
    flag: { ...flag, answer: { ...answer, at: now }, state: seen(flag.state), updatedAt: now },
  };
}
