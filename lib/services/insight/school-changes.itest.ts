import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealWave } from "@/lib/services/waves/seal-wave";
import { closedTestWave, type Ballots } from "@/lib/services/waves/testdata/closed-wave";
import {
  contextAt,
  openWaveSchool,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { readSchoolResults } from "./read-school-results";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

const DAY_MS = 86_400_000;
const first = Date.parse("2026-09-07T14:00:00Z");
const fill = (count: number, favourable: number) =>
  Array.from({ length: count }, (_, at) =>
    at < favourable ? [5, 5, 5, 4, 4, 4] : [1, 2, 1, 2, 1, 2],
  );
const high: Ballots = { "7A": fill(24, 20), "7B": fill(20, 17) };
const low: Ballots = { "7A": fill(24, 6), "7B": fill(20, 4) };

/** A pulse of both classes, so many weeks on, sealed; what it says of the school's change. */
async function changeAfter(week: number, ballots: Ballots) {
  const waveId = await closedTestWave(new Date(first + 21 * DAY_MS * week), ballots);
  const now = new Date(first + 21 * DAY_MS * week + 6 * DAY_MS);
  expect((await sealWave(contextAt(now, { kind: "system" }), waveId)).ok).toBe(true);
  const results = await readSchoolResults(contextAt(now), waveId);
  if (!results.ok) throw new Error(results.code);
  expect(results.value.schools.map(({ schoolId }) => schoolId)).toEqual(["S1"]);
  return results.value.schools[0]?.change;
}

/** Moves so many students out of 7A's roster, or back. */
async function leave(count: number): Promise<void> {
  await school.asOwner("UPDATE enrollments SET active = true WHERE class_id = '7A'");
  await school.asOwner(
    `UPDATE enrollments SET active = false WHERE id IN
     (SELECT id FROM enrollments WHERE class_id = '7A' ORDER BY id LIMIT $1)`,
    [count],
  );
}

describe("a school from one pulse to the next", () => {
  it("is compared when the same students were asked, or when ten or more came or left, and else not", async () => {
    expect(await changeAfter(0, high)).toBeNull();
    expect(await changeAfter(1, high)).toMatchObject({ ok: true, verdict: "about-the-same" });
    expect(await changeAfter(2, low)).toMatchObject({ ok: true, verdict: "lower" });
    // One who left: the difference of the two figures would speak of that one.
    await leave(1);
    expect(await changeAfter(3, low)).toMatchObject({
      ok: false,
      reason:
        "not compared: fewer than 10 students came or left, and the difference could point to them",
    });
    await leave(11);
    expect(await changeAfter(4, { ...low, "7A": fill(13, 4) })).toMatchObject({
      ok: true,
      verdict: "about-the-same",
    });
  }, 60_000);
});
