import { createHash, createHmac, timingSafeEqual } from "node:crypto";

// No 0 and O, no 1, I and L: the code may be read out from one screen and typed at another.
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 16;

/**
 * The code that the first run asks for: whoever sees the window where Hearth was started has it, and
 * whoever merely finds the address has not. Derived, so that nothing has to be stored: about 79 bits.
 *
 * @returns 16 letters and digits in groups of four, such as "7QKM-…"
 */
export function setUpCode(sessionSecret: string): string {
  const bytes = createHmac("sha256", sessionSecret).update("hearth set-up code v1").digest();
  const letters = [...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
  return letters.join("").replace(/.{4}(?=.)/g, "$&-");
}

/** Whether this is the code, however it was typed. Takes the same time for every wrong one. */
export function isSetUpCode(typed: string, sessionSecret: string): boolean {
  const digest = (code: string) =>
    createHash("sha256")
      .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ""))
      .digest();
  return timingSafeEqual(digest(typed), digest(setUpCode(sessionSecret)));
}

/** Where the first run begins. The code stands in the fragment, which no browser sends: no log has it. */
export function setUpPath(sessionSecret: string): string {
  return `/set-up#code=${setUpCode(sessionSecret)}`;
}
