import { createRequestThrottle } from "@/lib/access/request-throttle";
import type { Throttle } from "@/lib/access/throttle";

// Next bundles routes apart: on globalThis a process has one throttle, not one a bundle.
const holder = globalThis as typeof globalThis & { hearthRequestThrottle?: Throttle };

/** The throttle of this process. */
export function requestThrottle(): Throttle {
  holder.hearthRequestThrottle ??= createRequestThrottle();
  return holder.hearthRequestThrottle;
}
