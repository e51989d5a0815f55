import { randomBytes } from "node:crypto";
import { generateMarginKeys } from "@/lib/ballots/server/blind-signature";
import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import { sealAnswers } from "@/lib/ballots/client/seal-answers";
import { nullifierOf } from "@/lib/ballots/server/check-ballot";
import { generateCode } from "@/lib/ballots/wire/admission-code";
import { readManifest } from "@/lib/ballots/wire/manifest";
import { storeBallot } from "@/lib/data/ballot-box";
import { inTransaction } from "@/lib/data/client";
import { listMargins, type MarginRow } from "@/lib/data/margins";
import { collectSeat, replaceSeats } from "@/lib/data/seats";
import { createWave, findWave } from "@/lib/data/waves";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { NO_OPTIONS } from "@/lib/waves/options";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { seatPepper } from "@/lib/server/secrets";
import { openWave } from "@/lib/services/waves/open-wave";
import { closeWave } from "@/lib/services/waves/close-wave";
import { prepareWave } from "@/lib/services/waves/prepare-wave";
import { sealWave } from "@/lib/services/waves/seal-wave";
import type { ServiceContext } from "@/lib/services/context";
import { localToInstant } from "@/lib/waves/local-time";
import { demoAnswers, type DemoClassBallots } from "@/prisma/seed/answers";
import { demoDistrict } from "@/prisma/seed/district";
import { schoolWeeks } from "@/prisma/seed/school-weeks";
import { demoTruths } from "@/prisma/seed/truths";

interface DemoWavesInput {
  readonly seed: number;
  readonly today: string;
  readonly timeZone: string;
}

/** Runs the five past waves to their seal and leaves one open. Returns the student's link. */
export async function runDemoWaves(
  context: ServiceContext,
  { seed, today, timeZone }: DemoWavesInput,
): Promise<string> {
  const pulse = {
    itemIds: PULSE_6_12.items.map((item) => item.id),
    points: PULSE_6_12.scale.points,
  };
  const { sealedWaves, openWave: open } = schoolWeeks(today);
  const answers = demoAnswers(seed, pulse);
  const classIds = demoDistrict(seed).classes.map((row) => row.id);

  // Nobody can collect from a wave that is over: its keys need not be new ones each time.
  const pastKeys = repeating(await Promise.all(classIds.map(() => generateMarginKeys())));
  for (const [index, dates] of sealedWaves.entries()) {
    const waveId = await startWave(context, {
      title: `Belonging pulse ${String(index + 1)}`,
      dates,
      timeZone,
      classIds,
      makeKeys: pastKeys,
    });
    await castAll(waveId, answers.sealed[index] ?? []);
    const closing = { ...context, now: instant(dates.closesOn, "16:00", timeZone) };
    await closeWave(closing, waveId);
    await sealWave(closing, waveId);
  }

  const waveId = await startWave(context, {
    title: `Belonging pulse ${String(sealedWaves.length + 1)}`,
    dates: open,
    timeZone,
    classIds,
    makeKeys: generateMarginKeys,
  });
  const codes = await dealSeats(context, waveId, answers.open);
  await castAll(waveId, answers.open);
  return studentLink(waveId, codes);
}

/** Deals the same key pairs again, in turn: within one wave no two classes share one. */
function repeating<T>(items: readonly T[]): () => Promise<T> {
  let next = 0;
  return () => {
    const item = items[next++ % items.length];
    if (item === undefined) throw new Error("nothing to deal");
    return Promise.resolve(item);
  };
}

function instant(date: string, time: string, timeZone: string): Date {
  const resolved = localToInstant({ date, time }, timeZone);
  if (!resolved.ok) throw new Error(resolved.code);
  return resolved.instant;
}

async function startWave(
  context: ServiceContext,
  wave: {
    title: string;
    dates: { opensOn: string; closesOn: string };
    timeZone: string;
    classIds: readonly string[];
    makeKeys: typeof generateMarginKeys;
  },
): Promise<string> {
  const id = context.randomUuid();
  const opensAt = instant(wave.dates.opensOn, "07:30", wave.timeZone);
  const then = { ...context, now: opensAt };
  await inTransaction((tx) =>
    createWave(tx, {
      id,
      title: wave.title,
      instrument: PULSE_6_12,
      scope: { kind: "district", label: "The whole district", classIds: wave.classIds },
      policy: FLOOR_POLICY,
      options: NO_OPTIONS,
      timeZone: wave.timeZone,
      opensAt,
      closesAt: instant(wave.dates.closesOn, "16:00", wave.timeZone),
      createdBy: context.actor.kind === "staff" ? context.actor.accountId : null,
      createdAt: opensAt,
    }),
  );
  const prepared = await prepareWave(then, id, wave.makeKeys);
  if (!prepared.ok) throw new Error(`a demo wave could not be prepared: ${prepared.code}`);
  await openWave(then, id);
  return id;
}

/** Seals each ballot to the wave's key, as a phone does, and puts it into the box. */
async function castAll(waveId: string, classes: readonly DemoClassBallots[]): Promise<void> {
  const manifest = readManifest((await findWave(waveId))?.manifest ?? "");
  if (manifest === null) throw new Error("a demo wave has no manifest");
  const margins = await marginsByClass(waveId);
  const ballots = classes.flatMap(({ classId, ballots: own }) =>
    own.map((answers) => ({ marginId: margins.get(classId)?.ballotMarginId ?? "", answers })),
  );
  for (let from = 0; from < ballots.length; from += 100) {
    await Promise.all(
      ballots.slice(from, from + 100).map(async ({ marginId, answers }) => {
        const target = { waveId, marginId };
        const ciphertext = await sealAnswers(manifest.hpkePublicKey, target, {
          formId: 1,
          answers,
        });
        const nullifier = nullifierOf(randomBytes(32));
        const outcome = await storeBallot({ nullifier, waveId, marginId, ciphertext });
        if (outcome !== "stored") throw new Error(`a demo ballot was not stored: ${outcome}`);
      }),
    );
  }
}

async function marginsByClass(waveId: string): Promise<Map<string, MarginRow>> {
  return new Map((await listMargins(waveId)).map((margin) => [margin.classId, margin]));
}

/** Deals a slip to every student and marks those of the ballots cast so far as collected. */
async function dealSeats(
  context: ServiceContext,
  waveId: string,
  classes: readonly DemoClassBallots[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const margins = await marginsByClass(waveId);
  const free = new Map<string, readonly string[]>();
  for (const { classId, collected } of classes) {
    const margin = margins.get(classId);
    if (margin === undefined) continue;
    const codes = Array.from({ length: margin.rosterSize }, () =>
      generateCode("seat", context.randomBytes),
    );
    const hashes = codes.map((code) => Buffer.from(hashSeatCode(code, seatPepper()), "hex"));
    await inTransaction((tx) =>
      replaceSeats(
        tx,
        margin.id,
        hashes.map((codeHash) => ({ id: context.randomUuid(), codeHash, owner: null })),
      ),
    );
    for (const codeHash of hashes.slice(0, collected.length)) {
      await collectSeat({ marginId: margin.id, codeHash, requestHash: randomBytes(32) });
    }
    free.set(classId, codes.slice(collected.length));
  }
  return free;
}

async function studentLink(
  waveId: string,
  codes: ReadonlyMap<string, readonly string[]>,
): Promise<string> {
  const margin = (await marginsByClass(waveId)).get(demoTruths.freeSeats);
  const wave = await findWave(waveId);
  const code = codes.get(demoTruths.freeSeats)?.[0];
  if (margin === undefined || wave === null || code === undefined) {
    throw new Error("the demo has no seat for the student's link");
  }
  return `/s/${margin.joinCode}#seat=${code}&manifest=${wave.manifestHash ?? ""}`;
}
