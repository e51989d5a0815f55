import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readShareCode } from "@/lib/ballots/wire/share-code";
import { closeWave } from "@/lib/services/waves/close-wave";
import { sealWave } from "@/lib/services/waves/seal-wave";
import { fillBox, openTestWave } from "@/lib/services/waves/testdata/closed-wave";
import {
  contextAt,
  openWaveSchool,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { copyKeys, countOpened, dumpDatabase } from "./testdata/thief";
import {
  addColleagues,
  closedTrusteeWave,
  confirm,
  openTrusteeWave,
  plannedTrusteeWave,
  takeAll,
} from "./testdata/trustee-wave";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
  await addColleagues(school);
});
afterAll(() => school.close());

let week = 0;
const nextMonday = () => new Date(Date.parse("2026-09-07T14:00:00Z") + 21 * 86_400_000 * week++);
const LATER = new Date("2027-06-01T12:00:00Z");
const system = { kind: "system" } as const;
const VOTERS = 2;
const ballots = { far: Array.from({ length: VOTERS }, (_, at) => [1, 2, 3, 4, 5, 1 + (at % 5)]) };
const textOf = (waveId: string, code: string | undefined): string => {
  const read = readShareCode(waveId, code ?? "");
  return read.ok ? Buffer.from(read.share).toString("hex") : "";
};

describe("a thief with a dump of the database and a copy of the key directory", () => {
  it("opens a pulse without trustees from the time when it was open, and nothing after the seal", async () => {
    const waveId = await openTestWave(["far"], nextMonday());
    await fillBox(waveId, ballots);
    const dump = await dumpDatabase(school);
    const keysWhileOpen = copyKeys(school);
    expect(dump.ballots).toHaveLength(VOTERS);
    // What the thief does works: otherwise the rest of this file would prove nothing.
    const early = { ...dump, texts: [...dump.texts, ...keysWhileOpen] };
    expect(await countOpened(early)).toBe(VOTERS);

    expect((await closeWave(contextAt(LATER, system), waveId)).ok).toBe(true);
    expect((await sealWave(contextAt(LATER, system), waveId)).ok).toBe(true);
    const after = await dumpDatabase(school);
    expect(after.ballots).toEqual([]);
    expect(readdirSync(school.keyDir)).toEqual([]);
    const texts = [...dump.texts, ...after.texts, ...copyKeys(school)];
    expect(await countOpened({ ...dump, texts })).toBe(0);
  });

  it("opens nothing of a pulse with trustees while it is open, nor with one share that came back", async () => {
    const { waveId, codes, now } = await closedTrusteeWave(ballots, nextMonday());
    const dump = await dumpDatabase(school);
    expect(dump.ballots).toHaveLength(VOTERS);
    const open = copyKeys(school);
    expect(await confirm(waveId, 1, codes[1], now)).toMatchObject({ value: { enough: false } });
    const later = await dumpDatabase(school);
    const all = [...dump.texts, ...open, ...later.texts, ...copyKeys(school)];
    // One dishonest trustee adds nothing to the share that is there: it is their own.
    expect(await countOpened({ ...dump, texts: [...all, textOf(waveId, codes[1])] })).toBe(0);
    // Together with another's it would open: the thief's way is the right one.
    expect(await countOpened({ ...dump, texts: [...all, textOf(waveId, codes[0])] })).toBe(VOTERS);

    expect((await confirm(waveId, 2, codes[2], now)).ok).toBe(true);
    expect((await sealWave(contextAt(now, system), waveId)).ok).toBe(true);
  });

  it("opens nothing after the seal, although they have all three codes too", async () => {
    const { waveId, codes } = await openTrusteeWave(ballots, nextMonday());
    const dump = await dumpDatabase(school);
    const now = new Date(LATER.getTime() + 1);
    expect((await closeWave(contextAt(now, system), waveId)).ok).toBe(true);
    for (const trustee of [0, 1]) {
      expect((await confirm(waveId, trustee, codes[trustee], now)).ok).toBe(true);
    }
    expect((await sealWave(contextAt(now, system), waveId)).ok).toBe(true);
    expect(readdirSync(school.keyDir)).toEqual([]);
    const after = await dumpDatabase(school);
    const drawers = codes.map((code) => textOf(waveId, code));
    const texts = [...dump.texts, ...after.texts, ...drawers];
    expect(await countOpened({ ...dump, texts })).toBe(0);
  });

  it("finds shares in the key directory only before the pulse opens, and never in the database", async () => {
    const monday = nextMonday();
    const waveId = await plannedTrusteeWave(["far"], monday);
    const names = readdirSync(school.keyDir).sort();
    expect(names).toEqual([
      `${waveId}.keys.json`,
      ...[1, 2, 3].map((at) => `${waveId}.waiting-${String(at)}.share.json`),
    ]);
    const codes = await takeAll(waveId, monday);
    expect(readdirSync(school.keyDir)).toEqual([`${waveId}.keys.json`]);
    const { texts } = await dumpDatabase(school);
    const everything = texts.join("\n");
    for (const code of codes) {
      const share = Buffer.from(textOf(waveId, code), "hex");
      for (const text of [code, share.toString("hex"), share.toString("base64")]) {
        expect(everything).not.toContain(text);
      }
    }
  });
});
