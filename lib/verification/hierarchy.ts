import { type FileGroup, HIERARCHY, marginOf } from "@/lib/verification/release-file";

/** The groups of a file as a tree. Make one only of groups that `checkStructure` let pass. */
export class Hierarchy {
  readonly #byId: ReadonlyMap<string, FileGroup>;
  readonly #children = new Map<string, FileGroup[]>();

  constructor(readonly groups: readonly FileGroup[]) {
    this.#byId = new Map(groups.map((group) => [group.id, group]));
    for (const group of groups) {
      if (group.parent === null) continue;
      const beside = this.#children.get(group.parent);
      if (beside === undefined) this.#children.set(group.parent, [group]);
      else beside.push(group);
    }
  }

  parentOf(group: FileGroup): FileGroup | null {
    return group.parent === null ? null : (this.#byId.get(group.parent) ?? null);
  }

  /** The groups one level down that are counted from one margin's ballots. */
  childrenOf(group: FileGroup, margin = HIERARCHY): readonly FileGroup[] {
    return (this.#children.get(group.id) ?? []).filter((child) => marginOf(child) === margin);
  }

  /** The demographics that divide a group, in order. */
  demographicsOf(group: FileGroup): readonly string[] {
    const margins = new Set((this.#children.get(group.id) ?? []).map(marginOf));
    margins.delete(HIERARCHY);
    return [...margins].sort();
  }

  /** The groups of the hierarchy, parents before their children. */
  nested(): readonly FileGroup[] {
    return this.roots().flatMap((root) => this.within(root));
  }

  roots(): readonly FileGroup[] {
    return this.groups.filter((group) => group.parent === null);
  }

  /** A group and the groups of the hierarchy inside it, parents before their children. */
  within(group: FileGroup): readonly FileGroup[] {
    const found = [group];
    for (const each of found) found.push(...this.childrenOf(each));
    return found;
  }

  /** The groups around a group, from the next larger one up. */
  around(group: FileGroup): readonly FileGroup[] {
    const found: FileGroup[] = [];
    for (let at = this.parentOf(group); at !== null; at = this.parentOf(at)) found.push(at);
    return found;
  }
}

/** A chosen group among other chosen groups of the hierarchy. */
export type Nest = {
  readonly group: FileGroup;
  /** The next larger chosen group. */
  readonly inside: FileGroup | null;
  /** The largest chosen groups inside it. */
  readonly parts: readonly FileGroup[];
  /** Respondents in it who are in none of its parts. */
  readonly rest: number;
};

/**
 * Divides the respondents of the chosen groups into those whom the groups tell apart. Sets that chosen groups
 * single out by adding and subtracting are unions of rests, whatever the depth: groups of a tree are nested or
 * apart. Parents stand before their parts.
 */
export function nestOf(
  hierarchy: Hierarchy,
  isChosen: (group: FileGroup) => boolean,
): ReadonlyMap<string, Nest> {
  const chosen = hierarchy.nested().filter(isChosen);
  const inside = new Map(
    chosen.map((group) => [group.id, hierarchy.around(group).find(isChosen) ?? null]),
  );
  const parts = new Map<string, FileGroup[]>(chosen.map(({ id }) => [id, []]));
  for (const group of chosen) parts.get(inside.get(group.id)?.id ?? "")?.push(group);
  return new Map(
    chosen.map((group) => {
      const own = parts.get(group.id) ?? [];
      const rest = own.reduce((left, { n }) => left - n, group.n);
      return [group.id, { group, inside: inside.get(group.id) ?? null, parts: own, rest }];
    }),
  );
}
