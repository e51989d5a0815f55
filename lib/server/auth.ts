import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { signIn } from "@/lib/services/accounts/sign-in";
import { environment } from "./environment";
import { authSecret } from "./secrets";
import { serviceContext } from "./service-context";

/** A session ends after a school day's work, wherever it was left open. */
export const SESSION_SECONDS = 10 * 3600;

/**
 * The session's cookie: out of reach of scripts, not sent along from other sites' forms, and over
 * https only where Hearth is reached by https.
 */
export function sessionCookie() {
  const secure = environment().url.startsWith("https://");
  return {
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** next-auth: local accounts only; the token names an account and its epoch, never a role or a class. */
export function authOptions(): NextAuthOptions {
  // next-auth reads its own address from the environment only.
  process.env.NEXTAUTH_URL ??= environment().url;
  return {
    secret: authSecret(),
    useSecureCookies: sessionCookie().options.secure,
    cookies: { sessionToken: sessionCookie() },
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        name: "Hearth",
        credentials: { email: {}, password: {} },
        async authorize(credentials) {
          if (credentials === undefined) return null;
          const { email, password } = credentials;
          if (typeof email !== "string" || typeof password !== "string") return null;
          const outcome = await signIn(serviceContext({ kind: "anonymous" }), {
            email,
            password: password.slice(0, 300),
            secret: authSecret(),
          });
          if (!outcome.ok) {
            const minutes = outcome.detail?.minutes;
            throw new Error(minutes === undefined ? outcome.code : `${outcome.code}:${minutes}`);
          }
          const { accountId, name, sessionEpoch } = outcome.value;
          return { id: accountId, name, epoch: sessionEpoch };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        // `user` is there at sign-in only.
        const signedIn = user as { id: string; epoch?: number } | undefined;
        if (signedIn !== undefined) {
          token.sub = signedIn.id;
          token.epoch = signedIn.epoch ?? 0;
        }
        delete token.email;
        delete token.picture;
        return token;
      },
      session({ session, token }) {
        return {
          expires: session.expires,
          user: { name: token.name ?? "" },
          accountId: token.sub,
          epoch: token.epoch,
        };
      },
    },
  };
}
