import { makeUnsubscribeToken } from "@/lib/digest/unsubscribe-token";
import type { MailDesk } from "./mail-desk";

/** For the mail's header (a POST stops it at once) and for its footer (a page that asks first). */
export function stopAddresses(
  { url, secret }: Pick<MailDesk, "url" | "secret">,
  accountId: string,
): { readonly oneClick: string; readonly page: string } {
  const token = makeUnsubscribeToken(accountId, secret);
  return { oneClick: `${url}/api/mail/stop/${token}`, page: `${url}/mail/stop/${token}` };
}
