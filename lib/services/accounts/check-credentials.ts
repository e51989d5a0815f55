import { afterFailure, lockedUntil, type ThrottleState } from "@/lib/access/sign-in-throttle";
import { type AccountRow, findAccountForSignIn } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import {
  findThrottle,
  forgetThrottle,
  lockThrottle,
  saveThrottle,
} from "@/lib/data/sign-in-throttle";
import { failure, type Result, success } from "@/lib/result";
import { spendPasswordCheck, verifyPassword } from "@/lib/server/password";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { signInKey } from "./sign-in-key";

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Keys the hash under which tries are counted, so that the table names nobody. */
  readonly secret: string;
}

const DAY_MS = 24 * 3600_000;
const MINUTE_MS = 60_000;

/**
 * Checks an address and a password. Unknown addresses, wrong passwords and disabled accounts answer
 * alike, in the same time, and are throttled alike. `detail.minutes`: how long a lock still lasts.
 */
export async function checkCredentials(
  context: ServiceContext,
  input: Credentials,
): Promise<Result<AccountRow, "wrong-credentials" | "locked">> {
  const email = input.email.trim().toLowerCase();
  const key = signInKey(input.secret, email);
  const attempt = await countTry(key, context.now);
  if (attempt.refusedUntil !== null) {
    const waitMs = attempt.refusedUntil.getTime() - context.now.getTime();
    return failure("locked", { detail: { minutes: Math.ceil(waitMs / MINUTE_MS) } });
  }

  const account = await findAccountForSignIn(email);
  const right =
    account === null
      ? await spendPasswordCheck(input.password).then(() => false)
      : await verifyPassword(account.passwordHash, input.password);
  if (account !== null && right && !account.disabled) {
    await forgetThrottle(key, new Date(context.now.getTime() - DAY_MS));
    const { passwordHash: _, ...row } = account;
    return success(row);
  }
  if (attempt.state.lockedUntil !== null) {
    await inTransaction((tx) =>
      recordEvent(tx, context, {
        action: "sign-in.locked",
        subjectType: "account",
        subjectId: account?.id ?? "unknown",
        detail: { name: account?.name ?? null, failures: attempt.state.failures },
      }),
    );
  }
  return failure("wrong-credentials");
}

/**
 * Counts a try before it is checked and forgets it when it was right: a hundred guesses sent at the
 * same moment would otherwise all be checked before the first is counted.
 */
async function countTry(
  key: Uint8Array,
  now: Date,
): Promise<
  { readonly refusedUntil: Date } | { readonly refusedUntil: null; readonly state: ThrottleState }
> {
  return inTransaction(async (tx) => {
    await lockThrottle(tx, key);
    const known = await findThrottle(key, tx);
    const refusedUntil = lockedUntil(known, now);
    if (refusedUntil !== null) return { refusedUntil };
    const state = afterFailure(known, now);
    await saveThrottle(key, state, tx);
    return { refusedUntil: null, state };
  });
}
