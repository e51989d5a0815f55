import { type RisingThresholds, visitLooks } from "@/lib/attendance/rising-looks";
import type { AbsenceEvidence, BelongingEvidence } from "@/lib/flags/evidence";
import { decideFlag, type FlagFinding } from "@/lib/flags/rule";
import {
  type AnsweringClass,
  type AnswerParameters,
  answerPulse,
  type ClassAnswers,
} from "@/lib/simulation/class-answers";
import { classesOf } from "@/lib/simulation/compared-groups";
import { pulseEvidence } from "@/lib/simulation/pulse-evidence";
import type { Random } from "@/lib/simulation/random";
import type { SchoolTerm } from "@/lib/simulation/school-term";

const WEEK_MS = 7 * 24 * 3600_000;
/** A term that starts at 1970 is as good as any. */
const endOfWeek = (week: number): Date => new Date((week + 1) * WEEK_MS);

/** What the flag rule said of a class over a term, week by week. */
export interface FlagsOfTerm {
  readonly watch: boolean;
  readonly act: boolean;
  /** Low belonging and rising absence within six weeks of each other. */
  readonly both: boolean;
}

/**
 * A term of a district as the application lives through it: each week's attendance is imported at its end, pulses are
 * sealed at the end of `pulseWeeks`, and the flag rule itself (`decideFlag`) decides anew each week.
 * @param classes the classes of all schools, in the order of the schools.
 */
export function flagsOfTerm(
  random: Random,
  schools: readonly SchoolTerm[],
  classes: readonly AnsweringClass[],
  how: AnswerParameters,
  pulseWeeks: readonly number[],
  thresholds: RisingThresholds,
): FlagsOfTerm[] {
  const absence = absenceByWeek(schools, thresholds);
  const found = classes.map(() => ({ watch: false, act: false, both: false }));
  const pulses: ClassAnswers[][] = [];
  let belonging: (BelongingEvidence | undefined)[] = [];
  for (const [week, looks] of absence.entries()) {
    const now = endOfWeek(week);
    if (pulseWeeks.includes(week)) {
      pulses.push(classes.map((each) => answerPulse(random, how, each)));
      belonging = pulseEvidence(pulses, now);
    }
    for (const [at, flags] of found.entries()) {
      const finding = decide(belonging[at], looks[at], now);
      if (finding === null) continue;
      flags.watch = true;
      flags.act ||= finding.tier === "act";
      flags.both ||= finding.kind === "both";
    }
  }
  return found;
}

function decide(
  belonging: BelongingEvidence | undefined,
  absence: AbsenceEvidence | undefined,
  now: Date,
): FlagFinding | null {
  const decision = decideFlag(
    {
      classId: "simulated",
      ...(belonging === undefined ? {} : { belonging }),
      ...(absence === undefined ? {} : { absence }),
    },
    now,
  );
  return decision.ok ? decision.finding : null;
}

/** By week, then class: the look at new absences that ends there, where it shows a tier. */
function absenceByWeek(
  schools: readonly SchoolTerm[],
  thresholds: RisingThresholds,
): (AbsenceEvidence | undefined)[][] {
  const weeks = schools[0]?.weeks ?? 0;
  const byWeek = Array.from({ length: weeks }, (): (AbsenceEvidence | undefined)[] => []);
  let before = 0;
  for (const school of schools) {
    const groups = classesOf(school, "new-absences");
    visitLooks(
      groups,
      "new-absences",
      "all",
      ({ classAt, weekAt, tierByZ, hiddenBecause, z, observed, expected }) => {
        const week = byWeek[weekAt];
        if (week === undefined || hiddenBecause !== null || tierByZ === "none") return;
        week[before + classAt] = {
          evidenceId: `week-${weekAt}`,
          observedAt: endOfWeek(weekAt),
          series: "new-absences",
          tier: tierByZ,
          z,
          observed,
          expected,
          studentDays: groups.studentDays[classAt * weeks + weekAt] ?? 0,
        };
      },
      () => thresholds,
    );
    before += groups.classIds.length;
  }
  return byWeek;
}
