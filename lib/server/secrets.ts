function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value.length < 32) {
    throw new Error(`${name} is not set. Start Hearth with "npm start", which makes and keeps one.`);
  }
  return value;
}

/** Signs sessions and keys the sign-in throttle. */
export function authSecret(): string {
  return required("NEXTAUTH_SECRET");
}

/** Keys the hashes of seat codes. */
export function seatPepper(): string {
  return required("HEARTH_SEAT_PEPPER");
}
