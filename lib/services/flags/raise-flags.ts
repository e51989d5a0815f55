import { listLatestSignals } from "@/lib/data/absence-signals";
import { inTransaction } from "@/lib/data/client";
import { listFlags, lockFlags, saveFlag } from "@/lib/data/flags";
import type { BelongingEvidence } from "@/lib/flags/evidence";
import { expireFlag, raiseOrRefresh } from "@/lib/flags/life-cycle";
import { decideFlag } from "@/lib/flags/rule";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { absenceEvidence } from "./absence-evidence";
import { belongingEvidence } from "./belonging-evidence";

const DAY_MS = 24 * 3600_000;
/** Flags closed before this no longer hold back a new one. */
const REMEMBERED_MS = 180 * DAY_MS;

/**
 * Applies the flag rule to every class, after a seal or an attendance import: raises, refreshes and
 * lets lapse. A pure function of releases and attendance decides; running it twice changes nothing.
 */
export async function raiseFlags(context: ServiceContext): Promise<{ raised: number }> {
  const [belonging, signals] = await Promise.all([
    belongingEvidence(context.now),
    listLatestSignals(),
  ]);
  const absence = new Map(signals.map((signal) => [signal.classId, absenceEvidence(signal)]));
  const classIds = new Set([...belonging.keys(), ...absence.keys()]);

  return inTransaction(async (tx) => {
    await lockFlags(tx);
    const known = await listFlags(
      { closedSince: new Date(context.now.getTime() - REMEMBERED_MS) },
      tx,
    );
    const current = [];
    for (const flag of known) {
      const after = expireFlag(flag, context.now);
      if (after !== flag) await saveFlag(tx, after);
      current.push(after);
    }
    let raised = 0;
    for (const classId of classIds) {
      const decision = decideFlag(
        { classId, ...evidenceOf(classId, belonging, absence) },
        context.now,
      );
      if (!decision.ok) continue;
      const outcome = raiseOrRefresh(current, decision.finding, context.now, context.randomUuid());
      if (outcome.action === "keep") continue;
      await saveFlag(tx, outcome.flag);
      if (outcome.action === "refresh") continue;
      raised += 1;
      await recordEvent(tx, context, {
        action: "flag.raised",
        subjectType: "flag",
        subjectId: outcome.flag.id,
        detail: { classId, kind: outcome.flag.kind, tier: outcome.flag.tier },
      });
    }
    return { raised };
  });
}

function evidenceOf(
  classId: string,
  belonging: ReadonlyMap<string, BelongingEvidence>,
  absence: ReadonlyMap<string, ReturnType<typeof absenceEvidence>>,
) {
  const low = belonging.get(classId);
  const rising = absence.get(classId);
  return {
    ...(low === undefined ? {} : { belonging: low }),
    ...(rising === undefined ? {} : { absence: rising }),
  };
}
