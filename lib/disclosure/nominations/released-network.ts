import { bandCount, type CountRange } from "@/lib/disclosure/band-count";
import type { Policy } from "@/lib/disclosure/policy";
import { networkMeasures, type Ties } from "@/lib/network/network-measures";
import { nominatorsNeeded } from "@/lib/network/nomination-rules";

/** How many classmates named a student: the bins in which students are counted. */
export const IN_DEGREE_BINS = [
  { id: "0", from: 0, to: 0 },
  { id: "1-2", from: 1, to: 2 },
  { id: "3-4", from: 3, to: 4 },
  { id: "5+", from: 5, to: Number.POSITIVE_INFINITY },
] as const;
export type InDegreeBin = (typeof IN_DEGREE_BINS)[number]["id"];

/**
 * What each figure is rounded to, in hundredths. With two decimals all three together would fix how many ties there are
 * and are returned, and how many the student with most has; so they leave several of each (docs/decisions/0015).
 */
export const STEPS = { density: 2, reciprocity: 10, centralization: 5 } as const;

/** What a release says of who in one class could ask whom for help. Nobody is in it. */
export interface NetworkFigures {
  /** Students on the roster. */
  readonly seats: number;
  /** How many said who they are: a band of the policy for `seats`, never the number. */
  readonly respondents: CountRange;
  /** Ties of those possible. This and the next two are rounded to `STEPS`. */
  readonly density: number;
  /** Of the ties, those that are returned. */
  readonly reciprocity: number;
  /** How much ties gather around one student: 0 if all have as many, 1 if all are one student's. Freeman's. */
  readonly centralization: number;
  /** Students by how many named them: bands of the policy for `seats`. */
  readonly inDegree: Readonly<Record<InDegreeBin, CountRange>>;
}

export type ReleasedNetwork =
  | { readonly group: string; readonly withheld: string }
  | ({ readonly group: string; readonly withheld: null } & NetworkFigures);

/** Why a class has no figures, as it stands in the release. */
export const REASONS = {
  fewTookPart: (needed: number, seats: number) =>
    `fewer than ${String(needed)} of ${String(seats)} students took part`,
  wouldTell: "the figures together would tell who named whom",
} as const;

/**
 * The figures of a network of `ties.members` respondents, or null where there is none to speak of: fewer than needed, or
 * no tie at all (then there is nothing to be returned). What they may be shown for is for `nothingCertain` to say.
 */
export function networkFigures(ties: Ties, seats: number, policy: Policy): NetworkFigures | null {
  if (ties.members < nominatorsNeeded(seats, policy)) return null;
  const { density, reciprocity, degreeCentralization } = networkMeasures(ties);
  if (density === null || reciprocity === null || degreeCentralization === null) return null;
  const received = new Array<number>(ties.members).fill(0);
  for (const to of Array.from(ties.to)) received[to] = (received[to] ?? 0) + 1;
  return {
    seats,
    respondents: band(ties.members, seats, policy),
    density: rounded(density, STEPS.density),
    reciprocity: rounded(reciprocity, STEPS.reciprocity),
    centralization: rounded(degreeCentralization, STEPS.centralization),
    inDegree: binned(received, (count) => band(count, seats, policy)),
  };
}

function binned(
  received: readonly number[],
  banded: (count: number) => CountRange,
): Record<InDegreeBin, CountRange> {
  const counts = IN_DEGREE_BINS.map(({ id, from, to }) => {
    const students = received.filter((count) => count >= from && count <= to).length;
    return [id, banded(students)] as const;
  });
  return Object.fromEntries(counts) as Record<InDegreeBin, CountRange>;
}

/** Of the whole roster: a band of the respondents would tell how many they are. */
function band(count: number, seats: number, policy: Policy): CountRange {
  return bandCount(count, seats, policy);
}

/** To the nearest multiple of so many hundredths. */
export function rounded(share: number, hundredths: number): number {
  return (Math.round((share * 100) / hundredths) * hundredths) / 100;
}
