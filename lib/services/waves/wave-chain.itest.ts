import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMargins } from "@/lib/data/margins";
import { findReleaseBody, listCellsOfWave } from "@/lib/data/releases";
import { findWave } from "@/lib/data/waves";
import { parseRelease } from "@/lib/disclosure/parse-release";
import { advanceWaves } from "./advance-waves";
import { callOffWave } from "./call-off-wave";
import { closeWave } from "./close-wave";
import { printSlips } from "./print-slips";
import { readWave } from "./read-wave";
import { scheduleWave, type ScheduleRequest } from "./schedule-wave";
import { sealWave } from "./seal-wave";
import { answerClass, answerOnce, fetchManifest } from "./testdata/answer-pulse";
import { contextAt, MONDAY, openWaveSchool, staff, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

const FRIDAY = { date: "2026-11-27", time: "15:00" };
const LATER = new Date("2026-11-27T21:30:00Z");
const always = [5, 5, 5, 5, 5, 5];
const never = [1, 1, 1, 1, 1, 1];
const request = (more: Partial<ScheduleRequest> = {}): ScheduleRequest => ({
  title: "November pulse",
  scope: { kind: "classes", ids: ["7A", "7B", "small"] },
  opens: "now",
  closes: FRIDAY,
  ...more,
});
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe("a pulse from its schedule to its release", () => {
  it("goes the whole way", async () => {
    const scheduled = await scheduleWave(contextAt(MONDAY), request());
    if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
    const { waveId, prepared, warnings } = scheduled.value;
    expect({ prepared, warnings }).toEqual({ prepared: true, warnings: [] });
    expect(await findWave(waveId)).toMatchObject({
      state: "open",
      timeZone: "America/Chicago",
      closesAt: new Date("2026-11-27T21:00:00Z"),
    });
    expect(readdirSync(school.keyDir)).toEqual([`${waveId}.keys.json`]);

    const margins = new Map((await listMargins(waveId)).map((row) => [row.classId, row.id]));
    const of = (classId: string) => ({ waveId, classId, marginId: margins.get(classId) ?? "" });
    const answers = [...times(17, always), ...times(3, never)];
    const sheet = await answerClass({ ...of("7A"), now: MONDAY }, answers);
    await answerClass({ ...of("small"), now: MONDAY }, times(9, always));
    await answerClass({ ...of("7B"), now: MONDAY }, times(12, always));
    expect(sheet.slips).toHaveLength(24);

    // One slip is one voice.
    const manifest = await fetchManifest(waveId, sheet.manifestHash);
    const slip = (index: number) => ({
      manifest,
      marginId: of("7A").marginId,
      joinCode: sheet.joinCode,
      seatCode: sheet.slips[index]?.code ?? "",
    });
    expect(await answerOnce({ ...slip(0), now: MONDAY }, always)).toMatchObject({ code: "used" });

    // Every collection rewrites all seats of its class, so none can be told as the last.
    const xmins = await school.asOwner(
      `SELECT DISTINCT xmin::text FROM seats WHERE margin_id = $1`,
      [of("7A").marginId],
    );
    expect(xmins).toHaveLength(1);

    expect(await sealWave(contextAt(MONDAY), waveId)).toMatchObject({ code: "not-closed" });
    expect((await closeWave(contextAt(LATER, { kind: "system" }), waveId)).ok).toBe(true);
    expect(await closeWave(contextAt(LATER), waveId)).toMatchObject({ code: "not-open" });
    expect(await answerOnce({ ...slip(21), now: MONDAY }, always)).toMatchObject({
      code: "closed",
    });

    const sealed = await sealWave(contextAt(LATER), waveId);
    const stored = await findReleaseBody(waveId);
    expect(sealed).toEqual({ ok: true, value: { hash: stored?.hash } });
    expect(parseRelease(stored?.body)).toMatchObject({ ok: true });
    expect(readdirSync(school.keyDir)).toEqual([]);
    expect(await school.asOwner("SELECT 1 FROM ballot_box")).toEqual([]);
    expect((await findWave(waveId))?.state).toBe("sealed");

    // Salted, the hash tells a teacher, who knows part of the release, nothing of the rest.
    expect(stored?.body).toMatchObject({
      salt: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
    });
    const teacher = contextAt(LATER, staff("teacher", { classIds: ["7A"] }));
    for (const reader of [teacher, contextAt(LATER)]) {
      expect(await readWave(reader, waveId)).toMatchObject({
        value: { release: { hash: stored?.hash } },
      });
    }
    // One from before there were salts, whose hash could be guessed.
    await school.asOwner("UPDATE releases SET body = body - 'salt' WHERE wave_id = $1", [waveId]);
    expect(await readWave(teacher, waveId)).toMatchObject({ value: { release: { hash: null } } });
    expect(await readWave(contextAt(LATER), waveId)).toMatchObject({
      value: { release: { hash: stored?.hash } },
    });

    const cells = await listCellsOfWave({ waveId, level: "class" });
    const small = cells.filter((cell) => cell.classId === "small");
    expect(small).toHaveLength(1);
    expect(small[0]).toMatchObject({ item: "", withheld: "fewer than 10 respondents" });
    // Shown, it would let the nine be worked out from the grade.
    expect(cells.find((cell) => cell.classId === "7B")?.withheld).toContain("smaller group");
    const large = cells.filter((cell) => cell.classId === "7A" && cell.item !== "");
    expect(large).toHaveLength(6);
    // 17 of 20: in the top band, which reaches from n − 3 to n and tells 17 from 20 no more.
    for (const cell of large) expect([cell.lo, cell.hi]).toEqual([17, 20]);
    const events = await school.asOwner<{ action: string }>(
      "SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY at, action",
      [waveId],
    );
    expect(events.map((event) => event.action).sort()).toEqual(
      ["wave.closed", "wave.opened", "wave.scheduled", "wave.sealed"].sort(),
    );
  });

  it("lets the clock open and close, each once", async () => {
    const scheduled = await scheduleWave(
      contextAt(MONDAY),
      request({
        scope: { kind: "school", ids: ["S2"] },
        opens: { date: "2026-11-24", time: "08:00" },
      }),
    );
    if (!scheduled.ok) throw new Error(scheduled.code);
    const { waveId } = scheduled.value;
    // The school's own clock: Mountain time.
    expect((await findWave(waveId))?.opensAt).toEqual(new Date("2026-11-24T15:00:00Z"));
    const clock = (now: string) => advanceWaves(contextAt(new Date(now), { kind: "system" }));
    const state = async () => (await findWave(waveId))?.state;
    await clock("2026-11-24T14:59:00Z");
    expect(await state()).toBe("planned");
    await Promise.all([clock("2026-11-24T15:00:01Z"), clock("2026-11-24T15:00:01Z")]);
    expect(await state()).toBe("open");
    expect(await clock("2026-11-27T22:00:01Z")).toEqual({ toSeal: [waveId], troubles: [] });
    expect(await state()).toBe("closed");
    expect(await clock("2026-11-27T22:00:11Z")).toEqual({ toSeal: [waveId], troubles: [] });
    expect((await sealWave(contextAt(LATER), waveId)).ok).toBe(true);
  });
});

describe("scheduling refuses", () => {
  it("a class that is in another pulse at that time, by name, also when both are asked for at once", async () => {
    const january = contextAt(new Date("2027-01-11T14:00:00Z"));
    const closes = { date: "2027-01-15", time: "15:00" };
    const both = await Promise.all([
      scheduleWave(january, request({ scope: { kind: "classes", ids: ["7B"] }, closes })),
      scheduleWave(january, request({ scope: { kind: "school", ids: ["S1"] }, closes })),
    ]);
    const refused = both.filter((outcome) => !outcome.ok);
    const made = both.flatMap((outcome) => (outcome.ok ? [outcome.value.waveId] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: "class-busy" });
    expect(JSON.stringify(refused[0])).toContain("Class 7B");
    const after = request({
      scope: { kind: "classes", ids: ["7B"] },
      opens: { date: "2027-01-25", time: "08:00" },
      closes: { date: "2027-01-29", time: "15:00" },
    });
    const soon = request({ ...after, opens: { date: "2027-01-18", time: "08:00" } });
    // Closed and asked again at once, with one student more, the two results would differ by that student.
    expect(await scheduleWave(january, soon)).toMatchObject({ code: "class-busy" });
    const next = await scheduleWave(january, after);
    if (!next.ok) throw new Error(next.code);
    expect(await callOffWave(january, made[0] ?? "")).toMatchObject({ code: "opened" });
    expect((await closeWave(january, made[0] ?? "")).ok).toBe(true);
    expect((await callOffWave(january, next.value.waveId)).ok).toBe(true);
    expect(await findWave(next.value.waveId)).toBeNull();
    expect(readdirSync(school.keyDir)).not.toContain(`${next.value.waveId}.keys.json`);
  });

  it("a lesson whose students are in another pulse at that time: the two could be subtracted", async () => {
    await school.asOwner(
      `INSERT INTO classes (id, title, class_type, grades, school_id, term_ids)
       VALUES ('art', 'Art', 'scheduled', '{07}', 'S1', '{}')`,
    );
    await school.asOwner(
      `INSERT INTO enrollments (id, class_id, school_id, person_id, role)
       SELECT 'art-' || person_id, 'art', 'S1', person_id, 'student' FROM enrollments
       WHERE class_id = '7B' OR person_id = '7A-0'`,
    );
    const in2027 = (ids: readonly string[], day: string) =>
      scheduleWave(
        contextAt(MONDAY),
        request({
          scope: { kind: "classes", ids },
          opens: { date: `2027-03-${day}`, time: "08:00" },
          closes: { date: `2027-03-${day}`, time: "15:00" },
        }),
      );
    const homeroom = await in2027(["7B"], "08");
    if (!homeroom.ok) throw new Error(homeroom.code);
    expect(await in2027(["art"], "08")).toMatchObject({ code: "class-busy" });
    expect(await in2027(["art"], "12")).toMatchObject({ code: "class-busy" });
    const next = await in2027(["art"], "16");
    if (!next.ok) throw new Error(next.code);
    for (const { value } of [homeroom, next]) await callOffWave(contextAt(MONDAY), value.waveId);
    await school.asOwner("DELETE FROM enrollments WHERE class_id = 'art'");
    await school.asOwner("DELETE FROM classes WHERE id = 'art'");
  });

  it("classes that are not one's own, exactly like classes that are not there", async () => {
    const teacher = contextAt(MONDAY, staff("teacher", { classIds: ["7A"] }));
    const head = contextAt(MONDAY, staff("school-administrator", { schoolIds: ["S1"] }));
    const missing = { ok: false, code: "missing" };
    const classes = (...ids: string[]) => request({ scope: { kind: "classes", ids } });
    expect(await scheduleWave(teacher, classes("7B"))).toEqual(missing);
    expect(await scheduleWave(teacher, classes("nowhere"))).toEqual(missing);
    expect(await scheduleWave(teacher, classes("7A", "7B"))).toEqual(missing);
    expect(await scheduleWave(head, request({ scope: { kind: "district" } }))).toEqual(missing);
    expect(await scheduleWave(head, request({ scope: { kind: "school", ids: ["S2"] } }))).toEqual(
      missing,
    );
    const nobody = contextAt(MONDAY, { kind: "anonymous" });
    expect(await scheduleWave(nobody, classes("7A"))).toEqual(missing);
  });

  it.each([
    [{ title: "  " }, "title"],
    [{ k: 9 }, "k"],
    [{ k: 31 }, "k"],
    [{ closes: { date: "2026-11-23", time: "07:00" } }, "closes"],
    [{ opens: { date: "2028-02-30", time: "08:00" } }, "opens"],
    [
      {
        opens: { date: "2028-02-01", time: "08:00" },
        closes: { date: "2028-02-02", time: "08:00" },
      },
      "opens",
    ],
    [{ closes: { date: "2027-11-27", time: "08:00" } }, "closes"],
  ] as const)("bad fields %j", async (more, field) => {
    const outcome = await scheduleWave(
      contextAt(MONDAY),
      request({ ...more, scope: { kind: "classes", ids: ["far"] } }),
    );
    expect(outcome).toMatchObject({ ok: false, code: "invalid" });
    expect(Object.keys((outcome.ok ? {} : outcome.fields) ?? {})).toEqual([field]);
  });

  it("slips for another's class", async () => {
    const scheduled = await scheduleWave(
      contextAt(new Date("2027-02-08T14:00:00Z")),
      request({
        scope: { kind: "classes", ids: ["far"] },
        closes: { date: "2027-02-09", time: "12:00" },
      }),
    );
    if (!scheduled.ok) throw new Error(scheduled.code);
    expect(scheduled.value.warnings).toEqual(["few-school-days"]);
    const target = { waveId: scheduled.value.waveId, classId: "far" };
    const teacher = contextAt(MONDAY, staff("teacher", { classIds: ["7A"] }));
    expect(await printSlips(teacher, target)).toEqual({ ok: false, code: "missing" });
    expect(await closeWave(teacher, target.waveId)).toEqual({ ok: false, code: "missing" });
  });
});

describe("slips", () => {
  it("of a second sheet replace the first, and never give more voices than students", async () => {
    const later = { date: "2026-12-18", time: "12:00" };
    const now = new Date("2026-12-14T16:00:00Z");
    const scheduled = await scheduleWave(
      contextAt(now),
      request({ scope: { kind: "classes", ids: ["far"] }, closes: later }),
    );
    if (!scheduled.ok) throw new Error(scheduled.code);
    const { waveId } = scheduled.value;
    const marginId = (await listMargins(waveId))[0]?.id ?? "";
    const wave = { waveId, classId: "far", marginId, now };
    const first = await answerClass(wave, times(4, always));
    const second = await answerClass(wave, times(8, never));
    // As many slips as before: a shorter sheet would tell how many have answered.
    expect(second.slips).toHaveLength(first.slips.length);
    const manifest = await fetchManifest(waveId, first.manifestHash);
    const use = (seatCode: string | undefined) =>
      answerOnce(
        { manifest, marginId, joinCode: first.joinCode, seatCode: seatCode ?? "", now },
        always,
      );
    expect(await use(first.slips[5]?.code)).toMatchObject({ code: "used" });
    expect(await use(second.slips[8]?.code)).toMatchObject({ code: "used" });
    expect(
      await school.asOwner("SELECT 1 FROM ballot_box WHERE wave_id = $1", [waveId]),
    ).toHaveLength(12);
  });
});
