import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateHpkeKeys } from "@/lib/ballots/server/hpke";
import { withClient } from "@/lib/data/setup/connect";
import { findReleaseBody } from "@/lib/data/releases";
import { findWave } from "@/lib/data/waves";
import { keyWriter } from "@/lib/server/key-store/key-writer";
import { advanceWaves } from "@/lib/services/waves/advance-waves";
import { closeWave } from "@/lib/services/waves/close-wave";
import { openWave } from "@/lib/services/waves/open-wave";
import { callOffWave } from "@/lib/services/waves/call-off-wave";
import { destroyUnopened } from "@/lib/services/waves/destroy-unopened";
import { sealWave } from "@/lib/services/waves/seal-wave";
import {
  contextAt,
  openWaveSchool,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { listTrusteeTasks } from "./list-trustee-tasks";
import { readTrusteeship } from "./read-trusteeship";
import { showShare } from "./show-share";
import { takeShare } from "./take-share";
import {
  addColleagues,
  closedTrusteeWave,
  confirm,
  marksOf,
  plannedTrusteeWave,
  takeAll,
  TRUSTEES,
} from "./testdata/trustee-wave";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
  await addColleagues(school);
});
afterAll(() => school.close());

let week = 0;
const nextMonday = () => new Date(Date.parse("2026-09-07T14:00:00Z") + 21 * 86_400_000 * week++);
const hoursOn = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);
const system = { kind: "system" } as const;
const seal = (waveId: string, now: Date) => sealWave(contextAt(now, system), waveId);
const clock = (now: Date) => advanceWaves(contextAt(now, system));
const stateOf = async (waveId: string) => (await findWave(waveId))?.state;
const filesOf = (waveId: string) =>
  readdirSync(school.keyDir).filter((name) => name.startsWith(waveId));
const eventsOf = (waveId: string) =>
  school.asOwner<{ action: string; account_name: string; detail: object }>(
    "SELECT action, account_name, detail FROM audit_events WHERE subject_id = $1 ORDER BY at, action",
    [waveId],
  );
const ballots = { far: Array.from({ length: 12 }, () => [5, 4, 5, 4, 5, 4]) };

describe("a pulse whose key three trustees hold", () => {
  it("goes the whole way: named, taken, open, given back by two, sealed", async () => {
    const monday = nextMonday();
    const waveId = await plannedTrusteeWave(["far"], monday);
    expect(await stateOf(waveId)).toBe("planned");
    const tasks = (at: number) => listTrusteeTasks(contextAt(monday, TRUSTEES[at]));
    const title = "Shared pulse";
    expect(await tasks(0)).toEqual([{ waveId, title, task: "take" }]);

    // Not by hand and not by the clock, however far the first two are.
    await clock(hoursOn(monday, 1));
    expect(await openWave(contextAt(monday), waveId)).toMatchObject({ code: "waits-for-trustees" });
    const codes = await takeAll(waveId, monday);
    expect(new Set(codes).size).toBe(3);
    expect(await marksOf(waveId)).toBe("ttt");
    expect(await tasks(0)).toEqual([]);
    await clock(hoursOn(monday, 2));
    expect(await stateOf(waveId)).toBe("open");

    // Nobody can give back what is not asked for.
    expect(await confirm(waveId, 0, codes[0], monday)).toMatchObject({ code: "not-asked" });
    const friday = hoursOn(monday, 100);
    expect((await closeWave(contextAt(friday), waveId)).ok).toBe(true);
    expect(await tasks(2)).toEqual([{ waveId, title, task: "confirm" }]);
    // The clock leaves it in peace, and a seal that is asked for all the same says why not.
    expect(await clock(friday)).toEqual({ toSeal: [], troubles: [] });
    expect(await seal(waveId, friday)).toEqual({ ok: false, code: "waits-for-trustees" });

    expect(await confirm(waveId, 2, codes[2], friday)).toEqual({
      ok: true,
      value: { enough: false },
    });
    expect(await marksOf(waveId)).toBe("ttc");
    expect(filesOf(waveId)).toEqual([`${waveId}.kept-3.share.json`, `${waveId}.keys.json`]);
    expect((await clock(friday)).toSeal).toEqual([]);
    expect(await seal(waveId, friday)).toMatchObject({ code: "waits-for-trustees" });
    expect(await readTrusteeship(contextAt(friday, TRUSTEES[2]), waveId)).toMatchObject({
      value: { step: "wait-for-second", confirmed: 1, others: ["Ada", "Grace"] },
    });

    expect(await confirm(waveId, 0, codes[0]?.toLowerCase(), friday)).toEqual({
      ok: true,
      value: { enough: true },
    });
    expect(await confirm(waveId, 1, codes[1], friday)).toMatchObject({ code: "not-asked" });
    expect((await clock(friday)).toSeal).toEqual([waveId]);
    expect((await seal(waveId, friday)).ok).toBe(true);
    expect(await findReleaseBody(waveId)).not.toBeNull();
    expect(filesOf(waveId)).toEqual([]);
    expect(await school.asOwner("SELECT 1 FROM ballot_box")).toEqual([]);
    const hashes = "SELECT 1 FROM wave_trustees WHERE wave_id = $1 AND share_hash IS NOT NULL";
    expect(await school.asOwner(hashes, [waveId])).toEqual([]);
    expect(await readTrusteeship(contextAt(friday, TRUSTEES[1]), waveId)).toMatchObject({
      value: { step: "released" },
    });

    const events = await eventsOf(waveId);
    expect(events.map(({ action, account_name: who }) => `${action} ${who}`).sort()).toEqual(
      [
        ...["wave.scheduled Ada", "wave.trustees-named Ada"],
        ...["wave.share-taken Ada", "wave.share-taken Grace", "wave.share-taken Alan"],
        ...["wave.opened Hearth", "wave.closed Ada", "wave.sealed Hearth"],
        ...["wave.share-confirmed Alan", "wave.share-confirmed Ada"],
      ].sort(),
    );
    const told = JSON.stringify(events).toUpperCase();
    for (const code of codes) expect(told).not.toContain(code.slice(0, 12));
  });

  it("opens with any two, also when both give back at the same moment", async () => {
    const { waveId, codes, now } = await closedTrusteeWave(ballots, nextMonday());
    const both = await Promise.all([
      confirm(waveId, 1, codes[1], now),
      confirm(waveId, 2, codes[2], now),
    ]);
    expect(both.map((outcome) => outcome.ok && outcome.value.enough).sort()).toEqual([false, true]);
    expect(await marksOf(waveId)).toBe("tcc");
    expect((await seal(waveId, now)).ok).toBe(true);
  });

  it("is sealed although the server was killed between the second code and the seal, and in it", async () => {
    const { waveId, codes, now } = await closedTrusteeWave(ballots, nextMonday());
    for (const at of [0, 1]) expect((await confirm(waveId, at, codes[at], now)).ok).toBe(true);
    expect(await stateOf(waveId)).toBe("closed");
    for (let run = 0; run < 3; run += 1) await sealInChild(waveId, now, 5 + Math.random() * 120);
    // Whoever starts next finds it with the clock.
    const before = await findReleaseBody(waveId);
    if ((await stateOf(waveId)) === "closed") {
      expect((await clock(now)).toSeal).toEqual([waveId]);
    }
    expect((await seal(waveId, now)).ok).toBe(true);
    const release = await findReleaseBody(waveId);
    if (before !== null) expect(release?.hash).toBe(before.hash);
    expect(filesOf(waveId)).toEqual([]);
  });

  it("asks for a third code when a share that came back was damaged in the key store", async () => {
    const { waveId, codes, now } = await closedTrusteeWave(ballots, nextMonday());
    for (const at of [0, 2]) expect((await confirm(waveId, at, codes[at], now)).ok).toBe(true);
    writeFileSync(join(school.keyDir, `${waveId}.kept-3.share.json`), "{");
    // Found eight days later, all the same the others have a week from then.
    const found = hoursOn(now, 24 * 8);
    expect(await seal(waveId, found)).toEqual({ ok: false, code: "waits-for-trustees" });
    expect(await marksOf(waveId)).toBe("ctt");
    expect(await destroyUnopened(contextAt(found), waveId)).toMatchObject({ code: "not-stuck" });
    expect((await clock(now)).toSeal).toEqual([]);
    expect((await confirm(waveId, 1, codes[1], now)).ok).toBe(true);
    expect((await seal(waveId, now)).ok).toBe(true);
    expect(filesOf(waveId)).toEqual([]);
  });

  it("does not open while a share is on the server, whatever the database says", async () => {
    const monday = nextMonday();
    const waveId = await plannedTrusteeWave(["far"], monday);
    await school.asOwner("UPDATE wave_trustees SET taken = true WHERE wave_id = $1", [waveId]);
    expect(await openWave(contextAt(monday), waveId)).toMatchObject({ code: "waits-for-trustees" });
    await school.asOwner("DELETE FROM wave_trustees WHERE wave_id = $1", [waveId]);
    expect(await openWave(contextAt(monday), waveId)).toMatchObject({ code: "waits-for-trustees" });
    expect((await callOffWave(contextAt(monday), waveId)).ok).toBe(true);
  });

  it("is not sealed with a key that the server had to itself, against the manifest", async () => {
    const { waveId, now } = await closedTrusteeWave(ballots, nextMonday());
    const { privateKey: hpkePrivateKey } = await generateHpkeKeys();
    await keyWriter().destroy(waveId);
    await keyWriter().put(waveId, { hpkePrivateKey, margins: {} });
    await expect(seal(waveId, now)).rejects.toThrow(/not held by whom its manifest says/u);
    expect(await findReleaseBody(waveId)).toBeNull();
  });

  it("has the trustees it was given: the pages cannot take one out or put another in", async () => {
    const monday = nextMonday();
    const waveId = await plannedTrusteeWave(["far"], monday);
    const { urls, schema } = school.database;
    await withClient(urls.web, async (client) => {
      for (const statement of ["DELETE FROM", "UPDATE"]) {
        const change = statement === "UPDATE" ? "SET account_id = gen_random_uuid()" : "";
        const query = `${statement} ${schema}.wave_trustees ${change} WHERE wave_id = '${waveId}'`;
        await expect(client.query(query)).rejects.toMatchObject({ code: "42501" });
      }
    });
    expect((await callOffWave(contextAt(monday), waveId)).ok).toBe(true);
  });

  it("never opened is given up by itself: its box is empty", async () => {
    const monday = nextMonday();
    const waveId = await plannedTrusteeWave(["far"], monday);
    const shown = await showShare(contextAt(monday, TRUSTEES[0]), waveId);
    if (!shown.ok) throw new Error(shown.code);
    const { code } = shown.value;
    expect((await takeShare(contextAt(monday, TRUSTEES[0]), { waveId, code })).ok).toBe(true);
    const over = hoursOn(monday, 24 * 8);
    expect((await clock(over)).toSeal).toEqual([waveId]);
    expect(await seal(waveId, over)).toEqual({ ok: false, code: "destroyed" });
    expect(await stateOf(waveId)).toBe("sealed");
    expect(filesOf(waveId)).toEqual([]);
    expect(await seal(waveId, over)).toEqual({ ok: false, code: "destroyed" });
    expect((await eventsOf(waveId)).at(-1)).toMatchObject({
      action: "wave.destroyed-unopened",
      account_name: "Hearth",
      detail: { reason: "never opened" },
    });
  });

  it("can be called off before it opens, with every share of it", async () => {
    const monday = nextMonday();
    const waveId = await plannedTrusteeWave(["far"], monday);
    expect(filesOf(waveId)).toHaveLength(4);
    expect((await callOffWave(contextAt(monday), waveId)).ok).toBe(true);
    expect(filesOf(waveId)).toEqual([]);
    const tasks = await listTrusteeTasks(contextAt(monday, TRUSTEES[0]));
    expect(tasks.filter((task) => task.waveId === waveId)).toEqual([]);
  });
});

/** Seals in a process of its own; kills it so many milliseconds after it began. */
function sealInChild(waveId: string, now: Date, killAfterMs: number): Promise<void> {
  const script = fileURLToPath(new URL("../waves/testdata/seal-in-child.ts", import.meta.url));
  const { urls, schema } = school.database;
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: {
      ...process.env,
      WAVE_ID: waveId,
      SEAL_NOW: now.toISOString(),
      WEB_URL: urls.web,
      BALLOT_URL: urls.ballot,
      SEALER_URL: urls.sealer,
      SCHEMA: schema,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.once("data", () => {
    setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  });
  return new Promise((resolve) => {
    child.on("close", () => {
      resolve();
    });
  });
}
