import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { signIn } from "@/lib/services/accounts/sign-in";
import { authSecret } from "./secrets";
import { serviceContext } from "./service-context";

/** A session ends after a school day's work, wherever it was left open. */
const SESSION_SECONDS = 10 * 3600;

/** next-auth: local accounts only; the token names an account and its epoch, never a role or a class. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
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
