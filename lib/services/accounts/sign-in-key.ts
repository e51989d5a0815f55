import { createHmac } from "node:crypto";

/** Under what the tries with an address are counted: keyed, so that the table names nobody. */
export function signInKey(secret: string, email: string): Uint8Array {
  return createHmac("sha256", secret).update(`sign-in:${email.trim().toLowerCase()}`).digest();
}
