import PgBoss from "pg-boss";
import { randomBytes, randomUUID } from "node:crypto";
import { databaseSettings } from "@/lib/data/client";
import { jobsSchema, type QueueName } from "@/lib/data/setup/jobs";
import { log } from "@/lib/server/log";
import { raiseFlags } from "@/lib/services/flags/raise-flags";
import { advanceWaves } from "@/lib/services/waves/advance-waves";
import { sealWave } from "@/lib/services/waves/seal-wave";
import type { ServiceContext } from "@/lib/services/context";

const CLOCK_MS = 10_000;

interface RunningJobs {
  readonly stop: () => Promise<void>;
  /** Runs the clock now, so that a wave closed by hand is sealed at once. */
  readonly wake: () => Promise<void>;
}

const holder = globalThis as typeof globalThis & { hearthJobs?: Promise<RunningJobs> };

function systemContext(): ServiceContext {
  return {
    actor: { kind: "system" },
    now: new Date(),
    randomBytes,
    randomUuid: randomUUID,
  };
}

/** Starts the clock and the workers of this process, once. */
export function startJobs(): Promise<RunningJobs> {
  holder.hearthJobs ??= start();
  return holder.hearthJobs;
}

/** Runs the clock now, if jobs run in this process; otherwise the worker does within ten seconds. */
export async function wakeJobs(): Promise<void> {
  await (await holder.hearthJobs)?.wake();
}

async function start(): Promise<RunningJobs> {
  const { webUrl, schema } = databaseSettings();
  const boss = new PgBoss({
    connectionString: webUrl,
    schema: jobsSchema(schema),
    migrate: false,
    schedule: false,
    max: 3,
  });
  boss.on("error", (error) => {
    log.error({ err: error }, "job queue");
  });
  await boss.start();
  const seal: QueueName = "seal-wave";
  await boss.work<{ waveId: string }>(seal, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { data } of jobs) {
      const sealed = await sealWave(systemContext(), data.waveId);
      if (!sealed.ok) throw new Error(`wave ${data.waveId} cannot be sealed: ${sealed.code}`);
      log.info({ wave: data.waveId }, "wave sealed");
      await raiseFlags(systemContext());
    }
  });

  let turn: Promise<void> | undefined;
  const tick = async (): Promise<void> => {
    for (const waveId of await advanceWaves(systemContext())) {
      await boss.send(
        seal,
        { waveId },
        { singletonKey: waveId, retryLimit: 1_000, retryDelay: 5, retryBackoff: false },
      );
    }
  };
  // One turn at a time; who calls during a turn waits for the next one.
  const wake = async (): Promise<void> => {
    const before = turn;
    turn = (async () => {
      await before?.catch(() => undefined);
      await tick();
    })();
    await turn;
  };
  const timer = setInterval(() => {
    wake().catch((error: unknown) => {
      log.error({ err: error }, "wave clock");
    });
  }, CLOCK_MS);
  await wake();
  return {
    wake,
    stop: async () => {
      clearInterval(timer);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
