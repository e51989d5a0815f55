import { listLatestSignals } from "@/lib/data/absence-signals";
import { inTransaction, type Tx } from "@/lib/data/client";
import { createFlagNote, listFlags, lockFlags, saveFlag } from "@/lib/data/flags";
import type { AbsenceEvidence, BelongingEvidence } from "@/lib/flags/evidence";
import { closeFlag, expireFlag, type Flag, raiseOrRefresh } from "@/lib/flags/life-cycle";
import { decideFlag, isClearedBy } from "@/lib/flags/rule";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { absenceEvidence } from "./absence-evidence";
import { belongingEvidence } from "./belonging-evidence";

const DAY_MS = 24 * 3600_000;
/** Flags closed before this no longer hold back a new one. */
const REMEMBERED_MS = 180 * DAY_MS;

interface Evidence {
  readonly belonging: ReadonlyMap<string, BelongingEvidence>;
  readonly absence: ReadonlyMap<string, AbsenceEvidence>;
}

/**
 * Applies the flag rule to every class, after a seal or an attendance import: raises, refreshes, clears
 * and lets lapse. A pure function of releases and attendance decides; running it twice changes nothing.
 */
export async function raiseFlags(context: ServiceContext): Promise<{ raised: number }> {
  const [belonging, signals] = await Promise.all([
    belongingEvidence(context.now),
    listLatestSignals(),
  ]);
  const absence = new Map(
    signals.map((signal) => [signal.classId, absenceEvidence(signal, context.now)]),
  );
  const evidence = { belonging, absence };
  const classIds = new Set([...belonging.keys(), ...absence.keys()]);

  return inTransaction(async (tx) => {
    await lockFlags(tx);
    const current = await closeOverdue(tx, context);
    let raised = 0;
    for (const classId of classIds) {
      if (await applyTo(tx, context, classId, evidence, current)) raised += 1;
    }
    return { raised };
  });
}

/** Closes what is older than six weeks without new evidence; returns all flags that still count. */
async function closeOverdue(tx: Tx, context: ServiceContext): Promise<Flag[]> {
  const since = new Date(context.now.getTime() - REMEMBERED_MS);
  const known = await listFlags({ closedSince: since }, tx);
  const current: Flag[] = [];
  for (const flag of known) {
    const after = expireFlag(flag, context.now);
    if (after !== flag) {
      await saveFlag(tx, after);
      await note(tx, context, after, "Closed by itself: six weeks without new evidence.");
    }
    current.push(after);
  }
  return current;
}

/** True when a new flag was raised. */
async function applyTo(
  tx: Tx,
  context: ServiceContext,
  classId: string,
  { belonging, absence }: Evidence,
  current: readonly Flag[],
): Promise<boolean> {
  const low = belonging.get(classId);
  const rising = absence.get(classId);
  const decision = decideFlag(
    {
      classId,
      ...(low === undefined ? {} : { belonging: low }),
      ...(rising === undefined ? {} : { absence: rising }),
    },
    context.now,
  );
  if (!decision.ok) {
    if (low !== undefined) await clear(tx, context, classId, low, current);
    return false;
  }
  const outcome = raiseOrRefresh(current, decision.finding, context.now, context.randomUuid());
  if (outcome.action === "keep") return false;
  await saveFlag(tx, outcome.flag);
  if (outcome.action === "refresh") {
    await note(tx, context, outcome.flag, `New evidence. ${outcome.flag.reason}`);
    return false;
  }
  await recordEvent(tx, context, {
    action: "flag.raised",
    subjectType: "flag",
    subjectId: outcome.flag.id,
    detail: { classId, kind: outcome.flag.kind, tier: outcome.flag.tier },
  });
  return true;
}

/** Closes a flag for low belonging that a later wave has cleared, as the flag itself said one would. */
async function clear(
  tx: Tx,
  context: ServiceContext,
  classId: string,
  wave: BelongingEvidence,
  current: readonly Flag[],
): Promise<void> {
  const open = current.find((flag) => flag.classId === classId && flag.state !== "closed");
  if (open === undefined || !isClearedBy(open, wave)) return;
  const closed = closeFlag(open, "cleared", context.now);
  if (!closed.ok) return;
  await saveFlag(tx, closed.flag);
  await note(tx, context, closed.flag, "Cleared by the next pulse.");
}

async function note(tx: Tx, context: ServiceContext, flag: Flag, body: string): Promise<void> {
  await createFlagNote(tx, {
    id: context.randomUuid(),
    flagId: flag.id,
    accountId: null,
    body,
    state: flag.state,
    at: context.now,
  });
}
