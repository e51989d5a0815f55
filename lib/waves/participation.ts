/** Ballots of a group in blocks: "20–24 of 26 seats". `lo` and `hi` are included; `seats` is the frozen roster. */
export type Participation = { readonly lo: number; readonly hi: number; readonly seats: number };

/**
 * The block that `ballots` falls in (reference/disclosure-control.md, "Policy": participation in blocks of 5).
 * Seats cap the upper end; if more ballots than seats arrived (students who joined late), they do not.
 * Throws RangeError on anything but whole numbers from 0 up and a block of at least 1.
 */
export function participationBand(ballots: number, seats: number, block: number): Participation {
  requireWhole(ballots, 0);
  requireWhole(seats, 0);
  requireWhole(block, 1);
  const lo = floorToBlock(ballots, block);
  const top = lo + block - 1;
  return { lo, hi: ballots > seats ? top : Math.min(top, seats), seats };
}

/**
 * Ballots collected so far, rounded down to a block: all that a teacher sees while a wave is open. A count
 * that moved with each student would tell who has just been.
 */
export function collectedFloor(collected: number, block: number): number {
  requireWhole(collected, 0);
  requireWhole(block, 1);
  return floorToBlock(collected, block);
}

/**
 * Seats without a ballot, as far as the block of those with one tells: never from the exact count, which would
 * move with each student.
 */
export function seatsLeft(
  collectedFloor: number,
  seats: number,
  block: number,
): { readonly lo: number; readonly hi: number } {
  requireWhole(collectedFloor, 0);
  requireWhole(seats, 0);
  requireWhole(block, 1);
  const hi = Math.max(0, seats - collectedFloor);
  return { lo: Math.max(0, hi - block + 1), hi };
}

export type ParticipationLevel = "enough" | "low" | "too-low-for-flags";

/**
 * What the share of seats with a ballot allows: below 80% a warning, below 60% no flag
 * (reference/statistics.md, "Non-response"). Takes exact counts, so only after close, from a release's n;
 * a block is too coarse in a small class (10–14 of 17 is 59% to 82%). No seats is "too-low-for-flags".
 */
export function participationLevel(ballots: number, seats: number): ParticipationLevel {
  requireWhole(ballots, 0);
  requireWhole(seats, 0);
  if (seats === 0 || 100 * ballots < 60 * seats) return "too-low-for-flags";
  return 100 * ballots < 80 * seats ? "low" : "enough";
}

/**
 * What a page may say of the level: only what the block shown beside it says already. From the exact
 * count, "fewer than 80%" beside "5 to 9 of 9 seats" would tell that it was 5 to 7.
 */
export function shownLevel({ hi, seats }: Participation): ParticipationLevel {
  return participationLevel(Math.min(hi, seats), seats);
}

function floorToBlock(count: number, block: number): number {
  return count - (count % block);
}

function requireWhole(value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`participation takes whole numbers from ${String(least)} up`);
  }
}
