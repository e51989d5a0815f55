import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeatMargins } from "@/lib/ballots/client/find-seat-margins";
import { prisma } from "@/lib/data/client";
import { findReleaseBody, listCellsOfWave } from "@/lib/data/releases";
import { parseRelease } from "@/lib/disclosure/parse-release";
import type { Release } from "@/lib/disclosure/release-schema";
import { closeWave } from "./close-wave";
import { printSlips, type SlipSheet } from "./print-slips";
import { scheduleWave } from "./schedule-wave";
import { sealWave } from "./seal-wave";
import { answerInMargins, fetchManifest, transportAt } from "./testdata/answer-pulse";
import { contextAt, MONDAY, openWaveSchool, staff, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
const HOUR = 3_600_000;
const during = new Date(MONDAY.getTime() + 20 * HOUR);

beforeAll(async () => {
  school = await openWaveSchool();
  // 7A and 7B: genders take turns, so that each class has both; three students are not recorded. A class of
  // eight beside them.
  await school.asOwner(`
    INSERT INTO student_demographics (person_id, dimension, category)
    SELECT person_id, 'gender', CASE WHEN row_number() OVER (ORDER BY person_id) % 2 = 0 THEN 'F' ELSE 'M' END
    FROM enrollments WHERE class_id IN ('7A', '7B', 'small', 'tiny') AND person_id NOT IN ('7A-1', '7A-2', '7B-3')`);
});
afterAll(() => school.close());

async function scheduled(classIds: string[], dimensions: string[], monday: Date): Promise<string> {
  const outcome = await scheduleWave(contextAt(monday), {
    title: "With demographics",
    scope: { kind: "classes", ids: classIds },
    opens: "now",
    closes: {
      date: new Date(monday.getTime() + 7 * 24 * HOUR).toISOString().slice(0, 10),
      time: "12:00",
    },
    dimensions,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.waveId;
}

async function sheetOf(waveId: string, classId: string): Promise<SlipSheet> {
  const sheet = await printSlips(contextAt(during), { waveId, classId });
  if (!sheet.ok) throw new Error(sheet.code);
  return sheet.value;
}

/** Every slip of a sheet answers, favourably up to a share of them. */
async function answerSheet(
  waveId: string,
  sheet: SlipSheet,
  favourable: number,
): Promise<Set<number>> {
  const manifest = await fetchManifest(waveId, sheet.manifestHash);
  const ballots = new Set<number>();
  for (const [index, { code }] of sheet.slips.entries()) {
    const admission = { joinCode: sheet.joinCode, seatCode: code };
    const policy = { attempts: 1, firstWaitMs: 1, retryThrottled: false };
    const margins = await findSeatMargins(transportAt(during), "/seat", admission, policy);
    if (!margins.ok) throw new Error(margins.code);
    ballots.add(margins.marginIds.length);
    const answers = index < favourable ? [5, 5, 5, 5, 5, 5] : [2, 2, 2, 2, 2, 2];
    const target = { manifest, ...admission, now: during };
    const cast = await answerInMargins(target, margins.marginIds, answers);
    if (!cast.ok) throw new Error(cast.code);
    expect(cast.receipts).toHaveLength(margins.marginIds.length);
  }
  return ballots;
}

async function sealed(waveId: string): Promise<Release> {
  const later = new Date(during.getTime() + HOUR);
  expect((await closeWave(contextAt(later), waveId)).ok).toBe(true);
  expect((await sealWave(contextAt(later, { kind: "system" }), waveId)).ok).toBe(true);
  const body = (await findReleaseBody(waveId))?.body;
  const parsed = parseRelease(body);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.release;
}

describe("a pulse with demographics", () => {
  it("deals slips by name, collects one ballot a margin and publishes each group apart", async () => {
    const waveId = await scheduled(["7A", "7B"], ["gender"], MONDAY);
    const sheets = [await sheetOf(waveId, "7A"), await sheetOf(waveId, "7B")];
    expect(sheets[0]?.byName).toBe(true);
    expect(sheets[0]?.slips.map(({ name }) => name)).toContain("Student 7A-0");
    const counts = new Set<number>();
    for (const sheet of sheets) {
      for (const count of await answerSheet(waveId, sheet, 12)) counts.add(count);
    }
    // Of one size for everybody: three students "not recorded" would be too few, and are in no group of their own.
    expect(counts).toEqual(new Set([2]));
    // Who and what never meet: a ballot names a margin, and no margin crosses class and gender.
    const box = await school.asOwner<{ level: string; n: string }>(
      `SELECT m.level, count(*) AS n FROM ballot_box b JOIN margins m ON m.id = b.margin_id
       WHERE b.wave_id = $1 GROUP BY m.level ORDER BY m.level`,
      [waveId],
    );
    expect(box).toEqual([
      { level: "class", n: "44" },
      { level: "school/gender", n: "44" },
    ]);

    const release = await sealed(waveId);
    expect(release.audit).toMatchObject({ status: "passed", rung: "full", patterns: 3 });
    const genders = release.groups.filter(({ margin }) => margin === "gender");
    expect(genders.map(({ by }) => by["gender"]).sort()).toEqual(["M", "all other"]);
    expect(genders.reduce((sum, { n }) => sum + n, 0)).toBe(44);
    expect(genders.every(({ withheld }) => withheld === null)).toBe(true);
    const cells = await listCellsOfWave({ waveId, level: "school/gender" });
    expect(cells.filter(({ item }) => item !== "")).toHaveLength(12);
    expect(cells[0]).toMatchObject({ margin: "gender", classId: null, schoolId: "S1" });
    const { receipts } = await prisma().release.findUniqueOrThrow({
      where: { waveId },
      select: { receipts: true },
    });
    expect(receipts).toHaveLength(88 * 32);
  });

  it("lets a class of eight vote in its grade only", async () => {
    const monday = new Date(MONDAY.getTime() + 28 * 24 * HOUR);
    const waveId = await scheduled(["7A", "7B", "tiny"], [], monday);
    const margins = await school.asOwner<{
      group_id: string;
      has_key: boolean;
      rolls: string | null;
    }>(
      `SELECT m.group_id, m.public_key IS NOT NULL AS has_key, r.group_id AS rolls
       FROM margins m LEFT JOIN margins r ON r.id = m.ballot_margin_id WHERE m.wave_id = $1 ORDER BY m.group_id`,
      [waveId],
    );
    expect(margins).toEqual([
      { group_id: "class:7A", has_key: true, rolls: null },
      { group_id: "class:7B", has_key: true, rolls: null },
      { group_id: "class:tiny", has_key: false, rolls: "grade:S1/07" },
      { group_id: "grade:S1/07", has_key: true, rolls: null },
    ]);
  });

  it("is for administrators, and for demographics that are there", async () => {
    const request = {
      title: "Refused",
      scope: { kind: "classes", ids: ["small"] },
      opens: "now",
      closes: { date: "2026-12-02", time: "12:00" },
    } as const;
    const teacher = staff("teacher", { classIds: ["small"] });
    expect(
      await scheduleWave(contextAt(MONDAY, teacher), { ...request, dimensions: ["gender"] }),
    ).toEqual({ ok: false, code: "missing" });
    expect(
      await scheduleWave(contextAt(MONDAY), { ...request, dimensions: ["shoe size"] }),
    ).toMatchObject({
      ok: false,
      code: "invalid",
      fields: { dimensions: "Not imported: shoe size." },
    });
  });
});
