import { integerBetween, normal, type Random } from "@/lib/simulation/random";
import type { Rise, TermParameters } from "@/lib/simulation/term-parameters";

/** What happens to all schools of a district alike. */
export interface DistrictPlan {
  /** By week: what multiplies absence everywhere. */
  readonly weeks: readonly number[];
  /** Weeks in which a wave of flu reaches the first schools. */
  readonly fluFrom: readonly number[];
}

/** What a school's term is made of before any student stays away. */
export interface TermPlan {
  readonly sizes: readonly number[];
  readonly gradeOf: readonly number[];
  /** By class × week: what multiplies the usual share of days missed, weekdays apart. */
  readonly factors: Float64Array;
}

/** Log-normal with median 1, for levels. */
function level(random: Random, sd: number): number {
  return Math.exp(sd * normal(random));
}

/** Log-normal with mean 1, for what passes; `z` is standard normal. */
function shock(z: number, sd: number): number {
  return Math.exp(sd * z - sd ** 2 / 2);
}

export function planDistrict(random: Random, term: TermParameters): DistrictPlan {
  const weeks = Array.from({ length: term.weeks }, () =>
    shock(normal(random), term.districtWeekSd),
  );
  return { weeks, fluFrom: planFlu(random, term) };
}

/** Weeks of a term that has one wave of flu. */
const FLU_EVERY = 18;

function planFlu(random: Random, { flu, weeks }: TermParameters): number[] {
  if (flu === null) return [];
  const waves = Math.max(1, Math.round(weeks / FLU_EVERY));
  const each = Math.floor(weeks / waves);
  const latest = each - flu.weeks - flu.spreadWeeks;
  return Array.from({ length: waves }, (_, at) => at * each + integerBetween(random, 0, latest));
}

/** Sizes, levels and shocks of one school. */
export function planTerm(random: Random, term: TermParameters, district: DistrictPlan): TermPlan {
  const schoolWeeks = planSchoolWeeks(random, term, district);
  const { flu } = term;
  const late = flu === null ? 0 : integerBetween(random, 0, flu.spreadWeeks);
  const isIll = (week: number) =>
    district.fluFrom.some((first) => {
      const since = week - first - late;
      return flu !== null && since >= 0 && since < flu.weeks;
    });
  const sizes: number[] = [];
  const gradeOf: number[] = [];
  const factors = new Float64Array(term.grades * term.classesOfGrade * term.weeks);
  let at = 0;
  for (let grade = 0; grade < term.grades; grade++) {
    const gradeLevel = level(random, term.gradeSd);
    for (let one = 0; one < term.classesOfGrade; one++) {
      sizes.push(integerBetween(random, term.smallestClass, term.largestClass));
      gradeOf.push(grade);
      const usual = gradeLevel * level(random, term.classSd);
      const hit = flu === null ? 1 : 1 + (flu.factor - 1) * shock(normal(random), flu.classSd);
      let state = normal(random);
      for (const [week, school] of schoolWeeks.entries()) {
        const fresh = Math.sqrt(1 - term.classWeekCarry ** 2);
        state = term.classWeekCarry * state + fresh * normal(random);
        const passing = shock(state, term.classWeekSd) * (isIll(week) ? hit : 1);
        factors[at++] = usual * school * passing;
      }
    }
  }
  return { sizes, gradeOf, factors };
}

/** By week: level and shocks of a whole school. */
function planSchoolWeeks(random: Random, term: TermParameters, district: DistrictPlan): number[] {
  const usual = level(random, term.schoolSd);
  const rise = term.schoolRise;
  const riseFrom = rise === null ? 0 : riseWeek(random, rise);
  return district.weeks.map((all, week) => {
    const risen = rise !== null && week >= riseFrom ? rise.to / rise.from : 1;
    return usual * all * risen * shock(normal(random), term.schoolWeekSd);
  });
}

/** The week in which a rise begins. */
export function riseWeek(random: Random, { earliest, latest }: Rise): number {
  return integerBetween(random, earliest, latest);
}

/** Raises a class by `to`/`from`, from a week on, whatever its usual level. Changes the plan. */
export function raiseClass(
  plan: TermPlan,
  weeks: number,
  classAt: number,
  { from, to }: Rise,
  since: number,
): void {
  for (let at = classAt * weeks + since; at < (classAt + 1) * weeks; at++) {
    plan.factors[at] = ((plan.factors[at] ?? 0) * to) / from;
  }
}
