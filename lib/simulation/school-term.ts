import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import { gamma, type Random } from "@/lib/simulation/random";
import type { TermParameters } from "@/lib/simulation/term-parameters";
import type { TermPlan } from "@/lib/simulation/term-plan";

/** Absence of a school by class × week, row-major. */
export interface SchoolTerm {
  readonly gradeOf: readonly number[];
  readonly weeks: number;
  readonly studentDays: Float64Array;
  readonly newAbsences: Float64Array;
  readonly absentDays: Float64Array;
  /** Distinct students with a new absence, or an absent day, in the 4 weeks that end here. */
  readonly newContributors: Float64Array;
  readonly absentContributors: Float64Array;
}

/** Nobody is expected to miss more than this share of days, whatever the factors. */
const HIGHEST_SHARE = 0.6;

/**
 * Lets every student of a plan come or stay away, day by day. A two-state chain: an absence goes on with probability
 * 1 − 1/spellDays, and begins with the probability that makes the long-run share of days missed what the student's
 * propensity and the class-week's factors say. Weekends are no days: absent on Friday and Monday is one spell. Who is
 * absent on the first day counts as newly absent, as in `classWeeks`.
 */
export function runTerm(random: Random, term: TermParameters, plan: TermPlan): SchoolTerm {
  const size = plan.factors.length;
  const result: SchoolTerm = {
    gradeOf: plan.gradeOf,
    weeks: term.weeks,
    studentDays: new Float64Array(size),
    newAbsences: new Float64Array(size),
    absentDays: new Float64Array(size),
    newContributors: new Float64Array(size),
    absentContributors: new Float64Array(size),
  };
  for (const [classAt, students] of plan.sizes.entries()) {
    for (let student = 0; student < students; student++) {
      const usual = (term.absence * gamma(random, term.studentShape)) / term.studentShape;
      addStudent(random, term, usual, plan.factors, classAt * term.weeks, result);
    }
  }
  return result;
}

function addStudent(
  random: Random,
  term: TermParameters,
  usual: number,
  factors: Float64Array,
  start: number,
  into: SchoolTerm,
): void {
  const ends = 1 / term.spellDays;
  let absent = false;
  let [lastNew, lastAbsent] = [-WINDOW_WEEKS, -WINDOW_WEEKS];
  for (let week = 0; week < term.weeks; week++) {
    const at = start + week;
    const days = term.daysOfWeeks[week % term.daysOfWeeks.length] ?? 0;
    const share = usual * (factors[at] ?? 0);
    let [begun, away] = [0, 0];
    for (let day = 0; day < days; day++) {
      if (absent) absent = random() >= ends;
      else {
        const today = Math.min(HIGHEST_SHARE, share * (term.weekdays[day] ?? 1));
        const isFirst = week === 0 && day === 0;
        absent = random() < (isFirst ? today : (ends * today) / (1 - today));
        if (absent) begun += 1;
      }
      if (absent) away += 1;
    }
    if (begun > 0) lastNew = week;
    if (away > 0) lastAbsent = week;
    add(into.studentDays, at, days);
    add(into.newAbsences, at, begun);
    add(into.absentDays, at, away);
    add(into.newContributors, at, lastNew > week - WINDOW_WEEKS ? 1 : 0);
    add(into.absentContributors, at, lastAbsent > week - WINDOW_WEEKS ? 1 : 0);
  }
}

function add(to: Float64Array, at: number, value: number): void {
  to[at] = (to[at] ?? 0) + value;
}
