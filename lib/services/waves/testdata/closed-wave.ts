import { randomBytes } from "node:crypto";
import { sealContent } from "@/lib/ballots/client/seal-content";
import { nullifierOf } from "@/lib/ballots/server/check-ballot";
import { readManifest } from "@/lib/ballots/wire/manifest";
import { storeBallot } from "@/lib/data/ballot-box";
import { listMargins } from "@/lib/data/margins";
import { closeWave } from "../close-wave";
import { readManifestText } from "../read-manifest";
import { type ScheduleRequest, scheduleWave } from "../schedule-wave";
import { administrator, contextAt } from "./wave-school";

export type Ballots = Readonly<Record<string, readonly (readonly (number | null)[])[]>>;

/** What is asked, and the form of a class's ballot; the usual pulse and its only form unless given. */
interface Asked {
  readonly questions?: string;
  readonly formOf?: (at: number) => number;
}

/** Schedules a wave of these classes, one week from `opens`, open at once. */
export function scheduleTestWave(
  classIds: readonly string[],
  opens: Date,
  options: Partial<ScheduleRequest> = {},
  actor = administrator,
) {
  const closes = new Date(opens.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  return scheduleWave(contextAt(opens, actor), {
    title: "Test pulse",
    scope: { kind: "classes", ids: classIds },
    opens: "now",
    closes: { date: closes, time: "12:00" },
    ...options,
  });
}

/** The same, which must succeed. Returns its id. */
export async function openTestWave(
  classIds: readonly string[],
  opens: Date,
  { questions }: Asked = {},
): Promise<string> {
  const asked = questions === undefined ? {} : { questions };
  const scheduled = await scheduleTestWave(classIds, opens, asked);
  if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
  return scheduled.value.waveId;
}

/**
 * Puts sealed ballots into the box, past the signatures: the seal does not look at those. (The chain of
 * signatures is in wave-chain.itest.ts, at a second a class.)
 */
export async function fillBox(
  waveId: string,
  ballots: Ballots,
  { formOf = () => 1 }: Asked = {},
): Promise<void> {
  const manifest = readManifest((await readManifestText(waveId)) ?? "");
  if (manifest === null) throw new Error("no manifest");
  for (const { ballotMarginId: marginId, classId } of await listMargins(waveId)) {
    for (const [at, answers] of (ballots[classId] ?? []).entries()) {
      const ciphertext = await sealContent(
        manifest.hpkePublicKey,
        { waveId, marginId },
        { vector: { formId: formOf(at), answers } },
      );
      await putRaw({ waveId, marginId, ciphertext });
    }
  }
}

/** Puts any bytes into the box under a fresh nullifier. */
export async function putRaw(ballot: {
  waveId: string;
  marginId: string;
  ciphertext: Uint8Array;
}): Promise<void> {
  const outcome = await storeBallot({ ...ballot, nullifier: nullifierOf(randomBytes(32)) });
  if (outcome !== "stored") throw new Error(outcome);
}

/** Opens, fills and closes a wave; ready to be sealed. */
export async function closedTestWave(
  opens: Date,
  ballots: Ballots,
  asked: Asked = {},
): Promise<string> {
  const waveId = await openTestWave(Object.keys(ballots), opens, asked);
  await fillBox(waveId, ballots, asked);
  const closed = await closeWave(contextAt(new Date(opens.getTime() + 5 * 86_400_000)), waveId);
  if (!closed.ok) throw new Error(closed.code);
  return waveId;
}
