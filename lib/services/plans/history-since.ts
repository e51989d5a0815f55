import { dayNumber } from "@/lib/attendance/calendar-date";
import type { Plan } from "@/lib/plans/plan";

const DAY_IN_MS = 24 * 3600_000;
/** How far before its start a plan's "before" may lie: an older pulse tells of another class. */
const BEFORE_DAYS = 200;

/** From when on the pulses of the plans' classes are read. A plan may start only next term: then from today. */
export function historySince(plans: readonly Pick<Plan, "startOn">[], now: Date): Date {
  const starts = plans.map(({ startOn }) => dayNumber(startOn) * DAY_IN_MS);
  return new Date(Math.min(now.getTime(), ...starts) - BEFORE_DAYS * DAY_IN_MS);
}
