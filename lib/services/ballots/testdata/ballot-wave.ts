import { mkdtempSync, rmSync } from "node:fs";
import { randomBytes, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "@/lib/access/actor";
import { blind, finalize, importMarginKey, prepare } from "@/lib/ballots/client/blind-signature";
import { sealContent } from "@/lib/ballots/client/seal-content";
import { fromBase64url, toBase64url, type Bytes } from "@/lib/ballots/wire/bytes";
import { encodeCastRecord } from "@/lib/ballots/wire/cast-record";
import { readManifest, type Manifest } from "@/lib/ballots/wire/manifest";
import { configureDatabase, inTransaction, prisma } from "@/lib/data/client";
import { withClient } from "@/lib/data/setup/connect";
import { createWave } from "@/lib/data/waves";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { NO_OPTIONS } from "@/lib/waves/options";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { openWave } from "@/lib/services/waves/open-wave";
import { prepareWave } from "@/lib/services/waves/prepare-wave";
import { printSlips } from "@/lib/services/waves/print-slips";
import { readManifestText } from "@/lib/services/waves/read-manifest";
import { createTestDatabase } from "@/scripts/testing/test-database";
import type { ServiceContext } from "../../context";

const HOUR = 3_600_000;
/** The real hour: the cast route reads the clock itself. */
export const now = new Date();

const actors = {
  system: { kind: "system" },
  anonymous: { kind: "anonymous" },
  staff: {
    kind: "staff",
    accountId: "00000000-0000-4000-8000-000000000001",
    name: "Dana Ortiz",
    role: "district-administrator",
    schoolIds: [],
    classIds: [],
  },
} as const satisfies Record<string, Actor>;

export function contextOf(actor: keyof typeof actors, at: Date = now): ServiceContext {
  return { actor: actors[actor], now: at, randomBytes, randomUuid: randomUUID };
}

/** A database, secrets and a key directory of this file's own. */
export async function startInstallation() {
  const root = mkdtempSync(join(tmpdir(), "hearth-ballots-"));
  process.env["NEXTAUTH_SECRET"] = "n".repeat(40);
  process.env["HEARTH_SEAT_PEPPER"] = "p".repeat(40);
  process.env["HEARTH_DATA_DIR"] = join(root, "data");
  process.env["HEARTH_KEY_DIR"] = join(root, "keys");
  const database = await createTestDatabase();
  const { urls, schema } = database;
  configureDatabase({
    webUrl: urls.web,
    ballotUrl: urls.ballot,
    sealerUrl: urls.sealer,
    schema,
  });
  await prisma().org.create({ data: { id: "lincoln", name: "Lincoln School", type: "school" } });
  return {
    /** As the owner, who sees everything: what is really in the box. */
    async boxOf(waveId: string): Promise<{ nullifier: Buffer; margin_id: string }[]> {
      const text = `SELECT nullifier, margin_id FROM "${schema}".ballot_box WHERE wave_id = $1`;
      return withClient(urls.owner, async (client) => {
        const { rows } = await client.query<{ nullifier: Buffer; margin_id: string }>(text, [
          waveId,
        ]);
        return rows;
      });
    },
    async stop(): Promise<void> {
      await database.drop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export interface TestClass {
  readonly marginId: string;
  readonly classId: string;
  readonly joinCode: string;
  readonly seatCodes: readonly string[];
}

export interface BallotWave {
  readonly id: string;
  readonly manifest: Manifest;
  readonly classes: readonly TestClass[];
}

/** A planned wave with printed slips; `open` opens it. */
export async function makeWave(
  options: { students?: number; classes?: number; open?: boolean; opensAt?: Date } = {},
): Promise<BallotWave> {
  const { students = 12, classes = 1, open = true } = options;
  const id = randomUUID();
  const classIds = Array.from({ length: classes }, () => randomUUID());
  for (const classId of classIds) await enrol(classId, students);
  await inTransaction((tx) =>
    createWave(tx, {
      id,
      title: "Autumn pulse",
      instrument: PULSE_6_12,
      scope: { kind: "classes", label: "Test", classIds },
      policy: FLOOR_POLICY,
      options: NO_OPTIONS,
      timeZone: "America/Chicago",
      opensAt: options.opensAt ?? new Date(now.getTime() - HOUR),
      closesAt: new Date(now.getTime() + 48 * HOUR),
      createdBy: null,
      createdAt: now,
    }),
  );
  const prepared = await prepareWave(contextOf("system"), id);
  if (!prepared.ok) throw new Error(prepared.code);
  if (open && !(await openWave(contextOf("system"), id)).ok) throw new Error("not opened");
  const manifest = readManifest((await readManifestText(id)) ?? "");
  if (manifest === null) throw new Error("no manifest");
  const printed = await Promise.all(classIds.map((classId) => printClass(id, classId)));
  return { id, manifest, classes: printed };
}

/** Prints (or prints again) one class's slips. */
export async function printClass(waveId: string, classId: string): Promise<TestClass> {
  const sheet = await printSlips(contextOf("staff"), { waveId, classId });
  if (!sheet.ok) throw new Error(sheet.code);
  const { id } = await prisma().margin.findFirstOrThrow({
    where: { waveId, classId },
    select: { id: true },
  });
  const { joinCode, slips } = sheet.value;
  return { marginId: id, classId, joinCode, seatCodes: slips.map(({ code }) => code) };
}

async function enrol(classId: string, students: number): Promise<void> {
  const people = Array.from({ length: students }, () => randomUUID());
  await prisma().class.create({
    data: {
      id: classId,
      title: `Class ${classId.slice(0, 4)}`,
      classType: "homeroom",
      grades: ["07"],
      schoolId: "lincoln",
      termIds: [],
    },
  });
  await prisma().person.createMany({
    data: people.map((id) => ({
      id,
      givenName: "Robin",
      familyName: "Marsh",
      role: "student",
      grades: ["07"],
      orgIds: ["lincoln"],
    })),
  });
  await prisma().enrollment.createMany({
    data: people.map((personId) => ({
      id: randomUUID(),
      classId,
      schoolId: "lincoln",
      personId,
      role: "student",
    })),
  });
}

/** A sealed ballot with its blinded message, as a student's browser holds it before collecting. */
export async function makeBallot(wave: BallotWave, { marginId }: TestClass) {
  const key = wave.manifest.margins.find(({ id }) => id === marginId);
  if (key === undefined) throw new Error("the margin is not in the manifest");
  const publicKey = await importMarginKey(key.publicKey);
  const nonce = new Uint8Array(randomBytes(32));
  const sealed = await sealContent(
    wave.manifest.hpkePublicKey,
    { waveId: wave.id, marginId },
    { vector: { formId: 1, answers: [5, 4, 3, null, 2, 1] } },
  );
  const message = await prepare(nonce, sealed);
  const { blinded, inverse } = await blind(publicKey, message);
  return {
    blinded: toBase64url(blinded),
    /** The record to cast, once the blind signature is there. */
    async record(blindSignature: string): Promise<Bytes> {
      const signed = fromBase64url(blindSignature);
      const signature = signed && (await finalize(publicKey, message, signed, inverse));
      if (signature === null) throw new Error("not a signature of this ballot");
      return encodeCastRecord({ waveId: wave.id, marginId, nonce, sealed, signature });
    },
  };
}

export type Ballot = Awaited<ReturnType<typeof makeBallot>>;
