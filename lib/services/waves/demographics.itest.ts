import loadHighs from "highs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeatMargins } from "@/lib/ballots/client/find-seat-margins";
import { prisma } from "@/lib/data/client";
import { findReleaseBody, listCellsOfWave } from "@/lib/data/releases";
import { parseRelease } from "@/lib/disclosure/parse-release";
import type { Release } from "@/lib/disclosure/release-schema";
import { verifyRelease } from "@/lib/verification/verify-release";
import { readSchoolResults } from "../insight/read-school-results";
import { closeWave } from "./close-wave";
import type { SlipSheet } from "./dealt-slip";
import { printSlips } from "./print-slips";
import { readClassCard } from "./read-class-card";
import { readScheduleChoices } from "./read-schedule-choices";
import { scheduleWave } from "./schedule-wave";
import { sealWave } from "./seal-wave";
import { answerInMargins, fetchManifest, transportAt } from "./testdata/answer-pulse";
import { contextAt, MONDAY, openWaveSchool, staff, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
/** The pulse of the first test, once it is sealed. */
let byGender = "";
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
  // What anybody who downloads it can check, by a program that shares no code with the compiler.
  const text = JSON.stringify(body);
  expect(verifyRelease(text, JSON.parse(text), await loadHighs()).failure).toBeNull();
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

    const target = { waveId, classId: "7A" };
    expect(await readClassCard(contextAt(during), target)).toMatchObject({
      ok: true,
      value: { dimensions: ["gender"] },
    });

    const release = await sealed(waveId);
    byGender = waveId;
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
    // 88 ballots, filled up to a block: the length must not tell how many there were.
    expect(receipts).toHaveLength(90 * 32);
  });

  it("shows each school and its groups to those who own every class, from released cells alone", async () => {
    const outcome = await readSchoolResults(contextAt(during), byGender);
    if (!outcome.ok) throw new Error(outcome.code);
    expect(outcome.value.dimensions).toEqual(["gender"]);
    const [elm] = outcome.value.schools;
    expect(outcome.value.schools).toHaveLength(1);
    expect(elm?.schoolName).toBe("Elm School");
    expect(elm?.change).toBeNull();
    expect(elm?.groups.map(({ group }) => group)).toEqual([
      null,
      { dimension: "gender", category: "M" },
      { dimension: "gender", category: "all other" },
    ]);
    // Every figure again from the release itself.
    const body = (await findReleaseBody(byGender))?.body;
    const parsed = parseRelease(body);
    if (!parsed.ok) throw new Error(parsed.message);
    const released = new Map(parsed.release.groups.map((group) => [group.id, group]));
    for (const { id, belonging, participation } of elm?.groups ?? []) {
      const group = released.get(id);
      if (group === undefined || "kind" in belonging) throw new Error(`${id} is not shown`);
      const cells = Object.values(group.cells);
      const mean = (of: "lo" | "hi") =>
        cells.reduce((sum, cell) => sum + cell[of], 0) / cells.length / group.n;
      expect(belonging.band.lo).toBeCloseTo(mean("lo"), 9);
      expect(belonging.band.hi).toBeCloseTo(mean("hi"), 9);
      expect(participation).toEqual(group.participation);
    }
    const cell = released.get("school:S1")?.cells["peer-contact-1"];
    const question = elm?.questions.find(({ id }) => id === "peer-contact-1");
    expect(question?.favourable).toMatchObject({ lo: cell?.lo, hi: cell?.hi });
    expect(cell?.buckets).toBeDefined();
    expect(question?.others?.unfavourable).toMatchObject({ ...cell?.buckets?.unfavourable });
    expect(question?.others?.neutral).toMatchObject({ ...cell?.buckets?.neutral });

    const missing = { ok: false, code: "missing" };
    const teacher = contextAt(during, staff("teacher", { classIds: ["7A"] }));
    const elsewhere = contextAt(during, staff("school-administrator", { schoolIds: ["S2"] }));
    expect(await readSchoolResults(teacher, byGender)).toEqual(missing);
    expect(await readSchoolResults(elsewhere, byGender)).toEqual(missing);
    const principal = contextAt(during, staff("school-administrator", { schoolIds: ["S1"] }));
    expect(await readSchoolResults(principal, byGender)).toEqual(outcome);
    const nowhere = "00000000-0000-4000-8000-000000000000";
    expect(await readSchoolResults(contextAt(during), nowhere)).toEqual(missing);
  });

  it("forgets at the seal who was in which group, and keeps who was in which class", async () => {
    const rosters = await school.asOwner<{ level: string; roster: string[] }>(
      "SELECT level, roster FROM margins WHERE wave_id = $1",
      [byGender],
    );
    const crossing = rosters.filter(({ level }) => level === "school/gender");
    expect(crossing).toHaveLength(2);
    expect(crossing.every(({ roster }) => roster.length === 0)).toBe(true);
    const classes = rosters.filter(({ level }) => level === "class");
    expect(classes.every(({ roster }) => roster.length >= 20)).toBe(true);
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
    const offered = async (actor?: typeof teacher) => {
      const choices = await readScheduleChoices(contextAt(MONDAY, actor));
      return choices.ok ? choices.value.dimensions : null;
    };
    expect(await offered()).toEqual(["gender"]);
    expect(await offered(teacher)).toEqual([]);
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
