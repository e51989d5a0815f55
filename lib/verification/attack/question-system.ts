import type { Block } from "@/lib/verification/attack/block";
import type { Row } from "@/lib/verification/attack/whole-number-program";
import type { FileCell } from "@/lib/verification/release-file";

const THREE = ["favourable", "unfavourable", "neutral"] as const;
const TWO = ["favourable", "not favourable"] as const;

/** What an attacker knows of one question in one block, as a system of sums over whole numbers. */
export type QuestionSystem = {
  /** Answers told apart, the favourable one first. */
  readonly answers: readonly string[];
  /** The largest value of each column: of region r, r · answers.length + answer; then lost ballots. */
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
};

/** Least and most of one answer in some regions that is known from elsewhere. */
export type KnownTotal = {
  readonly regions: readonly number[];
  readonly answer: number;
  readonly lo: number;
  readonly hi: number;
};

/**
 * Three answers where the block publishes three of this question, else favourable or not. Without `spare`, as few
 * ballots got lost as the counts allow; with it, as many as there were seats.
 */
export function questionSystem(
  block: Block,
  item: string,
  known: readonly KnownTotal[],
  spare: boolean,
): QuestionSystem {
  const cells = block.published.flatMap(({ group, regions }) => {
    const cell = group.cells[item];
    return cell === undefined ? [] : [{ cell, regions }];
  });
  const three = cells.some(({ cell }) => cell.buckets !== undefined);
  const answers = three ? THREE : TWO;
  const columns = (regions: readonly number[], answer: number): readonly number[] =>
    regions.map((region) => region * answers.length + answer);
  const every = (regions: readonly number[]): readonly number[] =>
    answers.flatMap((_, answer) => columns(regions, answer));

  const upper = largestOf(block).flatMap((size) => answers.map(() => size));
  const rows: Row[] = [
    ...block.sizes.map(({ regions, size }) => ({ plus: every(regions), lo: size, hi: size })),
    ...cells.flatMap(({ cell, regions }) =>
      bandsOf(cell).map(({ answer, lo, hi }) => ({ plus: columns(regions, answer), lo, hi })),
    ),
    ...known
      // Of two answers, the second is no answer of three.
      .filter(({ answer }) => three || answer === 0)
      .map(({ regions, answer, lo, hi }) => ({ plus: columns(regions, answer), lo, hi })),
  ];
  for (const link of block.links) {
    const more = spare ? link.spare : 0;
    // Ballots of the hierarchy whose like on the demographic's side got lost, and the other way round.
    const lost = [Math.max(0, -link.excess), Math.max(0, link.excess)].map((least) => {
      const most = least + more;
      const first = upper.length;
      const own = most === 0 ? [] : answers.map((_, answer) => first + answer);
      for (const _ of own) upper.push(most);
      if (own.length > 0) rows.push({ plus: own, lo: least, hi: most });
      return own;
    });
    for (const [answer] of answers.entries()) {
      const [left = [], right = []] = lost.map((own) => own.slice(answer, answer + 1));
      rows.push({
        plus: [...columns(link.hierarchy, answer), ...right],
        minus: [...columns(link.demographic, answer), ...left],
        lo: 0,
        hi: 0,
      });
    }
  }
  return { answers, upper, rows };
}

/** The largest size that each region can have. */
function largestOf(block: Block): readonly number[] {
  const largest = Array.from({ length: block.regions }, () => Infinity);
  for (const { regions, size } of block.sizes) {
    for (const region of regions) largest[region] = Math.min(largest[region] ?? 0, size);
  }
  return largest;
}

function bandsOf({ lo, hi, buckets }: FileCell) {
  const favourable = { answer: 0, lo, hi };
  if (buckets === undefined) return [favourable];
  return [favourable, { answer: 1, ...buckets.unfavourable }, { answer: 2, ...buckets.neutral }];
}
