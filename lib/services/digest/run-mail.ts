import { log } from "@/lib/server/log";
import type { ServiceContext } from "../context";
import type { MailDesk } from "./mail-desk";
import { sendAsked } from "./send-asked";
import { sendWeekly } from "./send-weekly";

/** Sends what is due now. Run by the clock, once a minute. The log says how many, never to whom or what. */
export async function runMail(context: ServiceContext, desk: MailDesk): Promise<void> {
  const asked = await sendAsked(context, desk);
  const { errors, ...weekly } = await sendWeekly(context, desk);
  for (const err of errors) log.error({ err }, "a mail cannot be written");
  const sent = asked.sent + weekly.sent;
  const notSent = asked.notSent + weekly.notSent;
  if (notSent > 0) log.warn({ sent, notSent }, "the mail server did not take every mail");
  else if (sent > 0) log.info({ sent }, "mail sent");
}
