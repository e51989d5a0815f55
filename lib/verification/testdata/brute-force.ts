import { isShown, type ReleaseFile } from "@/lib/verification/release-file";

/**
 * For tests: everything that can have happened in a small release without demographics, one by one, and what
 * that gives away of one question. Knows nothing of programs: the attack's targets are written out again.
 */
export function leaksByEnumeration(release: ReleaseFile, item: string): boolean {
  const shown = release.groups.filter(isShown);
  const parents = new Map(release.groups.map(({ id, parent }) => [id, parent]));
  const isIn = (id: string, around: string): boolean => {
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
      if (at === around) return true;
    }
    return false;
  };
  const partsOf = (id: string) =>
    shown.filter(
      (part) =>
        part.id !== id &&
        isIn(part.id, id) &&
        !shown.some(
          (between) =>
            between.id !== id &&
            between.id !== part.id &&
            isIn(between.id, id) &&
            isIn(part.id, between.id),
        ),
    );
  const regions = shown
    .map(({ id, n }) => ({ id, size: partsOf(id).reduce((left, part) => left - part.n, n) }))
    .filter(({ size }) => size > 0);
  const three = shown.some(({ cells }) => cells[item]?.buckets !== undefined);
  const groups = shown.map(({ id, n, cells }) => {
    const cell = cells[item]!;
    const others = cell.buckets ? [cell.buckets.unfavourable, cell.buckets.neutral] : [];
    const within = regions.flatMap((region, at) => (isIn(region.id, id) ? [at] : []));
    return { id, n, within, bands: [cell, ...others] };
  });

  const answers = three ? 3 : 2;
  const sets = groups.flatMap((group) => {
    const parts = partsOf(group.id).map((part) => groups.find(({ id }) => id === part.id)!);
    return Array.from({ length: 2 ** parts.length }, (_, bits) => {
      const gone = new Set(
        parts.filter((_part, at) => (bits >> at) & 1).flatMap(({ within }) => within),
      );
      const within = group.within.filter((region) => !gone.has(region));
      return { within, n: within.reduce((sum, region) => sum + regions[region]!.size, 0) };
    }).filter(({ n }) => n > 0);
  });
  const counts = sets.map(() => Array.from({ length: answers }, () => new Set<number>()));
  const given = regions.map(() => Array.from({ length: answers }, () => false));
  // By coalition (two regions, two answers): was it possible, and who else can have answered what.
  const pooled = new Map<string, boolean[][]>();
  const { tail } = release.policy;

  const judge = (tables: readonly (readonly number[])[]): void => {
    sets.forEach(({ within }, set) => {
      for (let answer = 0; answer < answers; answer += 1)
        counts[set]![answer]!.add(within.reduce((sum, at) => sum + tables[at]![answer]!, 0));
    });
    tables.forEach((table, at) => table.forEach((count, answer) => (given[at]![answer] ||= count > 0)));
    for (let one = 0; one < tables.length * answers; one += 1) {
      for (let other = one; other < tables.length * answers; other += 1) {
        const left = tables.map((table) => [...table]);
        for (const member of [one, other]) left[Math.floor(member / answers)]![member % answers]! -= 1;
        if (left.some((table) => table.some((count) => count < 0))) continue;
        const key = `${one} ${other}`;
        const known = pooled.get(key) ?? left.map((table) => table.map(() => false));
        left.forEach((table, at) => table.forEach((count, answer) => (known[at]![answer] ||= count > 0)));
        pooled.set(key, known);
      }
    }
  };
  if (enumerate(regions, groups, three, judge) === 0) return true;

  const narrow = counts.some((byAnswer, set) =>
    byAnswer.some((seen) => {
      const { n } = sets[set]!;
      return (
        seen.size < (n < 15 ? 3 : 4) || Math.max(...seen) < tail || Math.min(...seen) > n - tail
      );
    }),
  );
  // Regions have at least ten students, so that somebody is left after two are taken out.
  const all = [given, ...pooled.values()];
  return narrow || all.some((tables) => tables.some((table) => table.includes(false)));
}

type Banded = {
  readonly within: readonly number[];
  readonly bands: readonly { readonly lo: number; readonly hi: number }[];
};

/** Calls `judge` with every table of answers by region that fits all bands; gives how many there are. */
function enumerate(
  regions: readonly { readonly size: number }[],
  groups: readonly Banded[],
  three: boolean,
  judge: (tables: readonly (readonly number[])[]) => void,
): number {
  const tables: number[][] = [];
  let fitting = 0;
  const fits = (upTo: number): boolean =>
    groups.every(({ within, bands }) =>
      bands.every(({ lo, hi }, answer) => {
        const known = within.filter((at) => at < upTo);
        const sum = known.reduce((total, at) => total + tables[at]![answer]!, 0);
        return sum <= hi && (known.length < within.length || sum >= lo);
      }),
    );
  const go = (at: number): void => {
    if (at === regions.length) {
      fitting += 1;
      judge(tables);
      return;
    }
    const { size } = regions[at]!;
    for (let favourable = 0; favourable <= size; favourable += 1) {
      for (let second = three ? 0 : size - favourable; second <= size - favourable; second += 1) {
        tables[at] = three ? [favourable, second, size - favourable - second] : [favourable, second];
        if (fits(at + 1)) go(at + 1);
      }
    }
    tables.length = at;
  };
  go(0);
  return fitting;
}
