import type { Block, Subject } from "@/lib/verification/attack/block";
import {
  type BallotsIn,
  type DemographicBallots,
  demographicBallots,
} from "@/lib/verification/attack/demographic-ballots";
import { withoutParts } from "@/lib/verification/attack/set-differences";
import { type Hierarchy, nestOf } from "@/lib/verification/hierarchy";
import { type FileGroup, isShown } from "@/lib/verification/release-file";

/** A unit to attack, and all of it that is in some region: what a group above it counts of it. */
export type UnitBlock = Block & { readonly unit: FileGroup; readonly total: Subject };

/**
 * The regions into which a unit's shown groups divide its ballots: in the hierarchy what each has beyond its
 * parts, and the categories of each demographic that shows anything. A hidden group that demographics divide
 * divides the hierarchy too. Null where nothing is shown.
 */
export function unitBlock(
  unit: FileGroup,
  hierarchy: Hierarchy,
  random: () => number,
): UnitBlock | null {
  const within = hierarchy.within(unit);
  const margins = shownMargins(within, hierarchy);
  const isDivided = (group: FileGroup): boolean =>
    hierarchy.demographicsOf(group).some((margin) => margins.includes(margin));
  const nests = nestOf(hierarchy, (group) => isShown(group) || isDivided(group));
  const own = [...nests.values()].filter(({ group }) => within.includes(group));
  if (own.length === 0) return null;

  const rests = own.filter(({ rest }) => rest > 0);
  const ballotsIn: BallotsIn = (group) =>
    rests.flatMap((nest, region) =>
      nest.group === group || hierarchy.around(nest.group).includes(group)
        ? [{ region, size: nest.rest }]
        : [],
    );
  const whole = (group: FileGroup): Subject => ({
    label: group.id,
    group: group.id,
    regions: ballotsIn(group).map(({ region }) => region),
    size: group.n,
  });
  const leaves = rests.map(({ group, parts, rest }, region): Subject => {
    const label = parts.length === 0 ? group.id : `${group.id} without its parts`;
    return { label, group: group.id, regions: [region], size: rest };
  });
  const demographics: DemographicBallots[] = [];
  let regions = rests.length;
  for (const margin of margins) {
    const ballots = demographicBallots(margin, hierarchy, unit, ballotsIn, regions);
    demographics.push(ballots);
    regions += ballots.regions;
  }

  const shown = within.filter(isShown);
  const shownNests = nestOf(hierarchy, isShown);
  const divided = demographics.flatMap((ballots) => ballots.divided);
  const categories = divided.flatMap(({ parts }) => parts).filter(({ group }) => group.n > 0);
  return {
    id: unit.id,
    regions,
    sizes: [...leaves, ...divided.flatMap(({ parts }) => parts.map(({ subject }) => subject))],
    links: divided.map(({ link }) => link),
    published: [
      ...shown.map((group) => ({ group, regions: whole(group).regions })),
      ...categories
        .filter(({ group }) => isShown(group))
        .map(({ group, subject }) => ({ group, regions: subject.regions })),
    ],
    subjects: [...leaves, ...categories.map(({ subject }) => subject)],
    counted: [
      ...shown.flatMap((group) =>
        withoutParts(whole(group), (shownNests.get(group.id)?.parts ?? []).map(whole), random),
      ),
      ...divided.flatMap((each) => countedIn(each, random)),
    ],
    populations: [
      leaves,
      ...demographics.map((ballots) =>
        (ballots.divided[0]?.parts ?? [])
          .filter(({ group }) => group.n > 0)
          .map(({ subject }) => subject),
      ),
    ],
    unit,
    total: {
      label: unit.id,
      group: unit.id,
      regions: leaves.flatMap((leaf) => leaf.regions),
      size: leaves.reduce((sum, { size }) => sum + size, 0),
    },
  };
}

/** The shown categories of a divided group and, if it is shown too, what any of them leave of it. */
function countedIn(
  { group, whole, parts }: DemographicBallots["divided"][number],
  random: () => number,
): readonly Subject[] {
  const shown = parts.filter((part) => isShown(part.group)).map(({ subject }) => subject);
  const left = isShown(group) ? withoutParts(whole, shown, random) : [];
  return [...shown, ...left.filter((subject) => subject !== whole)];
}

/** Demographics that show a group: those that hide all of theirs tell an attacker nothing. */
function shownMargins(within: readonly FileGroup[], hierarchy: Hierarchy): readonly string[] {
  const margins = within.flatMap((group) =>
    hierarchy
      .demographicsOf(group)
      .filter((margin) => hierarchy.childrenOf(group, margin).some(isShown)),
  );
  return [...new Set(margins)].sort();
}
