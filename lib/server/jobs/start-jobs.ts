import PgBoss from "pg-boss";
import { databaseSettings } from "@/lib/data/client";
import { jobsSchema, SEAL_QUEUE } from "@/lib/data/setup/jobs";
import { environment } from "@/lib/server/environment";
import { log } from "@/lib/server/log";
import { serverMailer } from "@/lib/server/mailer";
import { authSecret } from "@/lib/server/secrets";
import { serviceContext } from "@/lib/server/service-context";
import { tidyRequests } from "@/lib/services/adults/tidy-requests";
import { runMail } from "@/lib/services/digest/run-mail";
import { tidySends } from "@/lib/services/digest/tidy-sends";
import { sweepUploads } from "@/lib/services/imports/stage-upload";
import { raiseFlags } from "@/lib/services/flags/raise-flags";
import { advanceWaves, type WaveTrouble } from "@/lib/services/waves/advance-waves";
import { prepareDrafts } from "@/lib/services/waves/prepare-drafts";
import { type SealRefusalCode, sealWave } from "@/lib/services/waves/seal-wave";
import { oneAtATime } from "./one-at-a-time";

const CLOCK_MS = 10_000;
/** Uploads that nobody applied are removed after a day, give or take this; requests for an adult are tidied. */
const SWEEP_MS = 3_600_000;
/** Mail is due at a full hour, and a minute late is not late. */
const MAIL_MS = 60_000;
/** A seal that takes longer was killed: its job may be given out again. */
const SEAL_WITHIN_SECONDS = 15 * 60;

/** Gone with a demonstration that was replaced, given up, or not to be opened yet: no fault to report. */
const LEFT_IN_PEACE: ReadonlySet<SealRefusalCode> = new Set([
  "missing",
  "destroyed",
  "waits-for-trustees",
]);

interface RunningJobs {
  readonly stop: () => Promise<void>;
  /** Runs the clock now, so that a wave closed by hand is sealed at once. */
  readonly wake: () => Promise<void>;
}

const holder = globalThis as typeof globalThis & { hearthJobs?: Promise<RunningJobs> };

function systemContext() {
  return serviceContext({ kind: "system" });
}

/** Starts the clock and the workers of this process, once; after a failure it may be tried again. */
export function startJobs(): Promise<RunningJobs> {
  holder.hearthJobs ??= start().catch((error: unknown) => {
    delete holder.hearthJobs;
    throw error;
  });
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

  // Raising flags twice changes nothing: it runs at the start for a process that died after a seal,
  // and again after a failure.
  let flagsAreDue = true;
  await boss.work<{ waveId: string }>(SEAL_QUEUE, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { data } of jobs) {
      const sealed = await sealWave(systemContext(), data.waveId);
      if (!sealed.ok && LEFT_IN_PEACE.has(sealed.code)) continue;
      if (!sealed.ok) throw new Error(`wave ${data.waveId} cannot be sealed: ${sealed.code}`);
      log.info({ wave: data.waveId }, "wave sealed");
      flagsAreDue = true;
      flags();
    }
  });

  const flags = detached("flags", async () => {
    if (!flagsAreDue) return;
    flagsAreDue = false;
    try {
      await raiseFlags(systemContext());
    } catch (error) {
      flagsAreDue = true;
      throw error;
    }
  });
  const drafts = detached("keys of a wave", async () => {
    const { prepared, troubles } = await prepareDrafts(systemContext());
    logTroubles(troubles, "a wave cannot be prepared");
    // Its time may have come while its keys were made.
    if (prepared > 0) await clock();
  });
  const uploads = detached("old uploads", () => sweepUploads(systemContext()));
  const requests = detached("requests for an adult", () => tidyRequests(systemContext()));
  const sends = detached("mails sent long ago", () => tidySends(systemContext()));
  const mailer = serverMailer();
  const mail = detached("mail", async () => {
    if (mailer === null) return;
    await runMail(systemContext(), { mailer, url: environment().url, secret: authSecret() });
  });
  const clock = oneAtATime(async () => {
    const { toSeal, troubles } = await advanceWaves(systemContext());
    logTroubles(troubles, "a wave cannot be moved on");
    // The clock itself is the retry: it asks again every ten seconds until the wave is sealed, and the
    // queue's policy keeps one waiting job a wave.
    for (const waveId of toSeal) {
      const job = { singletonKey: waveId, retryLimit: 0, expireInSeconds: SEAL_WITHIN_SECONDS };
      await boss.send(SEAL_QUEUE, { waveId }, job);
    }
  });
  const turn = detached("wave clock", clock);
  const tick = () => {
    turn();
    drafts();
    flags();
  };
  const timer = setInterval(tick, CLOCK_MS);
  tick();
  const sweepAll = () => {
    uploads();
    requests();
    sends();
  };
  const sweep = setInterval(sweepAll, SWEEP_MS);
  sweepAll();
  const post = setInterval(mail, MAIL_MS);
  mail();
  return {
    wake: async () => {
      drafts();
      await clock();
    },
    stop: async () => {
      clearInterval(timer);
      clearInterval(sweep);
      clearInterval(post);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/** Work that nobody waits for: one run at a time, and what goes wrong is in the log. */
function detached(name: string, work: () => Promise<void>): () => void {
  const run = oneAtATime(work);
  return () => {
    run().catch((error: unknown) => {
      log.error({ err: error }, name);
    });
  };
}

function logTroubles(troubles: readonly WaveTrouble[], message: string): void {
  for (const { waveId, error } of troubles) log.error({ wave: waveId, err: error }, message);
}
