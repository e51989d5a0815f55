import type { StaffActor } from "@/lib/access/actor";
import { findAccountForSignIn } from "@/lib/data/accounts";
import type { FlagRow } from "@/lib/data/flags";
import { loadActor } from "@/lib/services/accounts/load-actor";
import type { ServiceContext } from "@/lib/services/context";
import { answerFlag } from "@/lib/services/flags/answer-flag";
import { assignFlag } from "@/lib/services/flags/assign-flag";
import { changeFlag } from "@/lib/services/flags/change-flag";
import { closeFlag } from "@/lib/services/flags/close-flag";
import { listOwnFlags } from "@/lib/services/flags/list-own-flags";
import { snoozeFlag } from "@/lib/services/flags/snooze-flag";
import { localDate } from "@/lib/services/waves/local-date";
import { demoTruths } from "@/prisma/seed/truths";

const TWO_WEEKS_MS = 14 * 24 * 3600_000;

/**
 * What the demo's staff have done about its flags so far, through the services that they would use: one is given
 * away and acted on, one rests, one is answered, and one that is there by chance is closed. The flag of the teacher
 * who signs in, and one of the rising ones, are left as they were raised.
 */
export async function workOnDemoFlags(
  administrator: ServiceContext,
  timeZone: string,
): Promise<void> {
  const flags = await listOwnFlags(administrator);
  const flagOf = (classId: string) => flags.find((flag) => flag.classId === classId);
  const [acted, rested] = demoTruths.lowBelonging.map(flagOf);
  if (acted !== undefined) await handOver(administrator, acted);
  if (rested !== undefined) {
    const until = new Date(administrator.now.getTime() + TWO_WEEKS_MS);
    await done(
      snoozeFlag(administrator, {
        flagId: rested.id,
        until: localDate(until, timeZone),
        reason: "The class is settling into its new room. Look again after two weeks.",
      }),
    );
  }
  const answered = flagOf(demoTruths.risingAbsence[1]);
  if (answered !== undefined) {
    await done(
      answerFlag(await signedIn(administrator, "colleague@larkfield.example"), {
        flagId: answered.id,
        answer: "unsure",
        words: "It has crept up for some weeks. I am asking around.",
      }),
    );
  }
  const planted = [
    ...[...demoTruths.lowBelonging, ...demoTruths.risingAbsence, demoTruths.lowAndRising],
  ] as string[];
  const byChance = flags.find(({ classId }) => !planted.includes(classId));
  if (byChance !== undefined) {
    await done(
      closeFlag(administrator, {
        flagId: byChance.id,
        outcome: "nothing",
        found: "Looked at the class with its teacher: nothing stands out.",
      }),
    );
  }
}

async function handOver(administrator: ServiceContext, flag: FlagRow): Promise<void> {
  const principal = await signedIn(administrator, "principal@larkfield.example");
  const to = (principal.actor as StaffActor).accountId;
  await done(assignFlag(administrator, { flagId: flag.id, from: null, to }));
  await done(
    changeFlag(principal, {
      flagId: flag.id,
      to: "acting",
      note: "The counselor meets the class on Thursdays from this week on.",
    }),
  );
}

async function signedIn(context: ServiceContext, email: string): Promise<ServiceContext> {
  const account = await findAccountForSignIn(email);
  const actor =
    account === null
      ? null
      : await loadActor({ accountId: account.id, sessionEpoch: account.sessionEpoch });
  if (actor === null) throw new Error(`the demo has no account ${email}`);
  return { ...context, actor };
}

async function done(outcome: Promise<{ ok: boolean; code?: string }>): Promise<void> {
  const { ok, code } = await outcome;
  if (!ok) throw new Error(`a demo flag was refused: ${code ?? ""}`);
}
