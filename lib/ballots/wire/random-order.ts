import type { RandomBytes } from "@/lib/ballots/wire/bytes";

/** A uniform integer in 0…limit−1 (limit 1…2³²), by rejection: `bytes % limit` would lean low. */
export function uniformInt(limit: number, random: RandomBytes): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) {
    throw new RangeError("limit must be an integer in 1…2³²");
  }
  const accepted = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const drawn = random(4).reduce((value, byte) => value * 256 + byte, 0);
    if (drawn < accepted) return drawn % limit;
  }
}

/** A uniformly shuffled copy (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: RandomBytes): T[] {
  const left = [...items];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(uniformInt(left.length, random), 1));
  return order;
}
