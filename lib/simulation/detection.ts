import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import type { AbsenceSeries } from "@/lib/attendance/rising-looks";
import { ShareOfClusters } from "@/lib/simulation/estimate";
import { groupsOf, SERIES } from "@/lib/simulation/false-alarms";
import type { RisingGroup, TierRates } from "@/lib/simulation/flag-rates";
import type { Random } from "@/lib/simulation/random";
import { runTerm, type SchoolTerm } from "@/lib/simulation/school-term";
import { strongestTiers, thresholdsInForce } from "@/lib/simulation/strongest-tier";
import type { Rise, TermParameters } from "@/lib/simulation/term-parameters";
import { planDistrict, planTerm, riseWeek } from "@/lib/simulation/term-plan";

/**
 * How many rises are found within 4 weeks: by a look that ends in the week of the rise or in one of the three after
 * it. One group of a school (or one school of a district) rises; nothing else does.
 */
export function detection(
  random: Random,
  term: TermParameters,
  group: RisingGroup,
  rise: Rise,
  rises: number,
): Record<AbsenceSeries, TierRates> {
  const found = {
    "new-absences": { watch: new ShareOfClusters(), act: new ShareOfClusters() },
    "absent-days": { watch: new ShareOfClusters(), act: new ShareOfClusters() },
  };
  for (let one = 0; one < rises; one++) {
    const from = riseWeek(random, rise);
    const during = { from, to: from + WINDOW_WEEKS - 1 };
    const schools = districtWithRise(random, term, group, rise, from);
    for (const series of SERIES) {
      // The rising group is the first of its kind: class 0, grade 0 or school 0.
      const [groups] = groupsOf(schools, group.level, series);
      if (groups === undefined) throw new RangeError("a district needs a school");
      const thresholds = thresholdsInForce(series, group.level, term);
      const [first] = strongestTiers(groups, series, thresholds, during);
      found[series].watch.add(first?.watch === true ? 1 : 0, 1);
      found[series].act.add(first?.act === true ? 1 : 0, 1);
    }
  }
  const rates = (series: AbsenceSeries): TierRates => ({
    watch: found[series].watch.estimate(),
    act: found[series].act.estimate(),
  });
  return { "new-absences": rates("new-absences"), "absent-days": rates("absent-days") };
}

function districtWithRise(
  random: Random,
  term: TermParameters,
  group: RisingGroup,
  rise: Rise,
  from: number,
): SchoolTerm[] {
  const district = planDistrict(random, term);
  // Below the level of schools the other schools of the district do not matter.
  const count = group.level === "school" ? term.schools : 1;
  return Array.from({ length: count }, (_, at) => {
    const planned = planTerm(random, term, district);
    if (at > 0) return runTerm(random, term, planned);
    const rises = (classAt: number): boolean =>
      group.level === "school" ||
      (group.level === "grade" ? planned.gradeOf[classAt] === 0 : classAt === 0);
    const sizes = planned.sizes.map((size, classAt) => (rises(classAt) ? group.classSize : size));
    addRise(planned.factors, term, rise, from, rises);
    return runTerm(random, term, { ...planned, sizes });
  });
}

/**
 * Sets the classes that rise to exactly `rise.from` on average, each as far above or below the others as it was, and
 * lets them go to `rise.to` from the week `from` on. Changes the factors.
 */
function addRise(
  factors: Float64Array,
  { weeks, absence }: TermParameters,
  rise: Rise,
  from: number,
  rises: (classAt: number) => boolean,
): void {
  const places = [...factors.keys()].filter((at) => rises(Math.floor(at / weeks)));
  const mean = places.reduce((sum, at) => sum + (factors[at] ?? 0), 0) / places.length;
  for (const at of places) {
    const share = at % weeks >= from ? rise.to : rise.from;
    factors[at] = ((factors[at] ?? 0) / mean) * (share / absence);
  }
}
