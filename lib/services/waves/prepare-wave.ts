import { generateHpkeKeys } from "@/lib/ballots/server/hpke";
import { splitPrivateKey } from "@/lib/ballots/server/key-shares";
import { generateMarginKeys, type StoredKeyPair } from "@/lib/ballots/server/blind-signature";
import { freezeManifest } from "@/lib/ballots/server/manifest-hash";
import { generateCode } from "@/lib/ballots/wire/admission-code";
import { MANIFEST_FORMAT, NOMINATIONS_LEVEL } from "@/lib/ballots/wire/manifest";
import { inTransaction } from "@/lib/data/client";
import { listAskedRosters, listClasses, listClassRosters } from "@/lib/data/classes";
import { createMargins, type NewMargin } from "@/lib/data/margins";
import { listTrustees, type TrusteeRow } from "@/lib/data/trustees";
import { findWave, freezeWavePlan, lockWave } from "@/lib/data/waves";
import { planHash } from "@/lib/disclosure/plan";
import { instrumentSchema } from "@/lib/instruments/instrument";
import { instrumentHash } from "@/lib/instruments/instrument-hash";
import { failure, type Result, success } from "@/lib/result";
import type { WaitingShare, WaveKeys } from "@/lib/server/key-store/key-store";
import { keyWriter } from "@/lib/server/key-store/key-writer";
import { TRUSTEES_NEEDED } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";
import { type PlannedMargin, planWave } from "./plan-wave";
import { storedScope } from "./stored-scope";

/** Keys made at once. They run off the main thread, where students' ballots need room too. */
const KEYS_AT_ONCE = 2;
/** As long as the key it covers. */
const PAD_BYTES = 32;
const PSEUDONYM_KEY_BYTES = 32;
/** A district's margins are written in one transaction. */
const WRITE_WITHIN_MS = 120_000;

/**
 * draft → planned: freezes rosters and plan, makes the keys and the manifest. Keys go to the key store
 * before the database names them: a crash in between leaves keys that nothing uses, and doing it again
 * makes new ones.
 */
export async function prepareWave(
  context: ServiceContext,
  waveId: string,
  makeKeys: () => Promise<StoredKeyPair> = generateMarginKeys,
): Promise<Result<null, "missing" | "already-planned" | "no-students">> {
  const wave = await findWave(waveId);
  if (wave === null) return failure("missing");
  if (wave.state !== "draft") return failure("already-planned");
  const instrument = instrumentSchema.parse(wave.instrument);
  const { classIds } = storedScope(wave.scope);
  const classes = await listClasses({ ids: classIds });
  // Without those who take no part: no seat, no ballot, and never counted as missing.
  const rosters = onceEach(await listAskedRosters(classIds));
  const taking = classes.filter((row) => (rosters.get(row.id)?.length ?? 0) > 0);
  if (taking.length === 0) return failure("no-students");

  const { plan, margins: planned } = await planWave(taking, rosters, instrument, wave);
  const seal = await generateHpkeKeys();
  const trustees = await listTrustees(waveId);
  const opening = await openingPart(context, waveId, seal, trustees);
  const margins = await withKeys(context, planned, makeKeys);
  const notAsked = await countNotAsked(classIds, rosters);
  const signing = margins.flatMap(({ id, level, label, keys }) =>
    keys === null ? [] : [{ id, level, label, keys }],
  );
  const manifest = freezeManifest({
    format: MANIFEST_FORMAT,
    waveId,
    title: wave.title,
    instrument: {
      id: instrument.id,
      version: String(instrument.version),
      hash: instrumentHash(instrument),
    },
    opensAt: wave.opensAt.toISOString(),
    closesAt: wave.closesAt.toISOString(),
    planHash: planHash(plan),
    hpkePublicKey: seal.publicKey,
    ...(trustees.length === 0
      ? {}
      : { trustees: { of: trustees.length, needed: TRUSTEES_NEEDED } }),
    margins: signing.map(({ id, level, label, keys }) => ({
      ...{ id, level, label },
      publicKey: keys.publicKey,
    })),
  });

  return inTransaction(
    async (tx) => {
      // Two runs at once must not leave one's keys beside the other's manifest.
      await lockWave(tx, waveId);
      if ((await findWave(waveId, tx))?.state !== "draft") return failure("already-planned");
      const store = keyWriter();
      await store.destroy(waveId);
      const stored = await store.put(
        waveId,
        {
          ...opening.keys,
          margins: Object.fromEntries(signing.map(({ id, keys }) => [id, keys.privateKey])),
        },
        { shares: opening.shares, ...pseudonymKey(context, signing) },
      );
      if (!stored.ok) throw new Error(`the keys of wave ${waveId} could not be replaced`);
      await freezeWavePlan(tx, waveId, {
        plan,
        planHash: planHash(plan),
        manifest: manifest.text,
        manifestHash: manifest.hash,
      });
      await createMargins(
        tx,
        waveId,
        margins.map(({ keys: _, ...margin }) => ({
          ...margin,
          notAsked: notAsked.get(margin.card?.classId ?? "") ?? 0,
        })),
      );
      return success(null);
    },
    { timeoutMs: WRITE_WITHIN_MS },
  );
}

/** What numbers on the lists of classes are made with, where any class is asked for nominations. */
function pseudonymKey(
  context: ServiceContext,
  margins: readonly { readonly level: string }[],
): { pseudonyms?: Uint8Array } {
  if (!margins.some(({ level }) => level === NOMINATIONS_LEVEL)) return {};
  return { pseudonyms: context.randomBytes(PSEUDONYM_KEY_BYTES) };
}

/** What is stored of the key that opens ballots: the key, or a pad and a share for each trustee. */
async function openingPart(
  context: ServiceContext,
  waveId: string,
  seal: StoredKeyPair,
  trustees: readonly TrusteeRow[],
): Promise<{ keys: Omit<WaveKeys, "margins">; shares: WaitingShare[] }> {
  if (trustees.length === 0) return { keys: { hpkePrivateKey: seal.privateKey }, shares: [] };
  const pad = context.randomBytes(PAD_BYTES);
  const parts = await splitPrivateKey(seal.privateKey, seal.publicKey, pad);
  if (trustees.length !== parts.length) throw new Error(`wave ${waveId} lacks a trustee`);
  return {
    keys: { hpkePrivateKey: null, pad: Buffer.from(pad).toString("base64") },
    shares: trustees.map(({ position }) => ({ position, share: parts[position - 1] ?? parts[0] })),
  };
}

/**
 * One seat a student: whoever is in two of the classes by now keeps the first. A roster imported since the
 * pulse was scheduled could otherwise give one student two ballots, and groups that do not nest.
 */
function onceEach(rosters: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const seated = new Set<string>();
  const once = new Map<string, string[]>();
  for (const classId of [...rosters.keys()].sort()) {
    const own = (rosters.get(classId) ?? []).filter((student) => !seated.has(student));
    for (const student of own) seated.add(student);
    once.set(classId, own);
  }
  return once;
}

/** For each class how many of its students are in no roster of the wave: its figures do not speak for them. */
async function countNotAsked(
  classIds: readonly string[],
  rosters: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, number>> {
  const asked = new Set([...rosters.values()].flat());
  const whole = await listClassRosters(classIds);
  return new Map(
    [...whole].map(([id, students]) => [id, students.filter((one) => !asked.has(one)).length]),
  );
}

/** Margins with an id each, keys for those that have ballots of their own, and a card for each class. */
async function withKeys(
  context: ServiceContext,
  planned: readonly PlannedMargin[],
  makeKeys: () => Promise<StoredKeyPair>,
): Promise<(Omit<NewMargin, "notAsked"> & { keys: StoredKeyPair | null })[]> {
  const ids = new Map(planned.map(({ groupId }) => [groupId, context.randomUuid()]));
  const keys = await makeAll(
    planned.filter(({ rollsInto }) => rollsInto === null).length,
    makeKeys,
  );
  return planned.map((margin) => {
    const { groupId, level, label, rollsInto, classId, roster } = margin;
    const pair = rollsInto === null ? (keys.pop() ?? null) : null;
    return {
      id: ids.get(groupId) ?? "",
      ...{ groupId, level, label, roster },
      keys: pair,
      publicKey: pair === null ? null : Buffer.from(pair.publicKey, "base64url"),
      ballotMarginId: rollsInto === null ? null : (ids.get(rollsInto) ?? null),
      card:
        classId === null ? null : { classId, joinCode: generateCode("join", context.randomBytes) },
    };
  });
}

async function makeAll(
  count: number,
  make: () => Promise<StoredKeyPair>,
): Promise<StoredKeyPair[]> {
  const keys: StoredKeyPair[] = [];
  while (keys.length < count) {
    const batch = Math.min(KEYS_AT_ONCE, count - keys.length);
    keys.push(...(await Promise.all(Array.from({ length: batch }, make))));
  }
  return keys;
}
