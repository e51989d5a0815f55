import type { Link, Subject } from "@/lib/verification/attack/block";
import type { Hierarchy } from "@/lib/verification/hierarchy";
import { categoriesOf, type FileGroup } from "@/lib/verification/release-file";

/** A group of the hierarchy that one demographic divides, counted by that demographic's own ballots. */
export type DividedGroup = {
  readonly group: FileGroup;
  readonly whole: Subject;
  readonly parts: readonly { readonly group: FileGroup; readonly subject: Subject }[];
  readonly link: Link;
};

export type DemographicBallots = {
  /** How many regions there are. */
  readonly regions: number;
  /** Larger groups before those inside them. */
  readonly divided: readonly DividedGroup[];
};

/** Ballots of one category, in a divided group and in no divided group inside it. */
type Region = { readonly within: FileGroup; readonly category: string; readonly index: number };

/** Regions of the hierarchy's own ballots in a group, with their sizes. */
export type BallotsIn = (
  group: FileGroup,
) => readonly { readonly region: number; readonly size: number }[];

/**
 * The ballots of one demographic of a unit, as regions numbered from `start`.
 *
 * The file says how many ballots each category has, not how categories cross classes or other demographics,
 * and this attacker does not know it: the compiler's attacker does, so that this one proves less. No regions
 * (class × category) are needed for that. Whatever tables of answers by class and by category one writes down,
 * some crossing of the two has them as its margins if only both hold as many of each answer: give the first
 * student of an answer by class the first category of that answer, and so on (the north-west-corner rule).
 * So the two are linked by their totals of each answer alone; likewise in each grade that the demographic
 * divides.
 */
export function demographicBallots(
  margin: string,
  hierarchy: Hierarchy,
  unit: FileGroup,
  ballotsIn: BallotsIn,
  start: number,
): DemographicBallots {
  const within = hierarchy
    .within(unit)
    .filter((group) => hierarchy.demographicsOf(group).includes(margin));
  const regions: Region[] = [];
  for (const group of within) {
    for (const category of hierarchy.childrenOf(group, margin).flatMap(categoriesOf))
      regions.push({ within: group, category, index: start + regions.length });
  }
  const subject = (label: string, around: FileGroup, of: readonly FileGroup[]): Subject => {
    const categories = new Set(of.flatMap(categoriesOf));
    const own = regions.filter(
      (region) => categories.has(region.category) && isWithin(region.within, around, hierarchy),
    );
    const size = of.reduce((sum, { n }) => sum + n, 0);
    return { label, group: label, regions: own.map(({ index }) => index), size };
  };
  const divided = within.map((group): DividedGroup => {
    const parts = hierarchy.childrenOf(group, margin);
    return {
      group,
      whole: subject(group.id, group, parts),
      parts: parts.map((part) => ({ group: part, subject: subject(part.id, group, [part]) })),
      link: linkOf(group, within, margin, hierarchy, regions, ballotsIn),
    };
  });
  return { regions: regions.length, divided };
}

/** Both sides of a divided group, without the divided groups inside it: those have links of their own. */
function linkOf(
  group: FileGroup,
  divided: readonly FileGroup[],
  margin: string,
  hierarchy: Hierarchy,
  regions: readonly Region[],
  ballotsIn: BallotsIn,
): Link {
  const total = (of: FileGroup): number =>
    hierarchy.childrenOf(of, margin).reduce((sum, { n }) => sum + n, 0);
  const inside = divided.filter((other) => hierarchy.around(other).includes(group));
  const next = inside.filter(
    (other) => hierarchy.around(other).find((each) => divided.includes(each)) === group,
  );
  const elsewhere = new Set(inside.flatMap(ballotsIn).map(({ region }) => region));
  const own = ballotsIn(group).filter(({ region }) => !elsewhere.has(region));
  const cast = own.reduce((sum, { size }) => sum + size, 0);
  const counted = next.reduce((left, other) => left - total(other), total(group));
  return {
    hierarchy: own.map(({ region }) => region),
    demographic: regions.filter((region) => region.within === group).map(({ index }) => index),
    excess: counted - cast,
    spare: Math.max(0, group.participation.seats - Math.max(cast, counted)),
  };
}

function isWithin(group: FileGroup, around: FileGroup, hierarchy: Hierarchy): boolean {
  return group === around || hierarchy.around(group).includes(around);
}
