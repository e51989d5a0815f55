import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RECEIPT_BYTES } from "@/lib/ballots/server/counted-receipts";
import { prisma } from "@/lib/data/client";
import { findReleaseBody } from "@/lib/data/releases";
import { writeSealProgress } from "@/lib/data/seal-progress";
import { parseRelease } from "@/lib/disclosure/parse-release";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { closeWave } from "./close-wave";
import { readManifestText } from "./read-manifest";
import { readProof, readReceiptLines } from "./read-proof";
import { scheduleWave } from "./schedule-wave";
import { sealWave } from "./seal-wave";
import { closedTestWave, fillBox, openTestWave } from "./testdata/closed-wave";
import { contextAt, openWaveSchool, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

// Each test has three weeks of its own, so that classes are in one wave at a time.
let turn = 0;
const nextMonday = () => new Date(Date.parse("2026-09-07T14:00:00Z") + 21 * 86_400_000 * turn++);
const SEALED_ON = new Date("2027-06-01T03:00:00Z");
const seal = (waveId: string) => sealWave(contextAt(SEALED_ON, { kind: "system" }), waveId);
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const high = [5, 4, 5, 4, 5, 4];
const low = [1, 2, 1, 2, 1, 2];
const mixed = { "7A": [...times(12, high), ...times(8, low)], "7B": times(18, high) };

/** Hashes of the sealed ballots that lie in the box, as the phones that cast them know them. */
async function receiptsInBox(waveId: string): Promise<string[]> {
  const rows = await school.asOwner<{ ciphertext: Buffer }>(
    "SELECT ciphertext FROM ballot_box WHERE wave_id = $1",
    [waveId],
  );
  return rows.map(({ ciphertext }) => createHash("sha256").update(ciphertext).digest("hex"));
}

/** As one could in the database itself, past the trigger. */
async function setState(waveId: string, state: string): Promise<void> {
  await school.asOwner("ALTER TABLE waves DISABLE TRIGGER waves_one_way");
  await school.asOwner("UPDATE waves SET state = $2 WHERE id = $1", [waveId, state]);
  await school.asOwner("ALTER TABLE waves ENABLE TRIGGER waves_one_way");
}

describe("the proof of a wave", () => {
  it("is nothing for one that is unknown, and for a draft", async () => {
    expect(await readProof("00000000-0000-4000-8000-000000000000")).toBeNull();
    const waveId = await openTestWave(["far"], nextMonday());
    await setState(waveId, "draft");
    await school.asOwner(
      "UPDATE waves SET manifest = NULL, manifest_hash = NULL, plan = NULL WHERE id = $1",
      [waveId],
    );
    expect(await readProof(waveId)).toBeNull();
    expect(await readReceiptLines(waveId)).toBeNull();
  });

  it("names keys and rules before anybody answers, and days, no hours", async () => {
    const scheduled = await scheduleWave(contextAt(nextMonday()), {
      title: "Later pulse",
      scope: { kind: "classes", ids: ["7A", "7B"] },
      opens: { date: "2027-03-08", time: "08:00" },
      closes: { date: "2027-03-12", time: "23:30" },
    });
    if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
    const { waveId } = scheduled.value;
    const manifest = await readManifestText(waveId);
    expect(await readProof(waveId)).toEqual({
      title: "Later pulse",
      opensOn: "2027-03-08",
      // In the school's own time zone; in UTC it is the 13th.
      closesOn: "2027-03-12",
      manifestHash: createHash("sha256")
        .update(manifest ?? "")
        .digest("hex"),
      margins: 2,
      ballotsEach: 1,
      byName: false,
      admission: "slips",
      words: false,
      nominations: false,
      holders: null,
      policy: FLOOR_POLICY,
      stage: { state: "planned" },
    });
  });

  it("counts nothing while the wave is open or being sealed: not a byte moves with a ballot", async () => {
    const waveId = await openTestWave(["7A", "7B"], nextMonday());
    const before = JSON.stringify(await readProof(waveId));
    await fillBox(waveId, mixed);
    expect(JSON.stringify(await readProof(waveId))).toBe(before);
    expect(JSON.parse(before)).toMatchObject({ stage: { state: "open" } });

    expect((await closeWave(contextAt(SEALED_ON), waveId)).ok).toBe(true);
    expect((await readProof(waveId))?.stage).toEqual({ state: "closed", percent: null });
    await writeSealProgress(waveId, { rung: "full", done: 19, of: 27 });
    expect((await readProof(waveId))?.stage).toEqual({ state: "closed", percent: 70 });
    expect(await readReceiptLines(waveId)).toBeNull();
    await seal(waveId);
  });

  it("lists every receipt after the seal, and ballots in a block only", async () => {
    const waveId = await closedTestWave(nextMonday(), mixed);
    const cast = await receiptsInBox(waveId);
    expect(cast).toHaveLength(38);
    expect((await seal(waveId)).ok).toBe(true);

    const release = await findReleaseBody(waveId);
    const proof = await readProof(waveId);
    expect(proof?.stage).toMatchObject({
      state: "sealed",
      // 10 p.m. on the day before, by the school's clock.
      sealedOn: "2027-05-31",
      releaseHash: release?.hash,
      audit: { status: "passed", rung: "full", coalitions: 200, patterns: 1 },
      ballots: { lo: 35, hi: 39 },
      listLines: 40,
    });
    // Nothing finer than the wave: no figure of a class, and not how many groups are shown.
    expect(JSON.stringify(proof)).not.toMatch(/7A|"n"|lost|groups/u);

    const lines = await readReceiptLines(waveId);
    expect(lines).toHaveLength(40);
    expect(lines).toEqual([...(lines ?? [])].sort());
    expect(lines).toEqual(expect.arrayContaining(cast));
    expect(await readReceiptLines(waveId)).toEqual(lines);
    const parsed = parseRelease(release?.body);
    expect(parsed.ok && parsed.release.salt).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("bands a wave with a ballot for each demographic by students", async () => {
    await school.asOwner(`
      INSERT INTO student_demographics (person_id, dimension, category)
      SELECT person_id, 'gender', CASE WHEN row_number() OVER (ORDER BY person_id) % 2 = 0 THEN 'F' ELSE 'M' END
      FROM enrollments WHERE class_id IN ('7A', '7B')`);
    const monday = nextMonday();
    const scheduled = await scheduleWave(contextAt(monday), {
      title: "With demographics",
      scope: { kind: "classes", ids: ["7A", "7B"] },
      opens: "now",
      closes: {
        date: new Date(monday.getTime() + 7 * 86_400_000).toISOString().slice(0, 10),
        time: "12:00",
      },
      dimensions: ["gender"],
    });
    if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
    const { waveId } = scheduled.value;
    await fillBox(waveId, mixed);
    await closeWave(contextAt(SEALED_ON), waveId);
    await seal(waveId);
    // 38 ballots, in blocks of 5 students with two ballots each.
    expect(await readProof(waveId)).toMatchObject({
      ballotsEach: 2,
      byName: true,
      margins: 4,
      stage: { ballots: { lo: 30, hi: 39 }, listLines: 40 },
    });
  });

  it("of an older wave shows no hash that could be guessed, no list, and the same band", async () => {
    const waveId = await closedTestWave(nextMonday(), mixed);
    await seal(waveId);
    await school.asOwner(
      `UPDATE releases SET body = jsonb_set(body - 'salt', '{audit}', '{"status": "not-run"}') WHERE wave_id = $1`,
      [waveId],
    );
    const older = {
      state: "sealed",
      sealedOn: "2027-05-31",
      releaseHash: null,
      audit: null,
      ballots: { lo: 35, hi: 39 },
      listLines: null,
    };
    // Its list may be there, not filled up: its length would be the number of ballots.
    expect((await readProof(waveId))?.stage).toEqual(older);
    expect(await readReceiptLines(waveId)).toBeNull();
    await school.asOwner("UPDATE releases SET receipts = NULL WHERE wave_id = $1", [waveId]);
    expect((await readProof(waveId))?.stage).toEqual(older);
  });

  it("says so of a wave that ended without a release", async () => {
    const waveId = await closedTestWave(nextMonday(), mixed);
    await setState(waveId, "sealed");
    expect((await readProof(waveId))?.stage).toEqual({ state: "destroyed" });
    expect(await readReceiptLines(waveId)).toBeNull();
  });
});

it("a wave of one ballot lists as many lines as one of four", async () => {
  const lengths = [];
  for (const count of [1, 4]) {
    const waveId = await closedTestWave(nextMonday(), { small: times(count, high) });
    await seal(waveId);
    const stored = await prisma().release.findUniqueOrThrow({
      where: { waveId },
      select: { receipts: true },
    });
    lengths.push((stored.receipts?.length ?? 0) / RECEIPT_BYTES);
    expect((await readProof(waveId))?.stage).toMatchObject({ ballots: { lo: 0, hi: 4 } });
  }
  expect(lengths).toEqual([5, 5]);
});
