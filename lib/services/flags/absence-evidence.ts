import type { AbsenceSignalRow } from "@/lib/data/absence-signals";
import type { AbsenceEvidence } from "@/lib/flags/evidence";

const DAY_MS = 24 * 3600_000;

/**
 * The latest look at a class's absence as evidence for a flag. The window ends with its last school week, on Friday;
 * attendance imported in the middle of that week is evidence of today, not of a day to come, which would not count.
 */
export function absenceEvidence(
  signal: AbsenceSignalRow & { studentDays: number },
  now: Date,
): AbsenceEvidence {
  const friday = Date.parse(`${signal.weekStart}T00:00:00Z`) + 4 * DAY_MS;
  return {
    evidenceId: `${signal.series}/${signal.weekStart}`,
    observedAt: new Date(Math.min(friday, now.getTime())),
    series: signal.series === "absent-days" ? "absent-days" : "new-absences",
    tier: signal.tier === "watch" || signal.tier === "act" ? signal.tier : "none",
    z: signal.z,
    observed: signal.observed,
    expected: signal.expected,
    studentDays: signal.studentDays,
  };
}
