import { createHmac, timingSafeEqual } from "node:crypto";
import { isUuid } from "@/lib/ballots/wire/uuid";

/**
 * What a mail's link to stop it carries: the account and a keyed hash of it. It opens nothing but that; it has no end,
 * because a mail may be read after years.
 */
export function makeUnsubscribeToken(accountId: string, secret: string): string {
  return `${accountId}.${signatureOf(accountId, secret).toString("base64url")}`;
}

/** The account that a token stops the mail of; null for one that this secret did not make. */
export function readUnsubscribeToken(token: string, secret: string): string | null {
  const [accountId = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0 || !isUuid(accountId)) return null;
  const given = Buffer.from(signature, "base64url");
  const expected = signatureOf(accountId, secret);
  return given.length === expected.length && timingSafeEqual(given, expected) ? accountId : null;
}

/** The prefix keeps it apart from everything else that the secret signs. */
function signatureOf(accountId: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`hearth weekly mail 1 ${accountId}`).digest();
}
