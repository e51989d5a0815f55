import { claimSend, endSend, type SendKey } from "@/lib/data/digest-sends";
import type { Mailer, OutgoingMail } from "@/lib/server/mailer";

/** Milliseconds until a mail that was not taken is tried again. What waits at a fixed hour cannot wait long. */
const AGAIN_MS = { weekly: 30 * 60_000, asked: 2 * 60_000 } as const;

/**
 * Sends one mail unless somebody has it in hand or has sent it. The claim is written before the mail goes out, and what
 * may have arrived is never sent again: once at most, rather than twice (docs/decisions/0037). What the server certainly
 * did not take is tried again later, five times in all.
 *
 * @param compose null: there is nothing to say
 */
export async function sendClaimed(
  mailer: Mailer,
  key: SendKey,
  now: Date,
  compose: () => Promise<OutgoingMail | null>,
): Promise<"sent" | "not-sent" | "nothing"> {
  if (!(await claimSend(key, now))) return "nothing";
  const tryAgain = {
    state: "refused",
    tryAgainAt: new Date(now.getTime() + AGAIN_MS[key.kind]),
  } as const;
  let mail: OutgoingMail | null;
  try {
    mail = await compose();
  } catch (error) {
    await endSend(key, tryAgain);
    throw error;
  }
  if (mail === null) {
    await endSend(key, { state: "nothing" });
    return "nothing";
  }
  const delivery = await mailer.send(mail);
  if (delivery.state === "sent") {
    await endSend(key, { state: "sent" });
    return "sent";
  }
  const forGood = delivery.state === "unknown" || delivery.forGood;
  await endSend(key, forGood ? { state: "given-up" } : tryAgain);
  return "not-sent";
}
