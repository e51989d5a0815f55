import { findWeeklyMail, setWeeklyMail } from "@/lib/data/accounts";
import { readUnsubscribeToken } from "@/lib/digest/unsubscribe-token";
import { failure, type Result, success } from "@/lib/result";

/**
 * Whether the week's mail goes to the account of a link; null for a link that is none of ours. Says nothing of whose it
 * is: whoever has a forwarded mail has its link.
 */
export async function readStopLink(
  token: string,
  secret: string,
): Promise<{ readonly weeklyMail: boolean } | null> {
  const accountId = readUnsubscribeToken(token, secret);
  const weeklyMail = accountId === null ? null : await findWeeklyMail(accountId);
  return weeklyMail === null ? null : { weeklyMail };
}

/** Stops the week's mail of the account of a link. No sign-in: the link is the permission, and it allows nothing else. */
export async function stopWeekly(
  token: string,
  secret: string,
): Promise<Result<undefined, "missing">> {
  const accountId = readUnsubscribeToken(token, secret);
  const stopped = accountId !== null && (await setWeeklyMail(accountId, false));
  return stopped ? success(undefined) : failure("missing");
}
