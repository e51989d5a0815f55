import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findWave } from "@/lib/data/waves";
import { findReleaseBody } from "@/lib/data/releases";
import {
  addColleagues,
  closedTrusteeWave,
  confirm,
} from "@/lib/services/trustees/testdata/trustee-wave";
import { closedTestWave } from "@/lib/services/waves/testdata/closed-wave";
import { openWaveSchool, type WaveSchool } from "@/lib/services/waves/testdata/wave-school";
import { startJobs, wakeJobs } from "./start-jobs";

let school: WaveSchool;
let jobs: Awaited<ReturnType<typeof startJobs>>;
beforeAll(async () => {
  process.env.LOG_LEVEL = "silent";
  school = await openWaveSchool();
  // The web role's login, on a schema that the owner made: what production has.
  jobs = await startJobs();
});
afterAll(async () => {
  await jobs.stop();
  await school.close();
});

const MONDAY = new Date("2026-09-07T14:00:00Z");
const answers = { "7A": Array.from({ length: 12 }, () => [5, 5, 5, 5, 5, 5]) };

async function until(condition: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("it did not happen in time");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const sealed = async (waveId: string) => (await findWave(waveId))?.state === "sealed";
const jobsIn = (state: string) =>
  school.asOwner(
    `SELECT 1 FROM ${school.database.schema}_jobs.job WHERE name = 'seal-wave' AND state = '${state}'`,
  );

describe("the clock and its queue, as the web role", () => {
  it("seal a wave that was closed, at once when woken", async () => {
    const waveId = await closedTestWave(MONDAY, answers);
    await wakeJobs();
    await until(() => sealed(waveId));
  });

  it("go on asking after a failure, without piling up jobs", async () => {
    await school.asOwner("REVOKE INSERT ON releases FROM hearth_sealer");
    const waveId = await closedTestWave(new Date(MONDAY.getTime() + 14 * 86_400_000), answers);
    await Promise.all([wakeJobs(), wakeJobs(), wakeJobs(), wakeJobs()]);
    await until(async () => (await jobsIn("failed")).length > 0);
    for (let turn = 0; turn < 4; turn += 1) await wakeJobs();
    expect((await jobsIn("created")).length).toBeLessThanOrEqual(1);
    expect(await jobsIn("retry")).toEqual([]);
    expect(await findReleaseBody(waveId)).toBeNull();
    await school.asOwner("GRANT INSERT ON releases TO hearth_sealer");
    await until(() => sealed(waveId));
  });

  it("leave a wave in peace that waits for its trustees, and seal it when the second has confirmed", async () => {
    await addColleagues(school);
    const opens = new Date(MONDAY.getTime() + 42 * 86_400_000);
    const { waveId, codes, now } = await closedTrusteeWave({ far: answers["7A"] }, opens);
    const before = (await jobsIn("failed")).length;
    expect((await confirm(waveId, 0, codes[0], now)).ok).toBe(true);
    for (let turn = 0; turn < 3; turn += 1) await wakeJobs();
    const asked = `SELECT 1 FROM ${school.database.schema}_jobs.job WHERE data->>'waveId' = '${waveId}'`;
    expect(await school.asOwner(asked)).toEqual([]);
    expect((await jobsIn("failed")).length).toBe(before);
    expect((await confirm(waveId, 2, codes[2], now)).ok).toBe(true);
    await wakeJobs();
    await until(() => sealed(waveId));
    expect((await jobsIn("failed")).length).toBe(before);
  });

  it("hold nothing about a wave but its id", async () => {
    const rows = await school.asOwner<{ data: unknown; output: unknown }>(
      `SELECT data, output FROM ${school.database.schema}_jobs.job WHERE name = 'seal-wave'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { data } of rows) expect(Object.keys(data as object)).toEqual(["waveId"]);
  });
});
