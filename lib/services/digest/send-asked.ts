import { findAccountById } from "@/lib/data/accounts";
import { listReceivers, type ReceiverRow } from "@/lib/data/adult-receivers";
import { countNewRequests } from "@/lib/data/adult-requests";
import { listSettled } from "@/lib/data/digest-sends";
import { composeAsked } from "@/lib/digest/compose";
import { dueAskedSlot } from "@/lib/digest/schedule";
import type { OutgoingMail } from "@/lib/server/mailer";
import type { ServiceContext } from "../context";
import { findMailDistrict, type MailDesk } from "./mail-desk";
import { sendClaimed } from "./send-claimed";

/**
 * Tells those named to receive them that requests of students wait: how many, at two fixed hours of the day, for as long
 * as one waits that nobody has marked as seen. Nothing about a request is kept for it, and its hour is known to no finer
 * than half a school day: a request's moment must not lie beside a ballot's (docs/decisions/0037).
 */
export async function sendAsked(
  context: Pick<ServiceContext, "now">,
  desk: MailDesk,
): Promise<{ readonly sent: number; readonly notSent: number }> {
  const outcome = { sent: 0, notSent: 0 };
  const district = await findMailDistrict();
  if (district === null) return outcome;
  const hour = dueAskedSlot(context.now, district.timeZone);
  if (hour === null) return outcome;
  const slot = { kind: "asked", slot: hour } as const;
  const settled = await listSettled(slot, context.now);
  for (const receiver of await listReceivers()) {
    if (receiver.disabled || settled.has(receiver.accountId)) continue;
    const key = { accountId: receiver.accountId, ...slot };
    const sent = await sendClaimed(desk.mailer, key, context.now, () =>
      composeFor(desk, district.name, receiver),
    );
    if (sent === "sent") outcome.sent += 1;
    if (sent === "not-sent") outcome.notSent += 1;
  }
  return outcome;
}

async function composeFor(
  { url }: MailDesk,
  district: string,
  receiver: ReceiverRow,
): Promise<OutgoingMail | null> {
  const waiting = await countNewRequests(receiver);
  const account = await findAccountById(receiver.accountId);
  if (waiting === 0 || account === null) return null;
  const { name, email } = account;
  return { ...composeAsked({ name, district, url }, waiting), to: { name, address: email } };
}
