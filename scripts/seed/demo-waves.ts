import { randomBytes } from "node:crypto";
import { generateMarginKeys, type StoredKeyPair } from "@/lib/ballots/server/blind-signature";
import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import { sealContent } from "@/lib/ballots/client/seal-content";
import { nullifierOf } from "@/lib/ballots/server/check-ballot";
import { generateCode } from "@/lib/ballots/wire/admission-code";
import type { BallotContent } from "@/lib/ballots/wire/ballot-content";
import { readManifest, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";
import { storeBallot } from "@/lib/data/ballot-box";
import { inTransaction } from "@/lib/data/client";
import { listMargins, listMarginsForSeal, type MarginRow } from "@/lib/data/margins";
import { collectSeat, replaceSeats } from "@/lib/data/seats";
import { createWave, findWave } from "@/lib/data/waves";
import { NOT_RECORDED } from "@/lib/disclosure/merge-categories";
import { parsePlan } from "@/lib/disclosure/parse-plan";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { NO_OPTIONS, type WaveOptions } from "@/lib/waves/options";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { seatPepper } from "@/lib/server/secrets";
import { openWave } from "@/lib/services/waves/open-wave";
import { closeWave } from "@/lib/services/waves/close-wave";
import { prepareWave } from "@/lib/services/waves/prepare-wave";
import { sealWave } from "@/lib/services/waves/seal-wave";
import type { ServiceContext } from "@/lib/services/context";
import { textGroup } from "@/lib/texts/publish-texts";
import { localToInstant } from "@/lib/waves/local-time";
import {
  demoAnswers,
  type DemoClassBallots,
  type DemoLanguageBallots,
} from "@/prisma/seed/answers";
import { DEMO_DIMENSIONS } from "@/prisma/seed/demographics";
import { demoDistrict } from "@/prisma/seed/district";
import { schoolWeeks } from "@/prisma/seed/school-weeks";
import { demoTruths } from "@/prisma/seed/truths";
import { demoWords } from "@/prisma/seed/words";

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
  const pastKeys = classIds.map(() => generateMarginKeys());
  await Promise.all(pastKeys);
  const laterKeys = inBackground(LANGUAGE_MARGINS + classIds.length);
  const languageKeys = laterKeys.slice(0, LANGUAGE_MARGINS);
  const openKeys = laterKeys.slice(LANGUAGE_MARGINS);
  for (const [index, dates] of sealedWaves.entries()) {
    const latest = index === sealedWaves.length - 1;
    const byLanguage = latest ? answers.byLanguage : [];
    const waveId = await startWave(context, {
      title: `Belonging pulse ${String(index + 1)}`,
      dates,
      timeZone,
      classIds,
      options: latest
        ? { ...NO_OPTIONS, dimensions: [DEMO_DIMENSIONS.homeLanguage.name], words: true }
        : NO_OPTIONS,
      makeKeys: dealing(byLanguage.length === 0 ? pastKeys : [...pastKeys, ...languageKeys]),
    });
    await castAll(waveId, [
      ...(await classBallots(waveId, answers.sealed[index] ?? [])),
      ...(await languageBallots(waveId, byLanguage)),
      ...(latest ? await wordBallots(waveId, seed, answers.sealed[index] ?? []) : []),
    ]);
    const closing = { ...context, now: instant(dates.closesOn, "16:00", timeZone) };
    await closeWave(closing, waveId);
    await sealWave(closing, waveId);
  }

  const waveId = await startWave(context, {
    title: `Belonging pulse ${String(sealedWaves.length + 1)}`,
    dates: open,
    timeZone,
    classIds,
    options: NO_OPTIONS,
    makeKeys: dealing(openKeys),
  });
  const codes = await dealSeats(context, waveId, answers.open);
  await castAll(waveId, await classBallots(waveId, answers.open));
  return studentLink(waveId, codes);
}

/** About as many keys as the demo's home languages and words need: each school's, and a grade of small classes. */
const LANGUAGE_MARGINS = 20;

/** Makes keys one after the other on a processor that is idle while waves are sealed. */
function inBackground(count: number): Promise<StoredKeyPair>[] {
  let before: Promise<unknown> = Promise.resolve();
  return Array.from({ length: count }, () => {
    const pair = before.then(() => generateMarginKeys());
    before = pair;
    return pair;
  });
}

/** Deals key pairs at hand, each once, and makes new ones after the last: in a wave no two margins share one. */
function dealing(pairs: readonly Promise<StoredKeyPair>[]): () => Promise<StoredKeyPair> {
  const left = pairs.values();
  return () => left.next().value ?? generateMarginKeys();
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
    options: WaveOptions;
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
      options: wave.options,
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

type DemoBallot = { readonly marginId: string } & BallotContent;

function answering(marginId: string, answers: readonly number[]): DemoBallot {
  return { marginId, vector: { formId: 1, answers } };
}

async function classBallots(
  waveId: string,
  classes: readonly DemoClassBallots[],
): Promise<DemoBallot[]> {
  const margins = await marginsByClass(waveId);
  return classes.flatMap(({ classId, ballots }) => {
    const marginId = margins.get(classId)?.ballotMarginId ?? "";
    return ballots.map((answers) => answering(marginId, answers));
  });
}

/** Those of the home languages, which the plan may have joined or, where there are too few, left out. */
async function languageBallots(
  waveId: string,
  boxes: readonly DemoLanguageBallots[],
): Promise<DemoBallot[]> {
  if (boxes.length === 0) return [];
  const wave = await findWave(waveId);
  const parsed = parsePlan(wave?.plan, wave?.planHash ?? "");
  if (!parsed.ok) throw new Error(parsed.message);
  const dimension = DEMO_DIMENSIONS.homeLanguage.name;
  const groups = parsed.plan.groups.filter(({ margin }) => margin === dimension);
  const ids = new Map([...(await listMarginsForSeal(waveId))].map(([id, group]) => [group, id]));
  return boxes.flatMap(({ schoolId, language, ballots }) => {
    const category = language === "" ? NOT_RECORDED : language;
    const group = groups.find(
      ({ by, merged }) =>
        by["school"] === schoolId && (merged ?? [by[dimension]]).includes(category),
    );
    const marginId = ids.get(group?.id ?? "");
    return marginId === undefined ? [] : ballots.map((answers) => answering(marginId, answers));
  });
}

/** What each student of a school wrote beside their answers: mostly nothing. */
async function wordBallots(
  waveId: string,
  seed: number,
  classes: readonly DemoClassBallots[],
): Promise<DemoBallot[]> {
  const margins = await marginsByClass(waveId);
  const ids = new Map([...(await listMarginsForSeal(waveId))].map(([id, group]) => [group, id]));
  const students = new Map<string, number>();
  for (const { classId, ballots } of classes) {
    const id = ids.get(textGroup(margins.get(classId)?.schoolId ?? ""));
    if (id !== undefined) students.set(id, (students.get(id) ?? 0) + ballots.length);
  }
  return [...students].flatMap(([marginId, count], index) =>
    demoWords(seed + index, count).map((text) => ({ marginId, text })),
  );
}

/** Seals each ballot to the wave's key, as a phone does, and puts it into the box. */
async function castAll(waveId: string, ballots: readonly DemoBallot[]): Promise<void> {
  const manifest = readManifest((await findWave(waveId))?.manifest ?? "");
  if (manifest === null) throw new Error("a demo wave has no manifest");
  const width = manifest.margins.some(({ level }) => level === TEXT_LEVEL) ? "wide" : "narrow";
  for (let from = 0; from < ballots.length; from += 100) {
    await Promise.all(
      ballots.slice(from, from + 100).map(async ({ marginId, ...content }) => {
        const target = { waveId, marginId };
        const ciphertext = await sealContent(manifest.hpkePublicKey, target, content, width);
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
        hashes.map((codeHash) => ({
          id: context.randomUuid(),
          codeHash,
          personId: null,
          extraMargins: [],
        })),
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
