import type { Block, Subject } from "@/lib/verification/attack/block";
import type { UnitBlock } from "@/lib/verification/attack/unit-block";
import { withoutParts } from "@/lib/verification/attack/set-differences";
import type { Hierarchy } from "@/lib/verification/hierarchy";
import { type FileGroup, isShown } from "@/lib/verification/release-file";

/**
 * The groups above the units: of each unit the total of its regions, whose range must be known from its own
 * attack, and what each upper group has beyond them. Regions 0 to `blocks.length` − 1 are the units.
 * Null where no upper group is shown.
 */
export function upperBlock(
  upper: readonly FileGroup[],
  blocks: readonly UnitBlock[],
  hierarchy: Hierarchy,
  random: () => number,
): Block | null {
  const shown = upper.filter(isShown);
  if (shown.length === 0) return null;
  const unitsIn = (group: FileGroup): readonly number[] =>
    blocks.flatMap(({ unit }, region) => (hierarchy.around(unit).includes(group) ? [region] : []));
  const insideOf = (group: FileGroup): readonly FileGroup[] =>
    shown.filter((other) => hierarchy.around(other).includes(group));

  // The rest of a group: its ballots in no shown upper group inside it and in no unit's shown groups.
  const rests = shown.map((group, at) => {
    const inside = insideOf(group);
    const next = inside.filter((other) => hierarchy.around(other).find(isShown) === group);
    const deeper = new Set(next.flatMap(unitsIn));
    const units = unitsIn(group).filter((region) => !deeper.has(region));
    const size =
      next.reduce((left, { n }) => left - n, group.n) -
      units.reduce((sum, region) => sum + (blocks[region]?.total.size ?? 0), 0);
    return { group, inside, next, units, size, region: blocks.length + at };
  });
  const whole = (group: FileGroup): Subject => ({
    label: group.id,
    group: group.id,
    size: group.n,
    regions: [
      ...unitsIn(group),
      ...rests
        .filter((rest) => rest.group === group || insideOf(group).includes(rest.group))
        .map(({ region }) => region),
    ],
  });
  const units = blocks.map(({ total }, region): Subject => ({ ...total, regions: [region] }));
  const left = rests.map(({ group, size, region }): Subject => ({
    label: `${group.id} without its parts`,
    group: group.id,
    regions: [region],
    size,
  }));
  const subjects = [...units, ...left].filter(({ size }) => size > 0);
  return {
    id: "groups above the units",
    regions: blocks.length + rests.length,
    sizes: [...units, ...left],
    links: [],
    published: shown.map((group) => ({ group, regions: whole(group).regions })),
    subjects,
    counted: rests.flatMap(({ group, next, units: own }) => {
      const parts = [...next.map(whole), ...own.flatMap((region) => units[region] ?? [])];
      return withoutParts(
        whole(group),
        parts.filter(({ size }) => size > 0),
        random,
      );
    }),
    populations: [subjects],
  };
}
