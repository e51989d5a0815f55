import type { Subject } from "@/lib/verification/attack/block";

const ALL_SUBSETS_UP_TO = 8;
const RANDOM_SUBSETS = 200;
const NAMED = 4;

/**
 * A group without each set of its parts, the whole group too: every subset of up to 8 parts; of more, none,
 * each one, all, all but one, and 200 drawn at random. The parts do not overlap. What is left empty is left out.
 */
export function withoutParts(
  whole: Subject,
  parts: readonly Subject[],
  random: () => number,
): readonly Subject[] {
  return subsetsOf(parts, random)
    .map((removed) => difference(whole, removed))
    .filter(({ size }) => size > 0);
}

function difference(whole: Subject, removed: readonly Subject[]): Subject {
  if (removed.length === 0) return whole;
  const gone = new Set(removed.flatMap(({ regions }) => regions));
  const named = removed.slice(0, NAMED).map(({ label }) => label);
  const more = removed.length - named.length;
  return {
    label: `${whole.label} without ${named.join(", ")}${more === 0 ? "" : ` and ${more} more`}`,
    group: whole.group,
    regions: whole.regions.filter((region) => !gone.has(region)),
    size: removed.reduce((left, { size }) => left - size, whole.size),
  };
}

function subsetsOf<Part>(
  parts: readonly Part[],
  random: () => number,
): readonly (readonly Part[])[] {
  if (parts.length <= ALL_SUBSETS_UP_TO)
    return Array.from({ length: 2 ** parts.length }, (_, bits) =>
      parts.filter((_part, at) => (bits & (1 << at)) !== 0),
    );
  const singles = parts.map((part) => [part]);
  const allButOne = parts.map((part) => parts.filter((other) => other !== part));
  const drawn = Array.from({ length: RANDOM_SUBSETS }, () => parts.filter(() => random() < 0.5));
  return [[], ...singles, parts, ...allButOne, ...drawn];
}
