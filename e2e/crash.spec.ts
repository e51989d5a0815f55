import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { expect, test } from "@playwright/test";

import { nullifierOf } from "@/lib/ballots/server/check-ballot";
import { decodeCastRecord } from "@/lib/ballots/wire/cast-record";

import { type Instance, startInstance } from "./support/instance";
import { asOwner, openPulse } from "./support/pulse";
import { gate, type Student, studentsOf } from "./support/student";

const SEATS = 105;
const VOTERS = 100;
const FAVOURABLE = [100, 41];
const ITEMS = 6;
/** Phones that collect at once: more than a class would, fewer than the throttle of guesses lets through. */
const COLLECT_AT_ONCE = 10;
const SEALED_WITHIN_MS = 45_000;

// Half a minute each on a quiet machine; a busy one must not turn that into a failure.
test.describe.configure({ timeout: 240_000 });

let instance: Instance | undefined;
test.afterEach(async () => {
  await instance?.stop();
  instance = undefined;
});

for (const databaseToo of [false, true]) {
  const victim = databaseToo ? "server and database are" : "server is";
  test(`200 ballots are counted exactly once although the ${victim} killed meanwhile`, async () => {
    const running = await startInstance({ durable: databaseToo });
    instance = running;
    const killAfter = 20 + Math.floor(Math.random() * 90);
    const room = await fillRoom(running, killAfter);

    // All are signed: two hundred phones cast within two seconds, and the power goes.
    const votes = room.castAll();
    await room.enoughAcknowledged;
    if (databaseToo) await running.killDatabase();
    await running.kill();
    const before = [...room.acknowledged.keys()];
    expect(before.length, "it was killed in the middle").toBeLessThan(2 * VOTERS);
    expect(before.length).toBeGreaterThanOrEqual(killAfter);

    if (databaseToo) await running.recoverDatabase();
    await running.restart();
    const kept = await countStored(running, before);
    expect(kept, "what was acknowledged is in the box").toBe(before.length);

    // Most phones have tried again by themselves. The others are picked up once more.
    for (const [at, outcome] of (await votes).entries()) {
      if (!outcome.ok) expect(await room.students[at]?.vote()).toMatchObject({ ok: true });
    }
    expect(room.acknowledged.size).toBe(2 * VOTERS);
    // Every answer was lost on the way: all send the same ballot again, and are told the same.
    for (const body of room.acknowledged.values()) {
      const again = await fetch(`${running.url}/api/ballots/cast`, { method: "POST", body });
      expect(again.status).toBe(200);
    }
    const box = await asOwner(running, "SELECT 1 FROM ballot_box");
    expect(box).toHaveLength(2 * VOTERS);

    await closeAndAwaitSeal(running, room.waveId);
    for (const [at, classId] of room.classIds.entries()) {
      const cells = await asOwner<{ item: string; n: number; lo: number; hi: number }>(
        running,
        "SELECT item, n, lo, hi FROM release_cells WHERE class_id = $1 AND level = 'class'",
        [classId],
      );
      expect(cells).toHaveLength(1 + ITEMS);
      for (const { item, n, lo, hi } of cells) {
        expect(n).toBe(VOTERS);
        if (item === "") continue;
        expect(lo).toBeLessThanOrEqual(FAVOURABLE[at]!);
        expect(hi).toBeGreaterThanOrEqual(FAVOURABLE[at]!);
      }
    }
    expect(await asOwner(running, "SELECT 1 FROM ballot_box")).toEqual([]);
    expect(existsSync(join(running.keyDir, `${room.waveId}.keys.json`))).toBe(false);
  });
}

/** Two classes whose students have answered and collected, each phone about to cast. */
async function fillRoom(running: Instance, enough: number) {
  const pulse = await openPulse(running, { classes: FAVOURABLE.length, students: SEATS });
  const acknowledged = new Map<string, Uint8Array<ArrayBuffer>>();
  const start = gate();
  const reached = gate();
  const settings = {
    origin: running.url,
    count: VOTERS,
    attempts: 5,
    jitterMs: { min: 0, max: 1_500 },
    beforeCast: start.opened,
    fetch: async (url: string, init: RequestInit) => {
      const response = await fetch(url, init);
      if (response.ok && url.endsWith("/cast")) {
        const body = init.body as Uint8Array<ArrayBuffer>;
        acknowledged.set(nullifier(body), body);
        if (acknowledged.size >= enough) reached.open();
      }
      return response;
    },
  };
  const students: Student[] = FAVOURABLE.flatMap((favourable, at) =>
    studentsOf(
      pulse,
      at,
      (student) => Array.from({ length: ITEMS }, () => (student < favourable ? 5 : 1)),
      settings,
    ),
  );
  const votes: ReturnType<Student["vote"]>[] = [];
  for (let from = 0; from < students.length; from += COLLECT_AT_ONCE) {
    const group = students.slice(from, from + COLLECT_AT_ONCE);
    const begun = group.map((student) => student.vote());
    votes.push(...begun);
    const failed = Promise.race(begun).then((outcome) => {
      throw new Error(`a phone could not collect: ${JSON.stringify(outcome)}`);
    });
    // Once all have collected, a vote that ends is no failure.
    failed.catch(() => undefined);
    await Promise.race([Promise.all(group.map(({ collected }) => collected)), failed]);
  }
  return {
    waveId: pulse.waveId,
    classIds: FAVOURABLE.map((_, at) => pulse.classes[at]!.classId),
    students,
    acknowledged,
    enoughAcknowledged: reached.opened,
    castAll: () => {
      start.open();
      return Promise.all(votes);
    },
  };
}

function nullifier(body: Uint8Array): string {
  const decoded = decodeCastRecord(body);
  if (!decoded.ok) throw new Error(decoded.code);
  return nullifierOf(decoded.record.nonce).toString("hex");
}

async function countStored(running: Instance, nullifiers: readonly string[]): Promise<number> {
  const stored = await asOwner(
    running,
    "SELECT 1 FROM ballot_box WHERE encode(nullifier, 'hex') = ANY($1)",
    [nullifiers],
  );
  return stored.length;
}

/** Lets the wave's time be over: the restarted server closes and seals it by its own clock. */
async function closeAndAwaitSeal(running: Instance, waveId: string): Promise<void> {
  await asOwner(running, "UPDATE waves SET closes_at = now() WHERE id = $1", [waveId]);
  const deadline = Date.now() + SEALED_WITHIN_MS;
  for (;;) {
    const [wave] = await asOwner<{ state: string }>(
      running,
      "SELECT state FROM waves WHERE id = $1",
      [waveId],
    );
    if (wave?.state === "sealed") return;
    if (Date.now() > deadline) throw new Error(`not sealed in time:\n${running.output()}`);
    await sleep(200);
  }
}
