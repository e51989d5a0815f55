import { type Finding, findingOf } from "@/lib/verification/finding";
import type { FileGroup } from "@/lib/verification/release-file";

/**
 * Participation is shown in blocks, and a block says no more than that: it starts at a multiple of `size` and
 * ends one below the next, or at the last seat. Where more
 * students came than were planned, the seats end nothing.
 */
export function checkParticipation(group: FileGroup, size: number): Finding | null {
  const { n, participation } = group;
  const { lo, hi, seats } = participation;
  const start = n - (n % size);
  const end = n > seats ? start + size - 1 : Math.min(start + size - 1, seats);
  if (lo === start && hi === end) return null;
  return findingOf(
    "visibility",
    `${group.id} shows ${lo} to ${hi} of ${seats} seats; the block of ${n} respondents is ${start} to ${end}`,
    group.id,
  );
}
