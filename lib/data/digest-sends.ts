import { prisma, type Tx } from "./client";

/** weekly: the week's mail, by its Monday. asked: that requests of students wait, by its hour. */
export type SendKind = "weekly" | "asked";

/** One mail to one account. */
export interface SendKey {
  readonly accountId: string;
  readonly kind: SendKind;
  /** "2026-11-23" or "2026-11-26T12". */
  readonly slot: string;
}

/** How a claimed mail ended; null `tryAgainAt`: for good. */
export type SendEnd =
  | { readonly state: "sent" | "nothing" | "given-up" }
  | { readonly state: "refused"; readonly tryAgainAt: Date };

/** Times that one mail is tried, at most. The database holds it to that, too. */
const MOST_TRIES = 5;

/**
 * Takes a mail for this process: true for one caller only, whoever asks at the same time. What was refused can be taken
 * again when its time has come; what was claimed and never ended (a crash) cannot.
 */
export async function claimSend(key: SendKey, now: Date): Promise<boolean> {
  const fresh = await prisma().digestSend.createMany({
    data: [{ ...key, state: "claimed" }],
    skipDuplicates: true,
  });
  if (fresh.count === 1) return true;
  const again = await prisma().digestSend.updateMany({
    where: { ...key, state: "refused", tryAgainAt: { lte: now }, tries: { lt: MOST_TRIES } },
    data: { state: "claimed", tryAgainAt: null, tries: { increment: 1 } },
  });
  return again.count === 1;
}

/** Writes how a claimed mail ended. */
export async function endSend(key: SendKey, end: SendEnd): Promise<void> {
  const tryAgainAt = end.state === "refused" ? end.tryAgainAt : null;
  await prisma().digestSend.updateMany({
    where: { ...key, state: "claimed" },
    data: { state: end.state, tryAgainAt },
  });
}

/** Accounts whose mail of this slot needs nothing more now: ended, or in somebody's hands. */
export async function listSettled(
  { kind, slot }: Omit<SendKey, "accountId">,
  now: Date,
  tx: Tx = prisma(),
): Promise<ReadonlySet<string>> {
  const rows = await tx.digestSend.findMany({
    where: {
      ...{ kind, slot },
      NOT: { state: "refused", tryAgainAt: { lte: now }, tries: { lt: MOST_TRIES } },
    },
    select: { accountId: true },
  });
  return new Set(rows.map(({ accountId }) => accountId));
}

/** Deletes what was sent for weeks and hours before this day, YYYY-MM-DD. */
export async function forgetSends(before: string): Promise<void> {
  await prisma().digestSend.deleteMany({ where: { slot: { lt: before } } });
}
