import type { Unit, UnitGroup } from "@/lib/disclosure/joint/unit";

/** Respondents that an attacker can single out by sums of shown groups. */
export type GroupSet = {
  readonly name: string;
  readonly atoms: readonly number[];
  readonly n: number;
  /** Smallest n among the groups it is worked out from: buckets are published from a size on. */
  readonly source: number;
};

/** Up to this many children every subset is tried; beyond, singles, all but one, and random ones. */
const ALL_SUBSETS_TO = 8;
const RANDOM_SUBSETS = 200;

/**
 * Every shown group, and every shown group without any set of its shown children of one division: classes
 * out of a grade, girls out of a school. Larger differences are unions of these.
 */
export function groupSets(unit: Unit, random: () => number): readonly GroupSet[] {
  const own = unit.groups.map(({ id, atoms, n }) => ({ name: id, atoms, n, source: n }));
  const rest = unit.groups.flatMap((parent, index) =>
    [...divisions(unit, index).values()].flatMap((children) =>
      subsets(children.length, random).map((chosen) => without(parent, children, chosen, unit)),
    ),
  );
  return [...own, ...rest.filter(({ n }) => n > 0)];
}

function divisions(unit: Unit, parent: number): Map<string, UnitGroup[]> {
  const found = new Map<string, UnitGroup[]>();
  for (const group of unit.groups) {
    if (group.parent !== parent) continue;
    const division = found.get(group.margin);
    if (division === undefined) found.set(group.margin, [group]);
    else division.push(group);
  }
  return found;
}

function without(
  parent: UnitGroup,
  children: readonly UnitGroup[],
  chosen: readonly number[],
  unit: Unit,
): GroupSet {
  const taken = chosen.flatMap((index) => children[index] ?? []);
  const gone = new Set(taken.flatMap(({ atoms }) => atoms));
  const atoms = parent.atoms.filter((atom) => !gone.has(atom));
  return {
    name: `${parent.id} without ${taken.map(({ id }) => id).join(", ")}`,
    atoms,
    n: atoms.reduce((sum, atom) => sum + (unit.atoms[atom] ?? 0), 0),
    source: Math.min(parent.n, ...taken.map(({ n }) => n)),
  };
}

/** Sets of indices below `count`, none of them empty. */
function subsets(count: number, random: () => number): number[][] {
  const indices = Array.from({ length: count }, (_, index) => index);
  if (count <= ALL_SUBSETS_TO) {
    return Array.from({ length: 2 ** count - 1 }, (_, bits) =>
      indices.filter((index) => ((bits + 1) >> index) & 1),
    );
  }
  const half = Array.from({ length: RANDOM_SUBSETS }, () => indices.filter(() => random() < 0.5));
  const one = indices.map((index) => [index]);
  const others = indices.map((left) => indices.filter((index) => index !== left));
  return [...one, ...others, ...half.filter((chosen) => chosen.length > 0)];
}
