import { createHmac } from "node:crypto";
import type { Role } from "@/lib/access/actor";
import { afterFailure, lockedUntil } from "@/lib/access/sign-in-throttle";
import { findAccountForSignIn } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { findThrottle, forgetThrottle, saveThrottle } from "@/lib/data/sign-in-throttle";
import { failure, type Result, success } from "@/lib/result";
import { spendPasswordCheck, verifyPassword } from "@/lib/server/password";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly sessionEpoch: number;
}

const DAY_MS = 24 * 3600_000;

/**
 * Checks an address and a password. Unknown addresses, wrong passwords and disabled accounts answer
 * alike, in the same time, and are throttled alike; `secret` keys the hash under which they are
 * counted, so that the table names nobody.
 */
export async function signIn(
  context: ServiceContext,
  input: { email: string; password: string; secret: string },
): Promise<Result<SignedIn, "wrong-credentials" | "locked">> {
  const email = input.email.trim().toLowerCase();
  const key = createHmac("sha256", input.secret).update(`sign-in:${email}`).digest();
  const throttle = await findThrottle(key);
  const until = lockedUntil(throttle, context.now);
  if (until !== null) {
    const minutes = Math.ceil((until.getTime() - context.now.getTime()) / 60_000);
    return failure("locked", { detail: { minutes } });
  }

  const account = await findAccountForSignIn(email);
  const right =
    account === null
      ? await spendPasswordCheck(input.password).then(() => false)
      : await verifyPassword(account.passwordHash, input.password);
  if (account === null || !right || account.disabled) {
    const next = afterFailure(throttle, context.now);
    await inTransaction(async (tx) => {
      await saveThrottle(key, next, tx);
      if (next.lockedUntil !== null) {
        await recordEvent(tx, context, {
          action: "sign-in.locked",
          subjectType: "account",
          subjectId: account?.id ?? "unknown",
          detail: { failures: next.failures },
        });
      }
    });
    return failure("wrong-credentials");
  }

  await forgetThrottle(key, new Date(context.now.getTime() - DAY_MS));
  return success({
    accountId: account.id,
    name: account.name,
    email: account.email,
    role: account.role,
    sessionEpoch: account.sessionEpoch,
  });
}
