import { can } from "@/lib/access/can";
import { listWaves as findWaves, type ListedWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { ownScope } from "../insight/own-scope";
import { listWaitingWaves } from "../trustees/list-waiting-waves";
import { classesOfWave } from "./classes-of-wave";
import { storedScope } from "./stored-scope";

export interface WaveSummary {
  readonly id: string;
  readonly title: string;
  readonly state: ListedWave["state"];
  /** Whom it asks, in words. */
  readonly audience: string;
  readonly classes: number;
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Null before the seal, and for good when it was destroyed unopened. */
  readonly sealedOn: Date | null;
  /** Closed, and its trustees have not given back enough of its key. */
  readonly waits: boolean;
}

/** The waves that reach one of the actor's classes, newest first. */
export async function listWaves(
  context: ServiceContext,
): Promise<Result<readonly WaveSummary[], "forbidden">> {
  const { actor } = context;
  if (actor.kind !== "staff") return failure("forbidden");
  const waves = await findWaves(ownScope(actor));
  const waiting = await listWaitingWaves();
  const mine = await Promise.all(
    waves.map(async (wave) => {
      if (wave.state !== "draft") return true;
      return can(actor, "wave.read", { classes: await classesOfWave(wave) }).allowed;
    }),
  );
  return success(
    waves
      .filter((_wave, index) => mine[index] === true)
      .map(({ scope, manifestHash: _hash, ...wave }) => {
        const { label, classIds } = storedScope(scope);
        const waits = waiting.has(wave.id);
        return { ...wave, audience: label, classes: classIds.length, waits };
      }),
  );
}
