import { createSeatThrottle, type SeatThrottle } from "@/lib/access/seat-throttle";

const throttle = createSeatThrottle();

/** The throttle of this process. */
export function seatThrottle(): SeatThrottle {
  return throttle;
}
