import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { sealContent } from "@/lib/ballots/client/seal-content";
import { generateMarginKeys, type StoredKeyPair } from "@/lib/ballots/server/blind-signature";
import { nullifierOf } from "@/lib/ballots/server/check-ballot";
import { NONCE_BYTES } from "@/lib/ballots/wire/ballot-layout";
import { readManifest } from "@/lib/ballots/wire/manifest";
import { storeBallot } from "@/lib/data/ballot-box";
import { closeDatabase, configureDatabase, inTransaction } from "@/lib/data/client";
import { listMargins } from "@/lib/data/margins";
import { createWave, findManifestText } from "@/lib/data/waves";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { NO_OPTIONS } from "@/lib/waves/options";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { serviceContext } from "@/lib/server/service-context";
import { closeWave } from "@/lib/services/waves/close-wave";
import { openWave } from "@/lib/services/waves/open-wave";
import { prepareWave } from "@/lib/services/waves/prepare-wave";
import { sealWave } from "@/lib/services/waves/seal-wave";

import { startTemporaryCluster } from "../postgres/temporary-cluster";
import { seedRoster, type StaffDistrict } from "../testing/staff-district";
import { cloneTemplate, makeTemplate, type TestCluster } from "../testing/template-database";
import { runOver } from "./connections";
import { type Figure, whole } from "./figure";

const SIZES = [1_000, 10_000];
const STUDENTS = 25;
const HOUR_MS = 3_600_000;
/** Of an RSA-2048 SPKI, whose modulus is bytes 33 to 288. */
const MIDDLE_OF_MODULUS = 100;

/** Time to seal a wave of real ballots: read, open, tally, compile, write, empty the box, destroy the keys. */
export async function benchSeal(): Promise<Figure[]> {
  const home = mkdtempSync(join(tmpdir(), "hearth-bench-"));
  process.env.HEARTH_DATA_DIR = join(home, "data");
  process.env.HEARTH_KEY_DIR = join(home, "keys");
  const cluster = await startTemporaryCluster({ durable: true });
  try {
    const template = await makeTemplate(cluster.postgres.urlFor);
    const figures: Figure[] = [];
    for (const ballots of SIZES) figures.push(await sealOf(template, ballots));
    return figures;
  } finally {
    await cluster.destroy();
    rmSync(home, { recursive: true, force: true });
  }
}

async function sealOf(template: TestCluster, ballots: number): Promise<Figure> {
  const database = await cloneTemplate(template);
  const { web: webUrl, ballot: ballotUrl, sealer: sealerUrl } = database.urls;
  configureDatabase({ webUrl, ballotUrl, sealerUrl, schema: database.schema });
  try {
    const schools = Math.max(1, ballots / 1_000);
    const classesPerSchool = ballots / schools / STUDENTS;
    const district = await seedRoster({ schools, classesPerSchool, students: STUDENTS });
    const waveId = await openWaveOf(district);
    await castAll(waveId, ballots);

    const context = serviceContext({ kind: "system" });
    await closeWave(context, waveId);
    const start = performance.now();
    const sealed = await sealWave(context, waveId);
    const seconds = (performance.now() - start) / 1000;
    if (!sealed.ok) throw new Error(`the wave was not sealed: ${sealed.code}`);
    const classes = district.classes.length;
    return {
      what: `Sealing ${whole(ballots)} ballots of ${whole(classes)} classes`,
      result: `${seconds.toFixed(2)} s`,
    };
  } finally {
    await closeDatabase();
    await database.drop();
  }
}

async function openWaveOf(district: StaffDistrict): Promise<string> {
  const context = serviceContext({ kind: "system" });
  const waveId = randomUUID();
  await inTransaction((tx) =>
    createWave(tx, {
      id: waveId,
      title: "Belonging pulse",
      instrument: PULSE_6_12,
      scope: {
        kind: "district",
        label: "The whole district",
        classIds: district.classes.map((row) => row.id),
      },
      policy: FLOOR_POLICY,
      options: NO_OPTIONS,
      timeZone: "America/Chicago",
      opensAt: new Date(context.now.getTime() - HOUR_MS),
      closesAt: new Date(context.now.getTime() + HOUR_MS),
      createdBy: null,
      createdAt: context.now,
    }),
  );
  const prepared = await prepareWave(context, waveId, await standInKeys());
  if (!prepared.ok) throw new Error(`the wave was not prepared: ${prepared.code}`);
  const opened = await openWave(context, waveId);
  if (!opened.ok) throw new Error(`the wave was not opened: ${opened.code}`);
  return waveId;
}

/**
 * Makes key pairs that only look like pairs: nobody collects here, the seal reads none of them, and 400 real ones take
 * minutes. Each has a modulus of its own, which the manifest insists on.
 */
async function standInKeys(): Promise<() => Promise<StoredKeyPair>> {
  const real = await generateMarginKeys();
  const spki = Buffer.from(real.publicKey, "base64url");
  return () => {
    const copy = Buffer.from(spki);
    randomBytes(32).copy(copy, MIDDLE_OF_MODULUS);
    return Promise.resolve({ ...real, publicKey: copy.toString("base64url") });
  };
}

async function castAll(waveId: string, ballots: number): Promise<void> {
  const manifest = readManifest((await findManifestText(waveId)) ?? "");
  const margins = await listMargins(waveId);
  if (manifest === null) throw new Error("the wave has no manifest");
  const turns = Array.from({ length: ballots }, (_, at) => at);
  await runOver(turns, 8, async (at) => {
    const marginId = margins[at % margins.length]?.ballotMarginId ?? "";
    const answers = PULSE_6_12.items.map((_, item) => 1 + ((at * 7 + item * 3) % 5));
    const ciphertext = await sealContent(
      manifest.hpkePublicKey,
      { waveId, marginId },
      { vector: { formId: 1, answers } },
    );
    const nullifier = nullifierOf(randomBytes(NONCE_BYTES));
    const outcome = await storeBallot({ nullifier, waveId, marginId, ciphertext });
    if (outcome !== "stored") throw new Error(`a ballot was not stored: ${outcome}`);
  });
}
