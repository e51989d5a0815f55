import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeShareCode } from "@/lib/ballots/wire/share-code";
import { scheduleWave } from "@/lib/services/waves/schedule-wave";
import { sealWave } from "@/lib/services/waves/seal-wave";
import {
  contextAt,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { confirmShare } from "./confirm-share";
import { listTrusteeTasks } from "./list-trustee-tasks";
import { readTrusteeChoices } from "./read-trustee-choices";
import { readTrusteeship } from "./read-trusteeship";
import { showShare } from "./show-share";
import { takeShare } from "./take-share";
import {
  addColleagues,
  BYSTANDER,
  closedTrusteeWave,
  confirm,
  marksOf,
  plannedTrusteeWave,
  TRUSTEE_IDS,
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
const filesOf = (waveId: string) =>
  readdirSync(school.keyDir).filter((name) => name.startsWith(waveId));
const ballots = { far: Array.from({ length: 12 }, () => [5, 4, 5, 4, 5, 4]) };

describe("taking a share", () => {
  it("shows the same code until it was typed back, and then never again", async () => {
    const monday = nextMonday();
    const waveId = await plannedTrusteeWave(["far"], monday);
    const context = contextAt(monday, TRUSTEES[1]);
    const first = await showShare(context, waveId);
    if (!first.ok) throw new Error(first.code);
    expect(await showShare(context, waveId)).toEqual(first);
    const { code } = first.value;
    expect(await takeShare(context, { waveId, code: code.replace(/^./, "*") })).toMatchObject({
      code: "invalid",
    });
    expect(await marksOf(waveId)).toBe("nnn");
    expect((await takeShare(context, { waveId, code: code.toLowerCase() })).ok).toBe(true);
    expect(await showShare(context, waveId)).toEqual({ ok: false, code: "share-gone" });
    expect((await takeShare(context, { waveId, code: "whatever" })).ok).toBe(true);
    expect(await marksOf(waveId)).toBe("ntn");
  });

  it("goes on where the server was killed: hash stored, share gone, not marked", async () => {
    const monday = nextMonday();
    const waveId = await plannedTrusteeWave(["far"], monday);
    const context = contextAt(monday, TRUSTEES[1]);
    const shown = await showShare(context, waveId);
    if (!shown.ok) throw new Error(shown.code);
    expect((await takeShare(context, { waveId, code: shown.value.code })).ok).toBe(true);
    await school.asOwner("UPDATE wave_trustees SET taken = false WHERE wave_id = $1", [waveId]);
    expect(await showShare(context, waveId)).toEqual({ ok: false, code: "share-gone" });
    const other = encodeShareCode(waveId, randomBytes(33));
    expect(await takeShare(context, { waveId, code: other })).toMatchObject({ code: "invalid" });
    expect((await takeShare(context, { waveId, code: shown.value.code })).ok).toBe(true);
    expect(await marksOf(waveId)).toBe("ntn");
  });

  it("is for the trustee alone", async () => {
    const monday = nextMonday();
    const waveId = await plannedTrusteeWave(["far"], monday);
    const shown = await showShare(contextAt(monday, TRUSTEES[0]), waveId);
    const code = shown.ok ? shown.value.code : "";
    for (const actor of [BYSTANDER, system, { kind: "anonymous" } as const]) {
      const context = contextAt(monday, actor);
      expect(await readTrusteeship(context, waveId)).toEqual({ ok: false, code: "missing" });
      expect(await showShare(context, waveId)).toEqual({ ok: false, code: "missing" });
      expect(await takeShare(context, { waveId, code })).toEqual({ ok: false, code: "missing" });
      expect(await confirmShare(context, { waveId, code })).toEqual({ ok: false, code: "missing" });
      expect(await listTrusteeTasks(context)).toEqual([]);
    }
    // A trustee whose classes it does not ask reads no more of it than this page.
    expect(await readTrusteeship(contextAt(monday, TRUSTEES[2]), waveId)).toMatchObject({
      value: { mayReadWave: false, step: "take" },
    });
    expect(await readTrusteeship(contextAt(monday, TRUSTEES[0]), waveId)).toMatchObject({
      value: { mayReadWave: true },
    });
  });
});

describe("giving a share back", () => {
  it("refuses what is not a code, another's code, and after five wrong ones everything for a while", async () => {
    const { waveId, codes, now } = await closedTrusteeWave(ballots, nextMonday());
    for (const slip of [
      "",
      "no code",
      codes[0]?.slice(1),
      encodeShareCode(TRUSTEE_IDS[0]!, randomBytes(33)),
    ]) {
      expect(await confirm(waveId, 0, slip, now)).toMatchObject({
        code: "invalid",
        fields: { code: expect.stringMatching(/./) as string },
      });
    }
    for (let guess = 0; guess < 4; guess += 1) {
      const wrong = guess === 0 ? codes[1] : encodeShareCode(waveId, randomBytes(33));
      expect(await confirm(waveId, 0, wrong, now)).toMatchObject({ code: "invalid" });
    }
    // The fifth locks for a minute, then for longer; the right code waits too.
    await confirm(waveId, 0, encodeShareCode(waveId, randomBytes(33)), now);
    expect(await confirm(waveId, 0, codes[0], now)).toMatchObject({
      code: "too-many-codes",
      detail: { minutes: 1 },
    });
    // Slips are still told, and the other trustees are not held up.
    expect(await confirm(waveId, 0, "7KM2", now)).toMatchObject({ code: "invalid" });
    expect((await confirm(waveId, 1, codes[1], now)).ok).toBe(true);
    expect((await confirm(waveId, 0, codes[0], hoursOn(now, 1))).ok).toBe(true);
    expect((await seal(waveId, now)).ok).toBe(true);
  });

  it("does not take two shares for the key that do not give it", async () => {
    const { waveId, codes, now } = await closedTrusteeWave(ballots, nextMonday());
    expect((await confirm(waveId, 0, codes[0], now)).ok).toBe(true);
    // The pad is another: the shares are right, the key would be wrong.
    const path = join(school.keyDir, `${waveId}.keys.json`);
    const before = readFileSync(path, "utf8");
    const keys = JSON.parse(before) as object;
    writeFileSync(path, JSON.stringify({ ...keys, pad: randomBytes(32).toString("base64") }));
    expect(await confirm(waveId, 1, codes[1], now)).toEqual({
      ok: false,
      code: "shares-do-not-fit",
    });
    expect(await marksOf(waveId)).toBe("ctt");
    writeFileSync(path, before);
    expect((await confirm(waveId, 1, codes[1], now)).ok).toBe(true);
    expect((await seal(waveId, now)).ok).toBe(true);
  });

  it("asks the first trustee again when their share was exchanged meanwhile", async () => {
    const { waveId, codes, now } = await closedTrusteeWave(ballots, nextMonday());
    expect((await confirm(waveId, 0, codes[0], now)).ok).toBe(true);
    const path = join(school.keyDir, `${waveId}.kept-1.share.json`);
    const file = JSON.parse(readFileSync(path, "utf8")) as object;
    writeFileSync(path, JSON.stringify({ ...file, share: randomBytes(33).toString("base64") }));
    expect(await confirm(waveId, 1, codes[1], now)).toEqual({ ok: true, value: { enough: false } });
    expect(await marksOf(waveId)).toBe("tct");
    expect(await confirm(waveId, 0, codes[0], now)).toEqual({ ok: true, value: { enough: true } });
    expect((await seal(waveId, now)).ok).toBe(true);
    expect(filesOf(waveId)).toEqual([]);
  });
});

describe("naming trustees", () => {
  const request = (trustees: readonly string[]) => ({
    title: "Pulse",
    scope: { kind: "classes", ids: ["far"] } as const,
    opens: "now" as const,
    closes: { date: "2030-01-11", time: "12:00" },
    trustees,
  });
  const at = new Date("2030-01-07T14:00:00Z");
  const nobody = "00000000-0000-4000-8000-00000000dead";

  it("is for district administrators", async () => {
    for (const actor of [
      staff("teacher", { classIds: ["far"] }),
      staff("school-administrator", { schoolIds: ["S2"] }),
    ]) {
      expect(await scheduleWave(contextAt(at, actor), request(TRUSTEE_IDS))).toMatchObject({
        code: "missing",
      });
      expect(await readTrusteeChoices(contextAt(at, actor))).toMatchObject({ code: "forbidden" });
    }
    const choices = await readTrusteeChoices(contextAt(at));
    expect(choices.ok && choices.value.map(({ name }) => name)).toEqual([
      ...["Ada", "Alan", "Eve", "Grace"],
    ]);
  });

  it("takes three different accounts that are enabled, and says which is wrong", async () => {
    const [ada = "", grace = "", alan = ""] = TRUSTEE_IDS;
    const cases: [readonly string[], Record<string, RegExp>][] = [
      [[ada, grace], { trustee3: /^Choose somebody/ }],
      [[ada, "", alan], { trustee2: /^Choose somebody/ }],
      [[ada, grace, ada], { trustee3: /must differ/ }],
      [[ada, grace, nobody], { trustee3: /disabled or gone/ }],
      [["x", grace, alan], { trustee1: /disabled or gone/ }],
      [[...TRUSTEE_IDS, BYSTANDER.accountId], { trustee3: /three people, not more/ }],
    ];
    for (const [trustees, fields] of cases) {
      const refused = await scheduleWave(contextAt(at), request(trustees));
      expect(refused).toMatchObject({ code: "invalid" });
      const said = refused.ok ? {} : (refused.fields ?? {});
      expect(Object.keys(said)).toEqual(Object.keys(fields));
      for (const [name, words] of Object.entries(fields)) expect(said[name]).toMatch(words);
    }
    await school.asOwner("UPDATE accounts SET disabled = true WHERE id = $1", [alan]);
    expect(await scheduleWave(contextAt(at), request(TRUSTEE_IDS))).toMatchObject({
      fields: { trustee3: expect.stringMatching(/disabled/) as string },
    });
    const choices = await readTrusteeChoices(contextAt(at));
    expect(JSON.stringify(choices)).not.toContain("Alan");
    await school.asOwner("UPDATE accounts SET disabled = false WHERE id = $1", [alan]);
    expect(await school.asOwner("SELECT 1 FROM waves WHERE title = 'Pulse'")).toEqual([]);
  });
});
