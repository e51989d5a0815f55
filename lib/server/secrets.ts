import { environment } from "./environment";

/** Signs sessions and keys the sign-in throttle. */
export function authSecret(): string {
  return environment().sessionSecret;
}

/** Keys the hashes of seat codes. */
export function seatPepper(): Uint8Array {
  return Buffer.from(environment().seatPepper, "utf8");
}
