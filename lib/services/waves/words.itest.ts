import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeatMargins } from "@/lib/ballots/client/find-seat-margins";
import { sealContent } from "@/lib/ballots/client/seal-content";
import { readManifest, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";
import { withClient } from "@/lib/data/setup/connect";
import { findReleaseBody } from "@/lib/data/releases";
import { parseRelease } from "@/lib/disclosure/parse-release";
import { readClassPulse } from "../ballots/read-pulse";
import { readWords } from "../insight/read-words";
import { closeWave } from "./close-wave";
import { printSlips } from "./print-slips";
import { readManifestText } from "./read-manifest";
import { readProof, readReceiptLines } from "./read-proof";
import { readWave } from "./read-wave";
import { sealWave } from "./seal-wave";
import { answerInMargins, fetchManifest, transportAt } from "./testdata/answer-pulse";
import { putRaw, scheduleTestWave } from "./testdata/closed-wave";
import { contextAt, MONDAY, openWaveSchool, staff, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
const HOUR = 3_600_000;
const SECRET = "Anna Zollinger took my place, mail me at kid@example.org";

beforeAll(async () => {
  school = await openWaveSchool();
  await school.asOwner(
    `UPDATE people SET given_name = 'Anna', family_name = 'Zollinger' WHERE id = '7A-3'`,
  );
});
afterAll(() => school.close());

const elm = staff("school-administrator", { schoolIds: ["S1"] });
const ridge = staff("school-administrator", { schoolIds: ["S2"] });
const teacher = staff("teacher", { classIds: ["7A"] });

const schedule = (classIds: string[], opens: Date, actor = staff("district-administrator")) =>
  scheduleTestWave(classIds, opens, { title: "With words", words: true }, actor);

/** Every slip of these classes answers; each of the first `writing` writes the text. */
async function answerAll(waveId: string, classIds: string[], now: Date, writing: number) {
  let left = writing;
  for (const classId of classIds) {
    const sheet = await printSlips(contextAt(now), { waveId, classId });
    if (!sheet.ok) throw new Error(sheet.code);
    const { joinCode, slips, manifestHash } = sheet.value;
    expect(slips.every(({ name }) => name === null)).toBe(true);
    const manifest = await fetchManifest(waveId, manifestHash);
    for (const { code } of slips) {
      const admission = { joinCode, seatCode: code };
      const retry = { attempts: 1, firstWaitMs: 1, retryThrottled: false };
      const margins = await findSeatMargins(transportAt(now), "/seat", admission, retry);
      if (!margins.ok) throw new Error(margins.code);
      left -= 1;
      const text = left >= 0 ? SECRET : "";
      const target = { manifest, ...admission, now };
      const cast = await answerInMargins(target, margins.marginIds, [5, 4, 3, 2, 1, 5], text);
      if (!cast.ok) throw new Error(cast.code);
    }
  }
}

async function sealAt(waveId: string, now: Date): Promise<void> {
  expect((await closeWave(contextAt(now), waveId)).ok).toBe(true);
  expect((await sealWave(contextAt(now, { kind: "system" }), waveId)).ok).toBe(true);
}

describe("a pulse that lets students write", () => {
  it("collects words apart, shows them by school to its administrators, without names", async () => {
    const scheduled = await schedule(["7A", "7B", "far"], MONDAY);
    if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
    const { waveId } = scheduled.value;
    const during = new Date(MONDAY.getTime() + 20 * HOUR);

    // The school of twelve is not asked: nothing is collected that could not be shown.
    const manifest = readManifest((await readManifestText(waveId)) ?? "");
    const texts = manifest?.margins.filter(({ level }) => level === TEXT_LEVEL) ?? [];
    expect(texts.map(({ label }) => label)).toEqual(["Elm School"]);
    const codes = await school.asOwner<{ class_id: string; join_code: string }>(
      "SELECT class_id, join_code FROM margins WHERE wave_id = $1 AND class_id IS NOT NULL",
      [waveId],
    );
    for (const { class_id: id, join_code: code } of codes) {
      const pulse = await readClassPulse(during, code);
      expect(pulse).toMatchObject({
        words: id === "far" ? null : { marginId: texts[0]?.id, label: "Elm School" },
      });
    }

    await answerAll(waveId, ["7A", "7B", "far"], during, 3);
    // Who wrote does not show: every student of the school cast a ballot for words, all of one length.
    const box = await school.asOwner<{ level: string; n: string; bytes: number }>(
      `SELECT m.level, count(*) AS n, min(length(b.ciphertext)) AS bytes FROM ballot_box b
       JOIN margins m ON m.id = b.margin_id WHERE b.wave_id = $1
       GROUP BY m.level, length(b.ciphertext) ORDER BY m.level`,
      [waveId],
    );
    expect(box).toEqual([
      { level: "class", n: "56", bytes: 496 },
      { level: "text", n: "44", bytes: 496 },
    ]);
    expect(await readWords(contextAt(during), waveId)).toEqual({ ok: false, code: "missing" });

    // Junk from a changed client: words for a class, answers for words. Neither stops the seal nor is shown.
    const key = manifest?.hpkePublicKey ?? "";
    const classMargin = manifest?.margins.find(({ level }) => level === "class")?.id ?? "";
    const textMargin = texts[0]?.id ?? "";
    const words = { text: "words for a class" };
    const vector = { vector: { formId: 1, answers: [5, 5, 5, 5, 5, 5] } };
    for (const [marginId, content] of [
      [classMargin, words] as const,
      [textMargin, vector] as const,
    ]) {
      const ciphertext = await sealContent(key, { waveId, marginId }, content, "wide");
      await putRaw({ waveId, marginId, ciphertext });
    }
    await sealAt(waveId, new Date(MONDAY.getTime() + 21 * HOUR));

    const shown = await readWords(contextAt(during, elm), waveId);
    expect(shown).toEqual({
      ok: true,
      value: {
        title: "With words",
        schools: [
          {
            schoolId: "S1",
            schoolName: "Elm School",
            withheld: null,
            texts: Array(3).fill("[name] took my place, mail me at [contact]"),
          },
        ],
      },
    });
    expect(await readWords(contextAt(during), waveId)).toEqual(shown);
    for (const actor of [teacher, ridge]) {
      expect(await readWords(contextAt(during, actor), waveId)).toMatchObject({ ok: false });
    }
    expect(await readWave(contextAt(during, elm), waveId)).toMatchObject({
      value: { words: true, may: { readWords: true } },
    });
    expect(await readWave(contextAt(during, teacher), waveId)).toMatchObject({
      value: { may: { readWords: false } },
    });

    // Figures are what they would be without words, and the file of them holds none.
    const body = (await findReleaseBody(waveId))?.body;
    const parsed = parseRelease(body);
    if (!parsed.ok) throw new Error(parsed.message);
    expect(parsed.release.groups.find(({ id }) => id === "school:S1")?.n).toBe(44);
    expect(JSON.stringify(body)).not.toMatch(/took my place|words for a class/u);
    expect(await readProof(waveId)).toMatchObject({ words: true, ballotsEach: 2 });
    // 100 ballots in blocks of 5 students with 2 ballots each.
    expect(await readReceiptLines(waveId)).toHaveLength(110);
  }, 120_000);

  it("shows nothing when fewer than thirty of the school answered", async () => {
    const opens = new Date(MONDAY.getTime() + 21 * 24 * HOUR);
    const scheduled = await schedule(["7A", "7B"], opens);
    if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
    const { waveId } = scheduled.value;
    await answerAll(waveId, ["7A"], new Date(opens.getTime() + HOUR), 24);
    await sealAt(waveId, new Date(opens.getTime() + 2 * HOUR));
    expect(await readWords(contextAt(opens), waveId)).toMatchObject({
      value: { schools: [{ withheld: "fewer than 30 students answered", texts: [] }] },
    });
    expect(
      await school.asOwner("SELECT texts FROM release_texts WHERE wave_id = $1", [waveId]),
    ).toEqual([{ texts: [] }]);
  }, 60_000);

  it("is written once: after the seal no row is added to results or words, also not by the sealer", async () => {
    const { urls, schema } = school.database;
    await withClient(urls.sealer, async (client) => {
      for (const [table, rest] of [
        ["release_texts", "(wave_id, school_id) SELECT wave_id, 'S9' FROM"],
        [
          "release_cells",
          "(wave_id, group_id, item, level, participation_lo, participation_hi, roster_size) SELECT wave_id, 'class:x', '', 'class', 0, 4, 9 FROM",
        ],
      ] as const) {
        const write = `INSERT INTO ${schema}.${table} ${rest} ${schema}.releases`;
        await expect(client.query(write)).rejects.toMatchObject({ code: "HE005" });
      }
    });
  });

  it("is for administrators to turn on, and for nobody to write into afterwards", async () => {
    const opens = new Date(MONDAY.getTime() + 42 * 24 * HOUR);
    expect(await schedule(["7A"], opens, teacher)).toEqual({ ok: false, code: "missing" });
    // A single class, however large: its words would be that class's.
    await school.asOwner(
      `WITH more AS (INSERT INTO people (id, given_name, family_name, role, grades, org_ids)
         SELECT 'more-' || n, 'Student', 'More', 'student', '{07}', '{}' FROM generate_series(1, 10) n RETURNING id)
       INSERT INTO enrollments (id, class_id, school_id, person_id, role)
       SELECT 'e-' || id, '7A', 'S1', id, 'student' FROM more`,
    );
    const alone = await schedule(["7A"], opens);
    if (!alone.ok) throw new Error(JSON.stringify(alone));
    const manifest = readManifest((await readManifestText(alone.value.waveId)) ?? "");
    expect(manifest?.margins.map(({ level }) => level)).toEqual(["class"]);
    const { urls, schema } = school.database;
    for (const url of [urls.web, urls.ballot]) {
      await withClient(url, async (client) => {
        const write = `INSERT INTO ${schema}.release_texts (wave_id, school_id) SELECT wave_id, 'S2' FROM ${schema}.releases`;
        await expect(client.query(write)).rejects.toMatchObject({ code: "42501" });
        const change = `UPDATE ${schema}.release_texts SET texts = '{}'`;
        await expect(client.query(change)).rejects.toMatchObject({ code: "42501" });
      });
    }
  });
});
