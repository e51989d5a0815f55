import type { Participation } from "@/lib/waves/participation";

/** "20 to 24 of 26 seats": a block of five, never the count. */
export function participationWords({ lo, hi, seats }: Participation): string {
  const block = lo === hi ? String(lo) : `${String(lo)} to ${String(hi)}`;
  return `${block} of ${String(seats)} seats`;
}

/** The block as shares of the seats: "77–92%". Rounded outward, at most 100. */
export function participationShare({ lo, hi, seats }: Participation): string {
  if (seats === 0) return "no seats";
  const from = Math.min(100, Math.floor((100 * lo) / seats));
  const to = Math.min(100, Math.ceil((100 * hi) / seats));
  return from === to ? `${String(from)}%` : `${String(from)}–${String(to)}%`;
}

/** Whom a figure leaves out: students who had no seat, by their family's choice. */
export function notAskedWords(students: number): string {
  return students === 1
    ? "One student of the class was not asked, by the family’s choice: no figure speaks for them."
    : `${String(students)} students of the class were not asked, by their families’ choice: no figure speaks for them.`;
}
