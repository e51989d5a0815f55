import { NESTED, type Plan, type PlannedGroup } from "@/lib/disclosure/plan";
import type { Policy } from "@/lib/disclosure/policy";
import { chainUp } from "@/lib/disclosure/chain-up";
import { closeToMixed, type Piece } from "@/lib/disclosure/mixed-unions";
import type { Respondents } from "@/lib/disclosure/respondents";

/** A set of respondents, by their positions in `Respondents`. */
type Members = ReadonlySet<number>;

/**
 * Demographic groups that must be hidden because they nearly coincide with other shown groups: what one has
 * more, or less, than a union of them is 1 … remainder−1 respondents. At most one a unit, because hiding it may
 * spare the next. Units share no respondents: what one hides changes nothing in another. (One at a time for
 * all units together would take the cube of their number.)
 *
 * Attack: ten Somali speakers, all of them in 7A, which has twelve students. Class minus language is two
 * students, although neither group is small. So for each demographic group, the smallest set that the
 * school's classes and grades single out around it, and the largest within it, must differ from it by nobody
 * or at least `remainder`; likewise among the groups of another demographic, and of its own one level below; and
 * where groups of several of these are put together (`closeToMixed`).
 */
export function crossingToHide(
  plan: Plan,
  respondents: Respondents,
  hidden: ReadonlySet<string>,
  policy: Policy,
): readonly string[] {
  const members = membersOf(plan, respondents);
  return groupsByUnit(plan).flatMap(
    (groups) =>
      closeIn(
        groups.filter(({ id }) => !hidden.has(id)),
        members,
        respondents,
        policy,
      ) ??
      closeToRest(groups, hidden, members, respondents, policy) ??
      closeInMixed(groups, hidden, members, respondents, policy) ??
      [],
  );
}

/** The groups of each unit, in the plan's order; those above the units hold no demographics. */
function groupsByUnit(plan: Plan): PlannedGroup[][] {
  const parents = new Map(plan.groups.map(({ id, parent }) => [id, parent]));
  const units = new Map(
    plan.groups
      .filter(({ level, margin }) => margin === NESTED && level === plan.unit)
      .map(({ id }): [string, PlannedGroup[]] => [id, []]),
  );
  for (const group of plan.groups) {
    const unit = chainUp(group.id, parents).find((id) => units.has(id));
    if (unit !== undefined) units.get(unit)?.push(group);
  }
  return [...units.values()];
}

function closeIn(
  shown: readonly PlannedGroup[],
  members: ReadonlyMap<string, Members>,
  respondents: Respondents,
  policy: Policy,
): string | null {
  // Later demographics give way to earlier ones, and finer groups to coarser.
  for (const group of shown.filter(({ margin }) => margin !== NESTED).reverse()) {
    const own = members.get(group.id) ?? EMPTY;
    for (const family of familiesBeside(group, shown)) {
      const within = members.get(family.root) ?? EMPTY;
      const regions = regionsOf(family.groups, within, members);
      if (!isFar(own, regions, respondents, policy)) return group.id;
    }
  }
  return null;
}

const EMPTY: Members = new Set();

function membersOf(plan: Plan, respondents: Respondents): ReadonlyMap<string, Members> {
  const members = new Map(plan.groups.map(({ id }) => [id, new Set<number>()]));
  respondents.forEach(({ groups }, stratum) => {
    for (const id of groups) members.get(id)?.add(stratum);
  });
  return members;
}

/**
 * The same for the categories that a school (or grade) hides: together they are worked out by subtracting those
 * it shows. Hiding the ten Somali speakers alone would change nothing: the school without its other languages
 * is them. So another language is hidden with them; or, if it is their own groups in the grades that leave too
 * few of them, one of those.
 */
function closeToRest(
  groups: readonly PlannedGroup[],
  hidden: ReadonlySet<string>,
  members: ReadonlyMap<string, Members>,
  respondents: Respondents,
  policy: Policy,
): string | null {
  const shown = groups.filter(({ id }) => !hidden.has(id));
  const withheld = groups.filter(({ id, margin }) => margin !== NESTED && hidden.has(id));
  for (const { parent, margin } of withheld) {
    const siblings = shown.filter((group) => group.parent === parent && group.margin === margin);
    const [one] = siblings;
    if (one === undefined) continue;
    const within = members.get(parent ?? "") ?? EMPTY;
    const rest = new Set(within);
    for (const { id } of siblings)
      for (const stratum of members.get(id) ?? EMPTY) rest.delete(stratum);
    for (const family of familiesBeside(one, shown)) {
      const regions = regionsOf(family.groups, within, members);
      if (isFar(rest, regions, respondents, policy)) continue;
      const finer = family.groups.filter(
        (group) => group.margin === margin && overlap(members.get(group.id) ?? EMPTY, rest),
      );
      // Finer groups give way; in a grade those of the same demographic are the coarser ones.
      const below = parent === groups[0]?.id ? finer : [];
      return below.at(-1)?.id ?? siblings.at(-1)?.id ?? null;
    }
  }
  return null;
}

function closeInMixed(
  groups: readonly PlannedGroup[],
  hidden: ReadonlySet<string>,
  members: ReadonlyMap<string, Members>,
  respondents: Respondents,
  { remainder }: Policy,
): string | null {
  const places = new Map<number, bigint>();
  const pieceOf = (strata: Members, group: PlannedGroup | null): Piece => {
    let mask = 0n;
    let size = 0;
    for (const stratum of strata) {
      const place = places.get(stratum) ?? 1n << BigInt(places.size);
      places.set(stratum, place);
      mask |= place;
      size += respondents[stratum]?.size ?? 0;
    }
    return { mask, size, group };
  };
  const shown = groups.filter(({ id }) => !hidden.has(id));
  const crossing = shown.filter(({ margin }) => margin !== NESTED);
  if (crossing.length === 0) return null;
  const nested = shown.filter(({ margin }) => margin === NESTED);
  const unit = members.get(groups[0]?.id ?? "") ?? EMPTY;
  const regions = regionsOf(nested, unit, members).map((region) => pieceOf(region, null));
  const pieces = [
    ...nested.map(({ id }) => pieceOf(members.get(id) ?? EMPTY, null)),
    ...crossing.map((group) => pieceOf(members.get(group.id) ?? EMPTY, group)),
    ...hiddenRests(groups, crossing, members).map(([rest, last]) => pieceOf(rest, last)),
  ];
  return closeToMixed(pieces, regions, remainder)?.id ?? null;
}

/** What the hidden categories of a group are together, with the shown category that would be hidden to hide it. */
function hiddenRests(
  groups: readonly PlannedGroup[],
  crossing: readonly PlannedGroup[],
  members: ReadonlyMap<string, Members>,
): (readonly [Members, PlannedGroup])[] {
  const families = new Map<string, PlannedGroup[]>();
  for (const group of crossing) {
    const key = JSON.stringify([group.parent, group.margin]);
    families.set(key, [...(families.get(key) ?? []), group]);
  }
  return [...families.values()].flatMap((siblings) => {
    const last = siblings.at(-1);
    const parent = groups.find(({ id }) => id === last?.parent);
    if (last === undefined || parent === undefined) return [];
    const rest = new Set(members.get(parent.id) ?? EMPTY);
    for (const { id } of siblings)
      for (const stratum of members.get(id) ?? EMPTY) rest.delete(stratum);
    return rest.size === 0 ? [] : [[rest, last] as const];
  });
}

type Family = { readonly root: string; readonly groups: readonly PlannedGroup[] };

/** Sets of shown groups that nest among themselves, in the unit or grade that the group divides. */
function familiesBeside(group: PlannedGroup, shown: readonly PlannedGroup[]): Family[] {
  const root = group.parent ?? "";
  const nested = shown.filter(({ margin }) => margin === NESTED);
  const crossing = shown.filter(({ margin, id }) => margin !== NESTED && id !== group.id);
  const others = [...new Set(crossing.map(({ margin }) => margin))].filter(
    (margin) => margin !== group.margin,
  );
  const beside = others.map((margin) =>
    crossing.filter((other) => other.margin === margin && other.parent === root),
  );
  const below = crossing.filter(
    (other) => other.margin === group.margin && other.level !== group.level,
  );
  return [nested, ...beside, below]
    .filter((groups) => groups.length > 0)
    .map((groups) => ({ root, groups }));
}

/**
 * What a family of nesting groups divides a set into: each respondent goes to the smallest group that holds
 * them. Every such region is worked out by subtracting the groups inside from the group around.
 */
function regionsOf(
  groups: readonly PlannedGroup[],
  within: Members,
  members: ReadonlyMap<string, Members>,
): Members[] {
  const bySize = groups
    .map(({ id }) => members.get(id) ?? EMPTY)
    .filter((own) => overlap(own, within))
    .sort((a, b) => a.size - b.size);
  const left = new Set(within);
  const regions: Set<number>[] = [];
  for (const own of bySize) {
    const region = new Set([...own].filter((stratum) => left.has(stratum)));
    for (const stratum of region) left.delete(stratum);
    regions.push(region);
  }
  return [...regions, left].filter((region) => region.size > 0);
}

function overlap(one: Members, other: Members): boolean {
  return [...one].some((stratum) => other.has(stratum));
}

function isFar(
  own: Members,
  regions: readonly Members[],
  respondents: Respondents,
  { remainder }: Policy,
): boolean {
  const sizeOf = (strata: Iterable<number>): number => {
    let size = 0;
    for (const stratum of strata) size += respondents[stratum]?.size ?? 0;
    return size;
  };
  const n = sizeOf(own);
  let around = 0;
  let inside = 0;
  for (const region of regions) {
    const shared = sizeOf([...region].filter((stratum) => own.has(stratum)));
    const size = sizeOf(region);
    if (shared > 0) around += size;
    if (shared === size) inside += size;
  }
  const safe = (difference: number): boolean => difference === 0 || difference >= remainder;
  return safe(around - n) && safe(n - inside);
}
