import { createHash } from "node:crypto";
import { importPrivateKey } from "@/lib/ballots/server/blind-signature";
import { ballotBlock, fillReceipts } from "@/lib/ballots/server/counted-receipts";
import { createBallotOpener, type OpenBallot } from "@/lib/ballots/server/open-ballot";
import { sealSecrets } from "@/lib/ballots/server/seal-secrets";
import { type Manifest, readManifest } from "@/lib/ballots/wire/manifest";
import { emptyBox, readBox, type StoredBallot } from "@/lib/data/ballot-box";
import { listRostersOfWaves } from "@/lib/data/asked-rosters";
import { listMargins, listMarginsForSeal } from "@/lib/data/margins";
import { listNamesAtSchool } from "@/lib/data/people";
import {
  findReleaseHashForSeal,
  insertRelease,
  markWaveSealed,
  type ReleaseCellRow,
} from "@/lib/data/releases";
import { writeSealProgress } from "@/lib/data/seal-progress";
import { forgetSeats } from "@/lib/data/seats";
import { forgetShareHashes, listTrustees } from "@/lib/data/trustees";
import { findWave, type WaveDetail } from "@/lib/data/waves";
import type { Answers } from "@/lib/disclosure/answers";
import { compileRelease } from "@/lib/disclosure/compile";
import type { CompileProgress } from "@/lib/disclosure/compile-input";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { NominationCount } from "@/lib/disclosure/nominations/nomination-count";
import { parsePlan } from "@/lib/disclosure/parse-plan";
import type { Release } from "@/lib/disclosure/release-schema";
import { nestedRespondents } from "@/lib/disclosure/respondents";
import type { Policy } from "@/lib/disclosure/policy";
import { responsePatterns } from "@/lib/disclosure/response-patterns";
import { tallyBallots } from "@/lib/disclosure/tally";
import { ReliabilityCount } from "@/lib/disclosure/scale-reliability";
import { type Instrument, instrumentSchema, isIndexItem } from "@/lib/instruments/instrument";
import { formReader } from "@/lib/instruments/measures";
import { failure, type Result, success } from "@/lib/result";
import { keyWriter } from "@/lib/server/key-store/key-writer";
import { openingKey } from "@/lib/server/key-store/opening-key";
import { publishTexts, type SchoolTexts, schoolOfTextGroup } from "@/lib/texts/publish-texts";
import { nameStripper } from "@/lib/texts/strip-names";
import { ballotsOfStudent } from "@/lib/waves/options";
import { readWaveOptions } from "@/lib/waves/read-options";
import { trusteeProgress } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";
import { askAgain } from "../trustees/given-back";
import { forgetWhoTookPart, giveUpWave } from "./give-up-wave";
import { localDate } from "./local-date";

export type SealRefusalCode =
  "missing" | "not-closed" | "keys-missing" | "waits-for-trustees" | "destroyed";

/**
 * The one gate: opens the ballots of a closed wave in memory, compiles, writes the release, empties the
 * box, forgets the seats and destroys the keys, in that order. Killed at any point and run again, it gives the
 * same release once: until the release is written nothing is destroyed, and compiling does not depend on the
 * hour. `destroyed`: the wave was given up, or never opened because its trustees had not taken their shares.
 */
export async function sealWave(
  context: ServiceContext,
  waveId: string,
): Promise<Result<{ hash: string }, SealRefusalCode>> {
  const wave = await findWave(waveId);
  if (wave === null) return failure("missing");
  if (wave.state !== "closed" && wave.state !== "sealed") return failure("not-closed");

  let hash = await findReleaseHashForSeal(waveId);
  if (hash === null) {
    if (wave.state === "sealed") {
      // Given up; killed right after that, it may have left seats behind.
      await forgetWhoTookPart(waveId);
      return failure("destroyed");
    }
    const key = await openingKey(waveId, manifestOf(wave));
    if (key !== null) await writeRelease(context, wave, key);
    // Without a key, or after a release that was not ours: another run may have been quicker.
    hash = await findReleaseHashForSeal(waveId);
    if (hash === null) return failure(await whyUnsealed(context, waveId));
  }
  await emptyBox(waveId);
  await forgetSeats(waveId);
  // Before the shares go: from here on no trustee's code is taken, which would leave one behind.
  await forgetShareHashes(waveId);
  await keyWriter().destroy(waveId);
  await markWaveSealed(waveId, {
    id: context.randomUuid(),
    at: context.now,
    detail: { releaseHash: hash },
  });
  return success({ hash });
}

/** Why a closed wave has no release. One that never opened, for want of its trustees, is given up here. */
async function whyUnsealed(context: ServiceContext, waveId: string): Promise<SealRefusalCode> {
  const wave = await findWave(waveId);
  if (wave === null) return "missing";
  if (wave.state === "sealed") return "destroyed";
  const trustees = await listTrustees(waveId);
  const { allTaken, mayBeOpened } = trusteeProgress(trustees);
  if (mayBeOpened && !(await askAgain(context, waveId))) return "keys-missing";
  if (allTaken || mayBeOpened) return "waits-for-trustees";
  const gone = await giveUpWave(context, waveId, { onlyEmpty: true });
  return gone ? "destroyed" : "waits-for-trustees";
}

/** What was frozen: the key that ballots are sealed with, and who holds the other. */
function manifestOf(wave: WaveDetail): Manifest {
  const manifest = readManifest(wave.manifest ?? "");
  if (manifest === null) throw new Error(`wave ${wave.id} has no manifest`);
  return manifest;
}

/**
 * Compiles the release and writes it, unless another run wrote one meanwhile. Nothing but the release
 * leaves this function: opened answers live for one turn of the tally's loop, counts until it returns.
 */
async function writeRelease(
  context: ServiceContext,
  wave: WaveDetail,
  privateKey: string,
): Promise<void> {
  const parsed = parsePlan(wave.plan, wave.planHash ?? "");
  if (!parsed.ok) throw new Error(parsed.message);
  const { plan, hash: planHash } = parsed;
  const instrument = instrumentSchema.parse(wave.instrument);
  const groups = await listMarginsForSeal(wave.id);
  const opener = createBallotOpener(wave.id, importPrivateKey(privateKey));
  const apart = {
    receipts: [] as Buffer[],
    texts: emptyTexts(groups),
    nominations: new NominationCount(groups.values()),
    reliability: new ReliabilityCount(
      plan,
      instrument.items.filter(isIndexItem),
      instrument.scale.points,
    ),
  };
  const ballots = openBox(await readBox(wave.id), groups, instrument, opener, apart);
  const tallies = tallyBallots(ballots, plan);
  const { salt, filling } = sealSecrets(wave.id, privateKey);
  const release = await compileRelease({
    ...{ plan, planHash, tallies },
    respondents:
      plan.strata.length === 0
        ? [nestedRespondents(plan, tallies)]
        : responsePatterns(plan, tallies, planHash),
    solver: await highsSolver(),
    reliability: apart.reliability,
    networks: await apart.nominations.released(plan, planHash, letOthersWork),
    wave: wave.id,
    instrument: `${instrument.id}/${String(instrument.version)}`,
    closedOn: localDate(wave.closesAt, wave.timeZone),
    salt,
    onProgress: reportTo(wave.id),
  });
  const each = ballotsOfStudent(readWaveOptions(wave.options));
  const block = ballotBlock(plan.policy.participationBlock, each);
  await insertRelease({
    waveId: wave.id,
    hash: release.hash,
    body: release,
    sealedOn: localDate(context.now, wave.timeZone),
    receipts: fillReceipts(apart.receipts, block, filling),
    cells: releaseCells(wave.id, release),
    texts: await textsOf(wave.id, apart.texts, { policy: plan.policy, salt }),
  });
}

/** Writes how far the compiler is, at most so often, and lets other requests of this process have their turn. */
function reportTo(waveId: string): (progress: CompileProgress) => Promise<void> {
  let percent = -1;
  return async ({ rung, done, of }) => {
    const reached = Math.floor((100 * done) / of);
    if (reached !== percent) await writeSealProgress(waveId, { rung, done, of });
    percent = reached;
    await letOthersWork();
  };
}

function letOthersWork(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** By school that was asked for words, an empty list. */
function emptyTexts(groups: ReadonlyMap<string, string>): Map<string, string[]> {
  const schools = [...groups.values()].flatMap((group) => schoolOfTextGroup(group) ?? []);
  return new Map(schools.map((school) => [school, []]));
}

/**
 * What is shown of each school's words: without the names of its people, and of those who were on the wave's
 * rosters though they have left since.
 */
async function textsOf(
  waveId: string,
  written: ReadonlyMap<string, readonly string[]>,
  rules: { readonly policy: Policy; readonly salt: string },
): Promise<SchoolTexts[]> {
  if (written.size === 0) return [];
  const rosters = (await listRostersOfWaves([waveId])).get(waveId);
  const classes = await listMargins(waveId);
  const shown: SchoolTexts[] = [];
  for (const [school, texts] of written) {
    // Its own classes only: with the names of a whole district few sentences would be left.
    const asked = classes
      .filter(({ schoolId }) => schoolId === school)
      .flatMap(({ classId }) => rosters?.get(classId) ?? []);
    const strip = nameStripper(await listNamesAtSchool(school, asked));
    shown.push(publishTexts(school, texts, { ...rules, strip }));
  }
  return shown;
}

/**
 * Opens every ballot, notes its receipt, counts it for the reliability of schools, and sets words and nominations
 * apart. One that does not open or does not decode is left out: junk from one student must not stop the seal of all the
 * others. So is what was cast in a margin for something else: words among answers, answers among nominations.
 */
function* openBox(
  box: readonly StoredBallot[],
  groups: ReadonlyMap<string, string>,
  instrument: Instrument,
  open: OpenBallot,
  apart: {
    readonly receipts: Buffer[];
    readonly texts: ReadonlyMap<string, string[]>;
    readonly nominations: NominationCount;
    readonly reliability: ReliabilityCount;
  },
): Generator<Answers> {
  const valuesOf = formReader(instrument);
  for (const ballot of box) {
    const group = groups.get(ballot.marginId);
    if (group === undefined) continue;
    const opened = open(ballot.marginId, ballot.ciphertext);
    const texts = apart.texts.get(schoolOfTextGroup(group) ?? "");
    if (!opened.ok || "text" in opened !== (texts !== undefined)) continue;
    if ("nomination" in opened !== apart.nominations.takes(group)) continue;
    apart.receipts.push(createHash("sha256").update(ballot.ciphertext).digest());
    if ("text" in opened) {
      texts?.push(opened.text);
      continue;
    }
    if ("nomination" in opened) {
      apart.nominations.add(group, opened.nomination);
      continue;
    }
    const { formId, answers } = opened.vector;
    const read = { group, values: valuesOf(formId, answers) };
    apart.reliability.add(read);
    yield read;
  }
}

/** The release's groups as rows, so that a page reads one class without reading the district. */
export function releaseCells(waveId: string, release: Release): ReleaseCellRow[] {
  return release.groups.flatMap((group) => {
    const base = {
      waveId,
      groupId: group.id,
      level: group.level,
      margin: group.margin,
      category: group.by[group.margin] ?? null,
      classId: group.by.class ?? null,
      schoolId: group.by.school ?? null,
      grade: group.by.grade ?? null,
      n: group.n,
      withheld: group.withheld,
      participationLo: group.participation.lo,
      participationHi: group.participation.hi,
      rosterSize: group.participation.seats,
    };
    const items = Object.entries(group.cells).map(([item, { lo, hi, buckets }]) => ({
      ...base,
      ...{ item, lo, hi },
      unfavourableLo: buckets?.unfavourable.lo ?? null,
      unfavourableHi: buckets?.unfavourable.hi ?? null,
      neutralLo: buckets?.neutral.lo ?? null,
      neutralHi: buckets?.neutral.hi ?? null,
    }));
    return [{ ...base, item: "", ...NO_BANDS }, ...items];
  });
}

const NO_BANDS = {
  lo: null,
  hi: null,
  unfavourableLo: null,
  unfavourableHi: null,
  neutralLo: null,
  neutralHi: null,
};
