import { createSeatThrottle, type SeatThrottle } from "@/lib/access/seat-throttle";

// Next bundles routes apart: on globalThis a process has one throttle, not one a bundle.
const holder = globalThis as typeof globalThis & { hearthSeatThrottle?: SeatThrottle };

/** The throttle of this process. */
export function seatThrottle(): SeatThrottle {
  holder.hearthSeatThrottle ??= createSeatThrottle();
  return holder.hearthSeatThrottle;
}
