import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { castBallots } from "@/lib/ballots/client/cast-ballots";
import { findSeatMargins } from "@/lib/ballots/client/find-seat-margins";
import { sealContent } from "@/lib/ballots/client/seal-content";
import type { BallotContent } from "@/lib/ballots/wire/ballot-content";
import { type Manifest, NOMINATIONS_LEVEL, readManifest } from "@/lib/ballots/wire/manifest";
import { type Nomination, NO_NOMINATION } from "@/lib/ballots/wire/nomination";
import { findReleaseBody } from "@/lib/data/releases";
import { parseRelease } from "@/lib/disclosure/parse-release";
import { madeClass } from "@/lib/disclosure/nominations/testdata/made-class";
import { pseudonymKey } from "@/lib/server/signing-keys";
import { verdictOn } from "@/lib/verification/testdata/forge-release";
import { readClassPulse } from "../ballots/read-pulse";
import { readClass } from "../insight/read-class";
import { closeWave } from "./close-wave";
import { printSlips } from "./print-slips";
import { readManifestText } from "./read-manifest";
import { readProof } from "./read-proof";
import { sealWave } from "./seal-wave";
import { fetchManifest, transportAt } from "./testdata/answer-pulse";
import { putRaw, scheduleTestWave } from "./testdata/closed-wave";
import { contextAt, MONDAY, openWaveSchool, staff, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
const HOUR = 3_600_000;
const RETRY = { attempts: 1, firstWaitMs: 1, retryThrottled: false };

beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

const schedule = (classIds: string[], opens: Date, actor = staff("district-administrator")) =>
  scheduleTestWave(classIds, opens, { title: "With nominations", nominations: true }, actor);

interface Sheet {
  readonly manifest: Manifest;
  readonly joinCode: string;
  readonly codes: readonly string[];
}

async function sheetOf(waveId: string, classId: string, now: Date): Promise<Sheet> {
  const sheet = await printSlips(contextAt(now), { waveId, classId });
  if (!sheet.ok) throw new Error(sheet.code);
  const { joinCode, slips, manifestHash } = sheet.value;
  expect(slips.every(({ name }) => name === null)).toBe(true);
  const manifest = await fetchManifest(waveId, manifestHash);
  return { manifest, joinCode, codes: slips.map(({ code }) => code) };
}

const ask = (sheet: Pick<Sheet, "joinCode">, seatCode: string, now: Date) =>
  findSeatMargins(transportAt(now), "/seat", { joinCode: sheet.joinCode, seatCode }, RETRY);

/** One student's whole way through the browser's own code, with the margins that the slip is told. */
async function answer(sheet: Sheet, seatCode: string, now: Date, nomination: Nomination) {
  const asked = await ask(sheet, seatCode, now);
  if (!asked.ok) throw new Error(asked.code);
  const levels = new Map(sheet.manifest.margins.map(({ id, level }) => [id, level]));
  const contentOf = (id: string): BallotContent =>
    levels.get(id) === NOMINATIONS_LEVEL
      ? { nomination }
      : { vector: { formId: 1, answers: [5, 4, 3, 2, 1, 5] } };
  const cast = await castBallots({
    transport: transportAt(now),
    manifest: sheet.manifest,
    admission: { joinCode: sheet.joinCode, seatCode },
    from: { answers: asked.marginIds.map((marginId) => ({ marginId, ...contentOf(marginId) })) },
    settings: { attempts: 1 },
  });
  if (!cast.ok) throw new Error(cast.code);
  return asked;
}

const filesOf = (waveId: string) =>
  readdirSync(school.keyDir)
    .filter((file) => file.startsWith(waveId))
    .map((file) => file.slice(waveId.length))
    .sort();

async function sealAt(waveId: string, now: Date): Promise<void> {
  expect(filesOf(waveId)).toEqual([".keys.json", ".numbers.json"]);
  expect((await closeWave(contextAt(now), waveId)).ok).toBe(true);
  // Before a ballot can be opened nothing is left that would turn its numbers into names.
  expect(filesOf(waveId)).toEqual([".keys.json"]);
  expect(await pseudonymKey(waveId)).toBeNull();
  expect((await sealWave(contextAt(now, { kind: "system" }), waveId)).ok).toBe(true);
}

describe("a pulse that asks whom students could turn to", () => {
  const during = new Date(MONDAY.getTime() + 20 * HOUR);
  let waveId = "";
  let manifest: Manifest;

  it("asks classes of 18 and more, each with a key of its own", async () => {
    const scheduled = await schedule(["7A", "7B", "small", "tiny"], MONDAY);
    if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
    ({ waveId } = scheduled.value);
    const read = readManifest((await readManifestText(waveId)) ?? "");
    if (read === null) throw new Error("no manifest");
    manifest = read;
    const asked = manifest.margins.filter(({ level }) => level === NOMINATIONS_LEVEL);
    expect(asked.map(({ label }) => label)).toEqual(["Class 7A", "Class 7B"]);
    const cards = await school.asOwner<{ label: string; join_code: string }>(
      "SELECT label, join_code FROM margins WHERE wave_id = $1 AND class_id IS NOT NULL",
      [waveId],
    );
    for (const { label, join_code: code } of cards) {
      const own = asked.find((margin) => margin.label === label);
      expect(await readClassPulse(during, code)).toMatchObject({
        nominations: own === undefined ? null : { marginId: own.id },
      });
    }
    expect(await readProof(waveId)).toMatchObject({ nominations: true, ballotsEach: 2 });
  }, 60_000);

  it("gives the list of the class to unused slips of it, and to nothing else", async () => {
    const sheet = await sheetOf(waveId, "7A", during);
    const other = await sheetOf(waveId, "7B", during);
    const [first = "", second = ""] = sheet.codes;
    const asked = await ask(sheet, first, during);
    if (!asked.ok) throw new Error(asked.code);
    const { classmates } = asked;
    expect(classmates?.map(({ name }) => name)).toHaveLength(24);
    expect(classmates?.every(({ name }) => name.startsWith("Student 7A-"))).toBe(true);
    const names = classmates?.map(({ name }) => name) ?? [];
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en")));
    const numbers = classmates?.map(({ number }) => number) ?? [];
    expect([...numbers].sort((a, b) => a - b)).toEqual(names.map((_, at) => at + 1));
    // The order of names says nothing of numbers: by chance alike once in 24! keys.
    expect(numbers).not.toEqual(names.map((_, at) => at + 1));
    expect(await ask(sheet, second, during)).toEqual(asked);

    // A wrong code, a slip of the other class, a used one, a replaced one.
    expect(await ask(sheet, "0000-0000", during)).toEqual({ ok: false, code: "wrong-code" });
    expect(await ask(sheet, other.codes[0] ?? "", during)).toEqual({
      ok: false,
      code: "wrong-code",
    });
    await answer(sheet, first, during, NO_NOMINATION);
    expect(await ask(sheet, first, during)).toMatchObject({ ok: true, classmates: null });
    const again = await sheetOf(waveId, "7A", during);
    expect(await ask(sheet, second, during)).toMatchObject({ ok: true, classmates: null });
    expect(await ask(again, again.codes[0] ?? "", during)).toEqual(asked);
    // Nothing of it is on the page that anybody may open, nor in the manifest.
    expect(JSON.stringify(await readClassPulse(during, sheet.joinCode))).not.toContain("Student");
    expect(await readManifestText(waveId)).not.toMatch(/Student/u);
  }, 60_000);

  it("casts a ballot for nominations from everybody, with or without one, all of one length", async () => {
    const named = madeClass(24);
    const sheet = await sheetOf(waveId, "7A", during);
    // One student of 7A has answered above, without saying who they are: a slip is left over.
    for (const [at, code] of sheet.codes.slice(0, 23).entries()) {
      await answer(sheet, code, during, named[at] ?? NO_NOMINATION);
    }
    const other = await sheetOf(waveId, "7B", during);
    for (const [at, code] of other.codes.entries()) {
      const own = at < 15 ? { own: at + 1, named: [((at + 1) % 15) + 1] } : NO_NOMINATION;
      await answer(other, code, during, own);
    }
    for (const classId of ["small", "tiny"]) {
      const smaller = await sheetOf(waveId, classId, during);
      for (const code of smaller.codes) {
        expect((await answer(smaller, code, during, NO_NOMINATION)).classmates).toBeNull();
      }
    }
    const box = await school.asOwner<{ level: string; n: string; bytes: number }>(
      `SELECT m.level, count(*) AS n, min(length(b.ciphertext)) AS bytes FROM ballot_box b
       JOIN margins m ON m.id = b.margin_id WHERE b.wave_id = $1
       GROUP BY m.level, length(b.ciphertext) ORDER BY m.level`,
      [waveId],
    );
    expect(box).toEqual([
      { level: "class", n: "58", bytes: 112 },
      { level: "grade", n: "8", bytes: 112 },
      { level: "nominations", n: "44", bytes: 112 },
    ]);
  }, 120_000);

  it("keeps no number of anybody in the database while it runs", async () => {
    const key = await pseudonymKey(waveId);
    expect(key).toHaveLength(32);
    const tables = await school.asOwner<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'",
    );
    expect(tables.length).toBeGreaterThan(15);
    const bytes = Buffer.from(key ?? []);
    const forms = [bytes.toString("base64"), bytes.toString("hex")];
    for (const { name } of tables) {
      const rows = await school.asOwner<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" t`,
      );
      const text = rows.map(({ row }) => row).join("\n");
      for (const form of forms) expect(text.includes(form), name).toBe(false);
    }
    const columns = await school.asOwner<{ name: string }>(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND column_name ~ 'pseudonym|number|nominat'",
    );
    expect(columns).toEqual([]);
    // Whose margin it is follows from its group; it has no roster that could be numbered.
    expect(
      await school.asOwner("SELECT 1 FROM margins WHERE level = 'nominations' AND roster <> '{}'"),
    ).toEqual([]);
  });

  it("seals into figures of classes with enough, or a reason; junk and posing count for nothing", async () => {
    const [first] = manifest.margins.filter(({ level }) => level === NOMINATIONS_LEVEL);
    const classMargin = manifest.margins.find(
      ({ label, level }) => level === "class" && label === "Class 7A",
    );
    const key = manifest.hpkePublicKey;
    const junk: [string, BallotContent][] = [
      [first?.id ?? "", { vector: { formId: 1, answers: [5, 5, 5, 5, 5, 5] } }],
      [classMargin?.id ?? "", { nomination: { own: 1, named: [2] } }],
      // Student 25 of 24, and somebody who poses as student 1.
      [first?.id ?? "", { nomination: { own: 25, named: [1] } }],
      [first?.id ?? "", { nomination: { own: 1, named: [20] } }],
    ];
    for (const [marginId, content] of junk) {
      const ciphertext = await sealContent(key, { waveId, marginId }, content);
      await putRaw({ waveId, marginId, ciphertext });
    }
    await sealAt(waveId, new Date(MONDAY.getTime() + 21 * HOUR));

    const body = (await findReleaseBody(waveId))?.body;
    const parsed = parseRelease(body);
    if (!parsed.ok) throw new Error(parsed.message);
    const { network, groups } = parsed.release;
    expect(groups.find(({ id }) => id === "class:7A")?.n).toBe(24);
    expect(network).toMatchObject([
      // 22 of 24: one said nothing, and student 1 came twice.
      { group: "class:7A", withheld: null, seats: 24, respondents: { lo: 21, hi: 24 } },
      { group: "class:7B", withheld: "fewer than 16 of 20 students took part" },
    ]);
    expect(verdictOn(body)).toMatchObject({ ok: true });

    const shown = await readClass(contextAt(during, staff("teacher", { classIds: ["7A"] })), "7A");
    expect(shown).toMatchObject({ value: { pulse: { ties: network?.[0] } } });
    expect(
      await readClass(contextAt(during, staff("teacher", { classIds: ["7B"] })), "7A"),
    ).toEqual({ ok: false, code: "missing" });
    expect(await readClass(contextAt(during), "small")).toMatchObject({
      value: { pulse: { ties: null } },
    });
  }, 120_000);

  it("has destroyed the key of the numbers with the others, and every ballot", async () => {
    expect(filesOf(waveId)).toEqual([]);
    expect(await pseudonymKey(waveId)).toBeNull();
    expect(await school.asOwner("SELECT 1 FROM ballot_box")).toEqual([]);
  });
});

describe("whether a pulse asks for nominations", () => {
  it("is for district administrators to say", async () => {
    const opens = new Date(MONDAY.getTime() + 42 * 24 * HOUR);
    for (const actor of [
      staff("school-administrator", { schoolIds: ["S1", "S2"] }),
      staff("teacher", { classIds: ["7A"] }),
    ]) {
      expect(await schedule(["7A"], opens, actor)).toEqual({ ok: false, code: "missing" });
    }
  });

  it("makes no key for numbers where no class is large enough, nor where it is off", async () => {
    const opens = new Date(MONDAY.getTime() + 42 * 24 * HOUR);
    const scheduled = await schedule(["small", "far"], opens);
    if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
    expect(await pseudonymKey(scheduled.value.waveId)).toBeNull();
    const manifest = readManifest((await readManifestText(scheduled.value.waveId)) ?? "");
    expect(manifest?.margins.map(({ level }) => level)).toEqual(["class", "class"]);
  }, 60_000);
});
