import type { FlagOutcome } from "@/lib/flags/outcome";
import type { FlagFinding } from "@/lib/flags/rule";
import type { TeacherAnswer } from "@/lib/flags/teacher-answer";

const DAY_IN_MS = 24 * 60 * 60 * 1000;
/** Without new evidence a flag lapses (reference/statistics.md, "The flag"). */
const LIFETIME_IN_MS = 6 * 7 * DAY_IN_MS;

export const FLAG_STATES = ["new", "seen", "acting", "closed"] as const;
export type FlagState = (typeof FLAG_STATES)[number];

/** Why a flag rests, and the instant at which it comes back by itself. */
export interface Snooze {
  readonly until: Date;
  readonly reason: string;
}

/** A flag of a class. Times are instants; `closedAt` is null while it is open. */
export interface Flag extends FlagFinding {
  readonly id: string;
  readonly state: FlagState;
  readonly raisedAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly closedAt: Date | null;
  /** The account that has taken it or was given it. */
  readonly holderId: string | null;
  /** Kept when it is over: `isSnoozed` says whether the flag rests by now. */
  readonly snooze: Snooze | null;
  readonly answer: TeacherAnswer | null;
  /** Null while it is open, and of flags closed before outcomes were asked for. */
  readonly outcome: FlagOutcome | null;
}

/** What a person may have done to a flag, or why it cannot be done. */
export type Move<Code extends string = "flag-closed" | "flag-transition"> =
  { readonly ok: true; readonly flag: Flag } | { readonly ok: false; readonly code: Code };

/** One way only; a flag that is acted on has been seen. */
const NEXT: Readonly<Record<FlagState, readonly FlagState[]>> = {
  new: ["seen", "acting"],
  seen: ["acting"],
  acting: [],
  closed: [],
};

/** Moves a flag on. Refuses a step back, a step on the spot, and any step of a closed flag. Acting ends a snooze. */
export function moveFlag(flag: Flag, to: "seen" | "acting", now: Date): Move {
  if (flag.state === "closed") return { ok: false, code: "flag-closed" };
  if (!NEXT[flag.state].includes(to)) return { ok: false, code: "flag-transition" };
  const snooze = to === "acting" ? null : flag.snooze;
  return { ok: true, flag: { ...flag, state: to, snooze, updatedAt: now } };
}

/** Closes a flag with what it turned out to be. Closed is final: new evidence raises a new flag. */
export function closeFlag(flag: Flag, outcome: FlagOutcome, now: Date): Move<"flag-closed"> {
  if (flag.state === "closed") return { ok: false, code: "flag-closed" };
  return {
    ok: true,
    flag: { ...flag, state: "closed", outcome, snooze: null, updatedAt: now, closedAt: now },
  };
}

/** The flag, closed if its six weeks are over and it is still open; else the very same object. */
export function expireFlag(flag: Flag, now: Date): Flag {
  if (now.getTime() < flag.expiresAt.getTime()) return flag;
  const closed = closeFlag(flag, "lapsed", now);
  return closed.ok ? closed.flag : flag;
}

/** When people other than the class's own teacher see the flag: the teacher sees it first. */
export function othersSeeFrom(
  { raisedAt }: Pick<Flag, "raisedAt">,
  teacherFirstDays: number,
): Date {
  return new Date(raisedAt.getTime() + teacherFirstDays * DAY_IN_MS);
}

export type RaiseOutcome =
  | { readonly action: "raise"; readonly flag: Flag }
  | { readonly action: "refresh"; readonly flag: Flag }
  | { readonly action: "keep"; readonly flag: Flag };

/** Windows of four weeks that start before a flag was closed still show the rise it was closed on. */
const WINDOW_IN_MS = 28 * DAY_IN_MS;

function isNew(flag: Flag, finding: FlagFinding, source: "belonging" | "absence"): boolean {
  const id = finding.evidence.sources[source];
  return id !== null && id !== flag.evidence.sources[source];
}

/** Whether what the finding rests on was already settled when this flag was closed. */
function isSettledBy(flag: Flag, finding: FlagFinding, now: Date): boolean {
  if (flag.closedAt === null || isNew(flag, finding, "belonging")) return false;
  if (!isNew(flag, finding, "absence")) return true;
  const escalated = flag.tier === "watch" && finding.tier === "act";
  return !escalated && now.getTime() - flag.closedAt.getTime() < WINDOW_IN_MS;
}

/** An open flag with the finding taken in. A step from watch to act makes a seen flag new again and wakes it. */
function refreshed(flag: Flag, finding: FlagFinding, now: Date): Flag {
  const { kind, tier, reason, evidence } = finding;
  const escalated = flag.tier === "watch" && tier === "act";
  const expiresAt = new Date(now.getTime() + LIFETIME_IN_MS);
  const state = escalated && flag.state === "seen" ? "new" : flag.state;
  const snooze = escalated ? null : flag.snooze;
  return { ...flag, kind, tier, reason, evidence, state, snooze, updatedAt: now, expiresAt };
}

/**
 * Turns a finding into at most one change, so that a class never has two open flags. An open flag takes new evidence
 * in and lives six weeks more. A closed one is not raised again from the wave it was closed on, nor, at the same
 * tier, from attendance windows that overlap its own. The same finding twice changes nothing.
 * @param existing the class's flags, open and closed; overdue ones already passed through `expireFlag`.
 * @param id of the flag, should a new one be raised.
 */
export function raiseOrRefresh(
  existing: readonly Flag[],
  finding: FlagFinding,
  now: Date,
  id: string,
): RaiseOutcome {
  const own = existing.filter(({ classId }) => classId === finding.classId);
  const open = own.find(({ state }) => state !== "closed");
  if (open !== undefined) {
    const news = isNew(open, finding, "belonging") || isNew(open, finding, "absence");
    return news
      ? { action: "refresh", flag: refreshed(open, finding, now) }
      : { action: "keep", flag: open };
  }
  const settled = own.find((flag) => isSettledBy(flag, finding, now));
  if (settled !== undefined) return { action: "keep", flag: settled };
  return { action: "raise", flag: raised(finding, now, id) };
}

function raised(finding: FlagFinding, now: Date, id: string): Flag {
  return {
    ...finding,
    id,
    state: "new",
    raisedAt: now,
    updatedAt: now,
    expiresAt: new Date(now.getTime() + LIFETIME_IN_MS),
    closedAt: null,
    holderId: null,
    snooze: null,
    answer: null,
    outcome: null,
  };
}
