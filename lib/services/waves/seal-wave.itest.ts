import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReleaseBody, listCellsOfWave } from "@/lib/data/releases";
import { withClient } from "@/lib/data/setup/connect";
import { listMargins } from "@/lib/data/margins";
import { findWave } from "@/lib/data/waves";
import { advanceWaves } from "./advance-waves";
import { closeWave } from "./close-wave";
import { sealWave } from "./seal-wave";
import { closedTestWave, fillBox, openTestWave, putRaw } from "./testdata/closed-wave";
import { contextAt, openWaveSchool, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

// Each test has a week of its own, so that classes are in one wave at a time.
let week = 0;
const nextMonday = () => new Date(Date.parse("2026-09-07T14:00:00Z") + 14 * 86_400_000 * week++);
const SEALED_ON = new Date("2027-06-01T12:00:00Z");
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const high = [5, 4, 5, 4, 5, 4];
const low = [1, 2, 1, 2, 1, 2];
const mixed = { "7A": [...times(12, high), ...times(8, low)] };

const seal = (waveId: string) => sealWave(contextAt(SEALED_ON, { kind: "system" }), waveId);
const ballotsLeft = async (waveId: string) =>
  (await school.asOwner("SELECT 1 FROM ballot_box WHERE wave_id = $1", [waveId])).length;
const keysOf = (waveId: string) =>
  readdirSync(school.keyDir).filter((name) => name.startsWith(waveId));
const classCells = async (waveId: string, classId: string) =>
  (await listCellsOfWave({ waveId, level: "class" })).filter((cell) => cell.classId === classId);

/** All that must be true when a wave is sealed, however it came about. */
async function expectSealedOnce(waveId: string, before?: string): Promise<void> {
  const again = await seal(waveId);
  const release = await findReleaseBody(waveId);
  expect(again).toEqual({ ok: true, value: { hash: release?.hash } });
  if (before !== undefined) expect(release?.hash).toBe(before);
  expect(await ballotsLeft(waveId)).toBe(0);
  expect(keysOf(waveId)).toEqual([]);
  expect((await findWave(waveId))?.state).toBe("sealed");
  const events = await school.asOwner(
    "SELECT 1 FROM audit_events WHERE subject_id = $1 AND action = 'wave.sealed'",
    [waveId],
  );
  expect(events).toHaveLength(1);
}

describe("a seal that fails half-way and is run again", () => {
  // What the sealer may do is taken away and given back: the seal stops exactly there.
  it.each([
    ["the box cannot be read", "SELECT ON ballot_box", false],
    ["the release cannot be written", "INSERT ON releases", false],
    ["its cells cannot be written", "INSERT ON release_cells", false],
    ["the box cannot be emptied", "DELETE ON ballot_box", true],
    ["the state cannot be written", "UPDATE (state) ON waves", true],
    ["the audit log cannot be written", "INSERT ON audit_events", true],
  ])("because %s", async (_name, privilege, released) => {
    const waveId = await closedTestWave(nextMonday(), mixed);
    await school.asOwner(`REVOKE ${privilege} FROM hearth_sealer`);
    let before;
    try {
      await expect(seal(waveId)).rejects.toMatchObject({ code: "42501" });
      before = await findReleaseBody(waveId);
      expect(before === null).toBe(!released);
      // Nothing is destroyed before the release is there.
      if (!released) {
        expect(await ballotsLeft(waveId)).toBe(20);
        expect(keysOf(waveId)).toHaveLength(1);
      }
    } finally {
      await school.asOwner(`GRANT ${privilege} TO hearth_sealer`);
    }
    await expectSealedOnce(waveId, before?.hash);
  });

  it("because the key cannot be destroyed", async () => {
    const waveId = await closedTestWave(nextMonday(), mixed);
    // A copy that cannot be overwritten, also not by root: a directory.
    const stuck = join(school.keyDir, `${waveId}.keys.json.stuck`);
    mkdirSync(stuck);
    await expect(seal(waveId)).rejects.toThrow();
    expect((await findWave(waveId))?.state).toBe("closed");
    rmdirSync(stuck);
    await expectSealedOnce(waveId, (await findReleaseBody(waveId))?.hash);
  });

  it("because the process is killed, at random moments", async () => {
    const waveId = await closedTestWave(nextMonday(), mixed);
    const twin = await closedTestWave(nextMonday(), mixed);
    expect((await seal(twin)).ok).toBe(true);
    let finished = false;
    for (let run = 0; run < 6; run += 1) {
      const output = await sealInChild(waveId, run < 5 ? 5 + Math.random() * 150 : null);
      finished = output.includes('"ok":true');
    }
    expect(finished).toBe(true);
    await expectSealedOnce(waveId);
    // The same ballots give the same cells, killed or not.
    const plain = (cells: Awaited<ReturnType<typeof classCells>>) =>
      cells.map((cell) => ({ ...cell, waveId: "" }));
    expect(plain(await classCells(waveId, "7A"))).toEqual(plain(await classCells(twin, "7A")));
  });
});

/** Seals in a process of its own; kills it so many milliseconds after it began. */
function sealInChild(waveId: string, killAfterMs: number | null): Promise<string> {
  const script = fileURLToPath(new URL("testdata/seal-in-child.ts", import.meta.url));
  const { urls, schema } = school.database;
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: {
      ...process.env,
      WAVE_ID: waveId,
      SEAL_NOW: SEALED_ON.toISOString(),
      WEB_URL: urls.web,
      BALLOT_URL: urls.ballot,
      SEALER_URL: urls.sealer,
      SCHEMA: schema,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (data: Buffer) => {
    output += data.toString();
    if (killAfterMs !== null && output === "sealing\n") {
      setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    }
  });
  return new Promise((resolve) => {
    child.on("close", () => {
      resolve(output);
    });
  });
}

describe("sealing", () => {
  it("twice at once gives one release", async () => {
    const waveId = await closedTestWave(nextMonday(), mixed);
    const outcomes = await Promise.all([seal(waveId), seal(waveId), seal(waveId)]);
    const hash = (await findReleaseBody(waveId))?.hash;
    expect(outcomes).toEqual(times(3, { ok: true, value: { hash } }));
    expect((await classCells(waveId, "7A"))[0]?.n).toBe(20);
    await expectSealedOnce(waveId);
  });

  it("leaves out ballots that do not open or make no sense", async () => {
    const waveId = await openTestWave(["7A"], nextMonday());
    await fillBox(waveId, mixed);
    const marginId = (await listMargins(waveId))[0]?.id ?? "";
    for (const size of [64, 112, 512]) {
      await putRaw({ waveId, marginId, ciphertext: randomBytes(size) });
    }
    expect((await closeWave(contextAt(SEALED_ON), waveId)).ok).toBe(true);
    expect((await seal(waveId)).ok).toBe(true);
    expect((await classCells(waveId, "7A"))[0]?.n).toBe(20);
    await expectSealedOnce(waveId);
  });

  it("withholds a class of nine, with its reason and no figure", async () => {
    const waveId = await closedTestWave(nextMonday(), { small: times(9, high) });
    await seal(waveId);
    const cells = await classCells(waveId, "small");
    expect(cells).toHaveLength(1);
    expect(cells[0]).toMatchObject({
      item: "",
      lo: null,
      hi: null,
      withheld: "fewer than 10 respondents",
    });
  });

  it("shows a unanimous class exactly like one with three other voices", async () => {
    const unanimous = await closedTestWave(nextMonday(), { "7A": times(20, high) });
    const nearly = await closedTestWave(nextMonday(), {
      "7A": [...times(17, high), ...times(3, low)],
    });
    await seal(unanimous);
    await seal(nearly);
    const [one, other] = [await classCells(unanimous, "7A"), await classCells(nearly, "7A")];
    expect(one.length).toBe(7);
    expect(one.map((cell) => ({ ...cell, waveId: "" }))).toEqual(
      other.map((cell) => ({ ...cell, waveId: "" })),
    );
  });

  it("refuses a plan that was edited in the database", async () => {
    const waveId = await closedTestWave(nextMonday(), { "7A": times(5, high) });
    const lower = `UPDATE waves SET plan = jsonb_set(plan, '{policy,k}', '3') WHERE id = '${waveId}'`;
    await expect(
      withClient(school.database.urls.web, (client) =>
        client.query(lower.replace("waves", `${school.database.schema}.waves`)),
      ),
    ).rejects.toMatchObject({ code: "HE003" });
    // Past the trigger, as an owner could.
    await school.asOwner("ALTER TABLE waves DISABLE TRIGGER waves_one_way");
    await school.asOwner(lower);
    await expect(seal(waveId)).rejects.toThrow(/raised above 10, never lowered/u);
    await school.asOwner(
      `UPDATE waves SET plan = jsonb_set(jsonb_set(plan, '{policy,k}', '10'), '{policy,width}', '5') WHERE id = '${waveId}'`,
    );
    await expect(seal(waveId)).rejects.toThrow(/changed after it was frozen/u);
    await school.asOwner("ALTER TABLE waves ENABLE TRIGGER waves_one_way");
    expect(await findReleaseBody(waveId)).toBeNull();
    expect(await ballotsLeft(waveId)).toBe(5);
  });

  it("takes no ballot after the close, and nobody but the sealer reads the box", async () => {
    const waveId = await closedTestWave(nextMonday(), mixed);
    const marginId = (await listMargins(waveId))[0]?.id ?? "";
    await expect(putRaw({ waveId, marginId, ciphertext: randomBytes(112) })).rejects.toThrow(
      "not-open",
    );
    const { urls, schema } = school.database;
    for (const url of [urls.web, urls.ballot]) {
      const read = withClient(url, (client) => client.query(`SELECT * FROM ${schema}.ballot_box`));
      await expect(read).rejects.toMatchObject({ code: "42501" });
    }
    await seal(waveId);
  });

  it("is asked for by the clock for a wave whose whole time passed unseen", async () => {
    const monday = nextMonday();
    const waveId = await openTestWave(["far"], monday);
    // As if the server had been down: planned when its time was over.
    await school.asOwner("ALTER TABLE waves DISABLE TRIGGER waves_one_way");
    await school.asOwner("UPDATE waves SET state = 'planned' WHERE id = $1", [waveId]);
    await school.asOwner("ALTER TABLE waves ENABLE TRIGGER waves_one_way");
    const { toSeal } = await advanceWaves(contextAt(SEALED_ON, { kind: "system" }));
    expect(toSeal).toContain(waveId);
    await seal(waveId);
    await expectSealedOnce(waveId);
  });
});
