import { findAccountForSignIn } from "@/lib/data/accounts";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { reachAccount } from "./reach-account";
import { writeResetLink } from "./write-reset-link";

type ResetLink = { readonly token: string; readonly name: string };

/**
 * Makes a link with which somebody who has lost their password sets a new one, within 24 hours. Not for
 * one's own account: a session left open would be enough to take it over.
 */
export async function createResetLink(
  context: ServiceContext,
  accountId: string,
): Promise<Result<ResetLink, "missing" | "own-password" | "account-disabled">> {
  const reached = await reachAccount(context, "account.reset-password", accountId);
  if (reached === null) return failure("missing");
  const { actor, account } = reached;
  if (actor.accountId === accountId) return failure("own-password");
  if (account.disabled) return failure("account-disabled");
  return success({ ...(await writeResetLink(context, account)), name: account.name });
}

/**
 * The same from the server's command line, for the last administrator who has nobody to ask. `can()` is
 * not asked: whoever runs it holds the database already. No page may call it.
 */
export async function createResetLinkAtServer(
  context: ServiceContext,
  email: string,
): Promise<Result<ResetLink, "missing" | "forbidden" | "account-disabled">> {
  if (context.actor.kind !== "system") return failure("forbidden");
  const account = await findAccountForSignIn(email.trim());
  if (account === null) return failure("missing");
  if (account.disabled) return failure("account-disabled");
  return success({ ...(await writeResetLink(context, account)), name: account.name });
}
