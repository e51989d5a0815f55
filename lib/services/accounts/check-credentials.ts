import { type AccountRow, findAccountForSignIn } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { forgetThrottle } from "@/lib/data/sign-in-throttle";
import { failure, type Result, success } from "@/lib/result";
import { spendPasswordCheck, verifyPassword } from "@/lib/server/password";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { countTry } from "./count-try";
import { signInKey } from "./sign-in-key";

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Keys the hash under which tries are counted, so that the table names nobody. */
  readonly secret: string;
}

const DAY_MS = 24 * 3600_000;

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
  if (attempt.refused) return failure("locked", { detail: { minutes: attempt.minutes } });

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
