import { createSeatThrottle } from "@/lib/access/seat-throttle";
import type { Throttle } from "@/lib/access/throttle";

// Next bundles routes apart: on globalThis a process has one throttle, not one a bundle.
const holder = globalThis as typeof globalThis & { hearthSeatThrottle?: Throttle };

/** The throttle of this process. */
export function seatThrottle(): Throttle {
  holder.hearthSeatThrottle ??= createSeatThrottle();
  return holder.hearthSeatThrottle;
}
