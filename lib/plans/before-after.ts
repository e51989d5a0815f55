import type { Change, NotComparable } from "@/lib/insight/change";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import type { Withheld } from "@/lib/disclosure/withheld";

const DAY_IN_MS = 24 * 3600_000;
/** Sooner after a start than this a class has hardly met what was begun. */
export const SETTLING_DAYS = 14;
/** Later pulses are another school year, another class. */
const FOLLOWED_DAYS = 365;

/** A pulse of a class as it may be shown, with what makes it a pulse left to the caller. */
export interface ShownPulse {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly belonging: GroupBelonging | Withheld | NotComparable;
}

/** A pulse after the start beside the one before it. */
export interface Followed<P extends ShownPulse> {
  readonly pulse: P;
  /** Null where the pulse shows no figure: `pulse.belonging` says why. */
  readonly change: Change | null;
}

export type BeforeAfter<P extends ShownPulse> =
  | { readonly kind: "nothing-before" }
  | { readonly kind: "nothing-after"; readonly before: P }
  | { readonly kind: "compared"; readonly before: P; readonly after: readonly Followed<P>[] };

function hasFigure({ belonging }: ShownPulse): boolean {
  return "midpoint" in belonging;
}

/**
 * What the pulses of a class say before and after a start. Before: the last one with a figure that closed before it.
 * After: those that opened two weeks or more after it, the first one first, for a year. A pulse in between is neither: part
 * of it was answered before, or at once.
 * @param pulses of one class, newest first, each as `comparableHistory` leaves it: what may not stand beside the
 *   others has no figure here, and so gets none
 * @param startsAt the first moment of the plan's first day
 * @param compare the change between two pulses under the rules of comparison; null where either shows no figure
 */
export function beforeAndAfter<P extends ShownPulse>(
  pulses: readonly P[],
  startsAt: Date,
  compare: (before: P, after: P) => Change | null,
): BeforeAfter<P> {
  const start = startsAt.getTime();
  const before = pulses.find((pulse) => pulse.closesAt.getTime() <= start && hasFigure(pulse));
  if (before === undefined) return { kind: "nothing-before" };
  const after = pulses
    .filter(({ opensAt }) => {
      const days = (opensAt.getTime() - start) / DAY_IN_MS;
      return days >= SETTLING_DAYS && days <= FOLLOWED_DAYS;
    })
    .reverse();
  if (after.length === 0) return { kind: "nothing-after", before };
  const followed = after.map((pulse) => ({
    pulse,
    change: hasFigure(pulse) ? compare(before, pulse) : null,
  }));
  return { kind: "compared", before, after: followed };
}

/**
 * Whether a result of after the start was known when the plan was written down: then its start may have been chosen
 * by it.
 */
export function isWrittenLate(
  { createdAt }: { readonly createdAt: Date },
  compared: BeforeAfter<ShownPulse>,
): boolean {
  if (compared.kind !== "compared") return false;
  return compared.after.some(({ pulse }) => pulse.closesAt.getTime() <= createdAt.getTime());
}
