import type { FlagFinding } from "@/lib/flags/rule";

const DAY_IN_MS = 24 * 60 * 60 * 1000;
/** Without new evidence a flag lapses (reference/statistics.md, "The flag"). */
const LIFETIME_IN_MS = 6 * 7 * DAY_IN_MS;

export const FLAG_STATES = ["new", "seen", "acting", "closed"] as const;
export type FlagState = (typeof FLAG_STATES)[number];

/** A flag of a class. Times are instants; `closedAt` is null while it is open. */
export interface Flag extends FlagFinding {
  readonly id: string;
  readonly state: FlagState;
  readonly raisedAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly closedAt: Date | null;
}

/** One way only; closed is final, and new evidence raises a new flag. */
const NEXT: Readonly<Record<FlagState, readonly FlagState[]>> = {
  new: ["seen", "acting", "closed"],
  seen: ["acting", "closed"],
  acting: ["closed"],
  closed: [],
};

export type Move =
  | { readonly ok: true; readonly flag: Flag }
  | { readonly ok: false; readonly code: "flag-transition"; readonly message: string };

/** Moves a flag on. Refuses a step back, a step on the spot, and any step of a closed flag. */
export function moveFlag(flag: Flag, to: FlagState, now: Date): Move {
  if (!NEXT[flag.state].includes(to)) {
    const message =
      flag.state === "closed"
        ? "This flag is closed. New evidence would raise a new one."
        : `A flag that is "${flag.state}" cannot become "${to}".`;
    return { ok: false, code: "flag-transition", message };
  }
  const closedAt = to === "closed" ? now : null;
  return { ok: true, flag: { ...flag, state: to, updatedAt: now, closedAt } };
}

/** The flag, closed if its six weeks are over and it is still open; else the very same object. */
export function expireFlag(flag: Flag, now: Date): Flag {
  if (flag.state === "closed" || now.getTime() < flag.expiresAt.getTime()) return flag;
  return { ...flag, state: "closed", updatedAt: now, closedAt: now };
}

/** When people other than the class's own teacher see the flag: the teacher sees it first. */
export function othersSeeFrom(flag: Flag, teacherFirstDays: number): Date {
  return new Date(flag.raisedAt.getTime() + teacherFirstDays * DAY_IN_MS);
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

/** An open flag with the finding taken in. A step from watch to act makes a seen flag new again. */
function refreshed(flag: Flag, finding: FlagFinding, now: Date): Flag {
  const { kind, tier, reason, evidence } = finding;
  const escalated = flag.tier === "watch" && tier === "act" && flag.state === "seen";
  const expiresAt = new Date(now.getTime() + LIFETIME_IN_MS);
  const state = escalated ? "new" : flag.state;
  return { ...flag, kind, tier, reason, evidence, state, updatedAt: now, expiresAt };
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
  const expiresAt = new Date(now.getTime() + LIFETIME_IN_MS);
  return {
    action: "raise",
    flag: {
      ...finding,
      id,
      state: "new",
      raisedAt: now,
      updatedAt: now,
      expiresAt,
      closedAt: null,
    },
  };
}
