import { NESTED, type PlannedGroup } from "@/lib/disclosure/plan";

/** A set of respondents that the figures single out. */
export type Piece = {
  /** By stratum: bit n stands for the nth. */
  readonly mask: bigint;
  readonly size: number;
  /** The demographic group that can be hidden to take the piece away; null for what the hierarchy gives. */
  readonly group: PlannedGroup | null;
};

/** Demographic pieces in a union that is compared with another piece: those are many. */
const MOST_WITH_A_PIECE = 2;
/** In one that is compared with what the hierarchy gives. More of them are the joint audit's business. */
const MOST_WITH_REGIONS = 3;

/**
 * Two sets that differ by 1 … remainder−1 respondents, where one is a union of demographic pieces and what the
 * hierarchy tells apart, all of which have nobody in common, and the other a piece or what the hierarchy tells
 * apart; the last demographic piece among them, or null.
 *
 * Attack: a school's group b is grade 8's class S3 (all of them b), grade 7's own group b and two students more.
 * Neither the classes alone nor the groups of the grades alone come near it; together they do.
 *
 * `regions`: what the hierarchy tells apart, each empty or at least `remainder`. So only the union of all of them
 * inside a set, and of all that touch it, can come near the set.
 */
export function closeToMixed(
  pieces: readonly Piece[],
  regions: readonly Piece[],
  remainder: number,
): PlannedGroup | null {
  const crossing = pieces.filter(({ group }) => group !== null);
  const near = (difference: number): boolean => difference > 0 && difference < remainder;
  for (const target of pieces) {
    const others = crossing.filter((piece) => piece !== target);
    const inside = others.filter(({ mask }) => isWithin(mask, target.mask));
    const touching = others.filter(({ mask, size }) => {
      return (mask & target.mask) !== 0n && size < target.size + remainder;
    });
    for (const chosen of choices(inside, MOST_WITH_A_PIECE)) {
      const left = target.mask & ~chosen.mask;
      const rest = target.size - chosen.size - sizeOf(within(regions, left));
      if (near(rest)) return lastOf([target, ...chosen.pieces]);
    }
    for (const chosen of choices(touching, MOST_WITH_A_PIECE)) {
      if (chosen.pieces.length === 0) continue;
      const left = target.mask & ~chosen.mask;
      const around = regions.filter(({ mask }) => (mask & left) !== 0n);
      if (around.some(({ mask }) => (mask & chosen.mask) !== 0n)) continue;
      const excess = chosen.size + sizeOf(around) - target.size;
      if (near(excess)) return lastOf([target, ...chosen.pieces]);
    }
  }
  for (const chosen of choices(crossing, MOST_WITH_REGIONS)) {
    const around = regions.filter(({ mask }) => (mask & chosen.mask) !== 0n);
    const rest = chosen.size - sizeOf(within(around, chosen.mask));
    if (near(rest) || near(sizeOf(around) - chosen.size)) return lastOf(chosen.pieces);
  }
  return null;
}

function within(regions: readonly Piece[], mask: bigint): Piece[] {
  return regions.filter((region) => isWithin(region.mask, mask));
}

type Choice = { readonly pieces: readonly Piece[]; readonly mask: bigint; readonly size: number };

/** None, each, and each two (and three …) of some pieces that have nobody in common. */
function* choices(pieces: readonly Piece[], most: number): Generator<Choice> {
  let grown: Choice[] = [{ pieces: [], mask: 0n, size: 0 }];
  yield* grown;
  for (let count = 1; count <= most; count += 1) {
    const next: Choice[] = [];
    for (const choice of grown) {
      const from = pieces.indexOf(choice.pieces.at(-1) ?? NONE) + 1;
      for (const piece of pieces.slice(from)) {
        if ((piece.mask & choice.mask) !== 0n) continue;
        const wider = {
          pieces: [...choice.pieces, piece],
          mask: choice.mask | piece.mask,
          size: choice.size + piece.size,
        };
        yield wider;
        next.push(wider);
      }
    }
    grown = next;
  }
}

const NONE: Piece = { mask: 0n, size: 0, group: null };

function isWithin(mask: bigint, other: bigint): boolean {
  return (mask & other) === mask;
}

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { size }) => sum + size, 0);
}

/** Later demographics give way to earlier ones, and finer groups to coarser: plans list them in this order. */
function lastOf(pieces: readonly Piece[]): PlannedGroup | null {
  const groups = pieces.flatMap(({ group }) => (group === null ? [] : [group]));
  return groups.sort((a, b) => depthOf(a) - depthOf(b)).at(-1) ?? null;
}

/** How finely a demographic group is drawn: those of a grade name it beside the school. */
function depthOf({ by, margin }: PlannedGroup): number {
  return margin === NESTED ? 0 : Object.keys(by).length;
}
