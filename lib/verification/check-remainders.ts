import { type Finding, findingOf } from "@/lib/verification/finding";
import { type Hierarchy, type Nest, nestOf } from "@/lib/verification/hierarchy";
import { categoriesOf, type FileGroup, isShown, marginOf } from "@/lib/verification/release-file";

/**
 * Attack: subtract shown groups from each other until a handful of students is left. In the hierarchy, what a
 * shown group's largest shown parts leave is nobody or at least `remainder`; every other difference of shown
 * groups is made of such rests, so that this settles all of them at every depth.
 *
 * The same for each demographic, over the groups and the wholes that they divide. How demographics cross
 * classes is not in the file: differences across the two are the compiler's to rule out, from the roster.
 */
export function checkRemainders(hierarchy: Hierarchy, remainder: number): Finding | null {
  const nests = nestOf(hierarchy, isShown);
  const small = (rest: number) => rest > 0 && rest < remainder;
  for (const { group, parts, rest } of nests.values()) {
    if (small(rest)) return leftOver(group.id, parts, rest);
  }
  const margins = new Set(hierarchy.groups.map(marginOf));
  for (const margin of margins) {
    const sets = marginSets(hierarchy, margin, nests);
    for (const set of sets) {
      const parts = apart(
        sets.filter((other) => liesIn(other, set, hierarchy)),
        hierarchy,
      );
      const rest = parts.reduce((left, part) => left - part.n, set.n);
      if (parts.length > 0 && small(rest)) return leftOver(set.id, parts, rest);
    }
    const unasked = uncategorised(hierarchy, margin, nests).find(({ n }) => small(n));
    if (unasked !== undefined) return leftOver(unasked.parent.id, unasked.parts, unasked.n);
  }
  return null;
}

function leftOver(id: string, parts: readonly { id: string }[], rest: number): Finding {
  const without = parts.map((part) => part.id).join(", ");
  const message = `${id} without ${without} leaves ${rest} respondents to be worked out`;
  return findingOf("visibility", message, id);
}

/** Ballots of one margin that can be counted: a shown group, or all that divide a whole that is known. */
type MarginSet = {
  readonly id: string;
  readonly n: number;
  readonly parent: FileGroup;
  readonly categories: readonly string[];
};

function marginSets(
  hierarchy: Hierarchy,
  margin: string,
  nests: ReadonlyMap<string, Nest>,
): readonly MarginSet[] {
  return dividedBy(hierarchy, margin).flatMap((parent) => {
    const parts = hierarchy.childrenOf(parent, margin);
    const whole = {
      id: parent.id,
      parent,
      // Ballots of this margin: those of the parent are others, and a few more or fewer.
      n: parts.reduce((sum, { n }) => sum + n, 0),
      categories: parts.flatMap(categoriesOf),
    };
    const shown = parts
      .filter(isShown)
      .map((group) => ({ id: group.id, n: group.n, parent, categories: categoriesOf(group) }));
    return isKnown(parent, hierarchy, nests) ? [whole, ...shown] : shown;
  });
}

function dividedBy(hierarchy: Hierarchy, margin: string): readonly FileGroup[] {
  return hierarchy
    .nested()
    .filter(
      (group) =>
        hierarchy.demographicsOf(group).includes(margin) &&
        hierarchy.childrenOf(group, margin).length > 0,
    );
}

/**
 * A group's count is known if it is shown, if shown groups make up all of it, or if its hidden respondents are
 * all that some shown group's parts leave over.
 */
function isKnown(
  group: FileGroup,
  hierarchy: Hierarchy,
  nests: ReadonlyMap<string, Nest>,
): boolean {
  if (isShown(group)) return true;
  const around = hierarchy.around(group).find(isShown);
  const inside = [...nests.values()].filter(
    (nest) => nest.inside?.id === around?.id && hierarchy.around(nest.group).includes(group),
  );
  const hidden = inside.reduce((left, nest) => left - nest.group.n, group.n);
  return hidden === 0 || hidden === nests.get(around?.id ?? "")?.rest;
}

function liesIn(part: MarginSet, whole: MarginSet, hierarchy: Hierarchy): boolean {
  if (part === whole || !part.categories.every((each) => whole.categories.includes(each)))
    return false;
  if (part.parent === whole.parent) return whole.id === whole.parent.id;
  return hierarchy.around(part.parent).includes(whole.parent);
}

/** Sets without a student in common, the largest first: one gender of a school and a grade of it overlap. */
function apart(sets: readonly MarginSet[], hierarchy: Hierarchy): readonly MarginSet[] {
  const chosen: MarginSet[] = [];
  for (const set of [...sets].sort((a, b) => b.n - a.n)) {
    if (!chosen.some((other) => overlap(set, other, hierarchy))) chosen.push(set);
  }
  return chosen;
}

function overlap(a: MarginSet, b: MarginSet, hierarchy: Hierarchy): boolean {
  if (!a.categories.some((each) => b.categories.includes(each))) return false;
  const [aboveA, aboveB] = [hierarchy.around(a.parent), hierarchy.around(b.parent)];
  return a.parent === b.parent || aboveA.includes(b.parent) || aboveB.includes(a.parent);
}

/**
 * Students for whom a demographic has no category have a seat and no ballot of that margin: the known whole
 * without all its categories. Lost ballots alone leave as many seats as the whole has.
 */
function uncategorised(
  hierarchy: Hierarchy,
  margin: string,
  nests: ReadonlyMap<string, Nest>,
): readonly { parent: FileGroup; parts: readonly FileGroup[]; n: number }[] {
  return dividedBy(hierarchy, margin).flatMap((parent) => {
    const parts = hierarchy.childrenOf(parent, margin);
    const seats = parts.reduce((sum, { participation }) => sum + participation.seats, 0);
    const n = parts.reduce((left, part) => left - part.n, parent.n);
    const all = parts.every(isShown) && isKnown(parent, hierarchy, nests);
    return all && seats < parent.participation.seats ? [{ parent, parts, n }] : [];
  });
}
