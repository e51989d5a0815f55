import { encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { SESSION_SECONDS, sessionCookie } from "./auth";
import { authSecret } from "./secrets";

/**
 * Signs this browser in, from a server action that has just proved who it is: first run, accepted
 * invitation, changed password. The cookie is the one next-auth sets at the sign-in page.
 */
export async function openSession(account: {
  readonly accountId: string;
  readonly name: string;
  readonly sessionEpoch: number;
}): Promise<void> {
  const token = await encode({
    token: { sub: account.accountId, name: account.name, epoch: account.sessionEpoch },
    secret: authSecret(),
    maxAge: SESSION_SECONDS,
  });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS });
}

/** Forgets this browser's session, where the account behind it is gone. */
export async function closeSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
