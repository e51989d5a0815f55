import { type AccountRow, listMailAccounts } from "@/lib/data/accounts";
import { listSettled } from "@/lib/data/digest-sends";
import { findDigestSchedule } from "@/lib/data/district";
import { composeDigest } from "@/lib/digest/compose";
import { isEmptyDigest } from "@/lib/digest/facts";
import { type DueDigest, dueDigest } from "@/lib/digest/schedule";
import type { OutgoingMail } from "@/lib/server/mailer";
import { loadActor } from "../accounts/load-actor";
import type { ServiceContext } from "../context";
import { collectFacts } from "./collect-facts";
import { findMailDistrict, type MailDesk } from "./mail-desk";
import { sendClaimed } from "./send-claimed";
import { stopAddresses } from "./stop-address";

/**
 * Sends the week's mail to everybody who takes it, in the hours after it is due on the district's clock. Run by the clock
 * of every worker; each mail goes out once. One that cannot be written does not hold up the others.
 */
export async function sendWeekly(
  context: ServiceContext,
  desk: MailDesk,
): Promise<{ readonly sent: number; readonly notSent: number; readonly errors: unknown[] }> {
  const outcome = { sent: 0, notSent: 0, errors: [] as unknown[] };
  const [district, schedule] = await Promise.all([findMailDistrict(), findDigestSchedule()]);
  if (district === null || schedule === null) return outcome;
  const due = dueDigest(context.now, district.timeZone, schedule);
  if (due === null) return outcome;
  const slot = { kind: "weekly", slot: due.week } as const;
  const settled = await listSettled(slot, context.now);
  for (const account of await listMailAccounts()) {
    if (settled.has(account.id)) continue;
    try {
      const key = { accountId: account.id, ...slot };
      const sent = await sendClaimed(desk.mailer, key, context.now, () =>
        composeFor(context, desk, district, due, account),
      );
      if (sent === "sent") outcome.sent += 1;
      if (sent === "not-sent") outcome.notSent += 1;
    } catch (error) {
      outcome.errors.push(error);
    }
  }
  return outcome;
}

/** Read with the eyes of whoever gets it: see `collectFacts`. Null: there is nothing to say. */
async function composeFor(
  context: ServiceContext,
  desk: MailDesk,
  district: { readonly name: string; readonly timeZone: string },
  due: DueDigest,
  { id, email, sessionEpoch }: AccountRow,
): Promise<OutgoingMail | null> {
  const actor = await loadActor({ accountId: id, sessionEpoch });
  if (actor === null) return null;
  const facts = await collectFacts({ ...context, actor }, due.since, district.timeZone);
  if (isEmptyDigest(facts)) return null;
  const stop = stopAddresses(desk, id);
  const reader = { name: actor.name, district: district.name, url: desk.url };
  return {
    ...composeDigest(reader, facts, stop.page),
    to: { name: actor.name, address: email },
    stopUrl: stop.oneClick,
  };
}
