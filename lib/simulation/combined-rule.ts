import type { RisingThresholds } from "@/lib/attendance/rising-looks";
import { type AnswerParameters, drawClass, lowestTenth } from "@/lib/simulation/class-answers";
import { ShareOfClusters } from "@/lib/simulation/estimate";
import type { CombinedRates } from "@/lib/simulation/flag-rates";
import { flagsOfTerm } from "@/lib/simulation/flagged-term";
import type { Random } from "@/lib/simulation/random";
import { runTerm, type SchoolTerm } from "@/lib/simulation/school-term";
import type { Rise, TermParameters } from "@/lib/simulation/term-parameters";
import { planDistrict, planTerm, raiseClass, riseWeek } from "@/lib/simulation/term-plan";

/** A district with trouble in it. Belonging and absence are independent: the hardest case for a rule on both. */
export interface TroubleParameters {
  readonly term: TermParameters;
  readonly answers: AnswerParameters;
  /** Weeks, counted from 0, at whose end a pulse is sealed. */
  readonly pulseWeeks: readonly number[];
  /** Share of classes whose absence rises, 0 to 1, and how. */
  readonly rising: number;
  readonly rise: Rise;
}

/** How the whole flag rule does over a term, in districts where some classes are low, some rise and few do both. */
export function combinedRule(
  random: Random,
  how: TroubleParameters,
  districts: number,
  thresholds: RisingThresholds,
): CombinedRates {
  const share = () => new ShareOfClusters();
  const free = { watch: share(), act: share() };
  const troubled = { watch: share(), act: share() };
  const both = { precision: share(), recall: share() };
  const cut = lowestTenth(how.answers);
  for (let one = 0; one < districts; one++) {
    const { schools, rises } = districtWithRises(random, how);
    const classes = rises.map(() => drawClass(random, how.answers));
    const low = classes.map(({ level }) => level < cut);
    const flags = flagsOfTerm(random, schools, classes, how.answers, how.pulseWeeks, thresholds);
    const is = (at: number) => (low[at] === true ? 1 : 0) + (rises[at] === true ? 1 : 0);
    const ofFree = flags.filter((_, at) => is(at) === 0);
    const ofBoth = flags.filter((_, at) => is(at) === 2);
    for (const tier of ["watch", "act"] as const) {
      free[tier].add(ofFree.filter((flag) => flag[tier]).length, ofFree.length);
      troubled[tier].add(ofBoth.filter((flag) => flag[tier]).length, ofBoth.length);
    }
    const right = ofBoth.filter((flag) => flag.both).length;
    both.precision.add(right, flags.filter((flag) => flag.both).length);
    both.recall.add(right, ofBoth.length);
  }
  return {
    troubleFree: { watch: free.watch.estimate(), act: free.act.estimate() },
    troubled: { watch: troubled.watch.estimate(), act: troubled.act.estimate() },
    both: { precision: both.precision.estimate(), recall: both.recall.estimate() },
  };
}

/** A district in which some classes of every school rise: the others are compared with risen ones too. */
function districtWithRises(
  random: Random,
  { term, rising, rise }: TroubleParameters,
): { schools: SchoolTerm[]; rises: boolean[] } {
  const district = planDistrict(random, term);
  const rises: boolean[] = [];
  const schools = Array.from({ length: term.schools }, () => {
    const plan = planTerm(random, term, district);
    for (const classAt of plan.sizes.keys()) {
      const does = random() < rising;
      rises.push(does);
      if (does) raiseClass(plan, term.weeks, classAt, rise, riseWeek(random, rise));
    }
    return runTerm(random, term, plan);
  });
  return { schools, rises };
}
