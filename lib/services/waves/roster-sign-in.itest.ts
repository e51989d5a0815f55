import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeatMargins } from "@/lib/ballots/client/find-seat-margins";
import { listAuditEvents } from "@/lib/data/audit-events";
import { readClassPulse } from "../ballots/read-pulse";
import { loadRunningWave } from "../insight/running-wave";
import { closeWave } from "./close-wave";
import { listNotCollected } from "./list-not-collected";
import { listTodaysPulses } from "./list-todays-pulses";
import type { SlipSheet } from "./dealt-slip";
import { printSlips } from "./print-slips";
import { readClassCard } from "./read-class-card";
import { readProof } from "./read-proof";
import { readScheduleChoices } from "./read-schedule-choices";
import { readWave } from "./read-wave";
import { replaceSlip } from "./replace-slip";
import { scheduleWave, type ScheduleRequest } from "./schedule-wave";
import { answerInMargins, fetchManifest, transportAt } from "./testdata/answer-pulse";
import {
  administrator,
  contextAt,
  MONDAY,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "./testdata/wave-school";

const HOUR = 3_600_000;
const MISSING = { ok: false, code: "missing" };
const during = new Date(MONDAY.getTime() + 2 * HOUR);
const teacher = staff("teacher", { classIds: ["7A"] });
const principal = staff("school-administrator", { schoolIds: ["S1"] });

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
  await school.asOwner(`
    INSERT INTO student_demographics (person_id, dimension, category)
    SELECT person_id, 'gender', CASE WHEN row_number() OVER (ORDER BY person_id) % 2 = 0 THEN 'F' ELSE 'M' END
    FROM enrollments WHERE class_id IN ('7B', 'small')`);
});
afterAll(() => school.close());

const request = (classId: string, more: Partial<ScheduleRequest> = {}): ScheduleRequest => ({
  title: "Roster pulse",
  scope: { kind: "classes", ids: [classId] },
  opens: "now",
  closes: { date: "2026-12-01", time: "12:00" },
  admission: "roster",
  ...more,
});

async function scheduled(actor: typeof teacher, asked: ScheduleRequest): Promise<string> {
  const outcome = await scheduleWave(contextAt(MONDAY, actor), asked);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.waveId;
}

async function sheetOf(waveId: string, classId: string): Promise<SlipSheet> {
  const sheet = await printSlips(contextAt(during), { waveId, classId });
  if (!sheet.ok) throw new Error(sheet.code);
  return sheet.value;
}

/** A student's whole way with one slip; what the server says if it refuses. */
async function answer(waveId: string, sheet: SlipSheet, seatCode: string): Promise<string> {
  const manifest = await fetchManifest(waveId, sheet.manifestHash);
  const admission = { joinCode: sheet.joinCode, seatCode };
  const policy = { attempts: 1, firstWaitMs: 1, retryThrottled: false };
  const margins = await findSeatMargins(transportAt(during), "/seat", admission, policy);
  if (!margins.ok) return margins.code;
  const target = { manifest, ...admission, now: during };
  const cast = await answerInMargins(target, margins.marginIds, [5, 4, 3, 2, 1, 5]);
  return cast.ok ? "ok" : cast.code;
}

const codeOf = (sheet: SlipSheet, name: string) =>
  sheet.slips.find((slip) => slip.name === name)?.code ?? "";

async function left(waveId: string, classId: string, actor = teacher): Promise<string[]> {
  const outcome = await listNotCollected(contextAt(during, actor), { waveId, classId });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.students.map(({ name }) => name);
}

describe("roster sign-in", () => {
  let waveId = "";
  let sheet: SlipSheet;

  it("is scheduled by a teacher for their class, and the log names it", async () => {
    waveId = await scheduled(teacher, request("7A"));
    const [event] = await listAuditEvents({ action: "wave.scheduled", limit: 1 });
    expect(event?.detail).toMatchObject({ admission: "roster" });
    const refused = await scheduleWave(
      contextAt(MONDAY, teacher),
      request("7A", { admission: "door" }),
    );
    expect(refused).toMatchObject({ code: "invalid", fields: { admission: expect.any(String) } });
  });

  it("says so wherever somebody looks", async () => {
    const target = { waveId, classId: "7A" };
    const card = await readClassCard(contextAt(during, teacher), target);
    expect(card).toMatchObject({
      value: { admission: "roster", byName: true, dimensions: [], may: { close: true } },
    });
    expect(await readProof(waveId)).toMatchObject({ admission: "roster", byName: true });
    expect((await readWave(contextAt(during, teacher), waveId)).ok).toBe(true);
    const joinCode = card.ok ? card.value.joinCode : "";
    expect(await readClassPulse(during, joinCode)).toMatchObject({
      state: "open",
      byName: true,
      dimensions: [],
    });
  });

  it("deals one slip a student, by name, and lists who is left as they collect", async () => {
    sheet = await sheetOf(waveId, "7A");
    const names = sheet.slips.map(({ name }) => name);
    expect(sheet.byName).toBe(true);
    expect(new Set(names).size).toBe(24);
    const listed = await left(waveId, "7A");
    expect(listed).toEqual(names);
    // In an order that is not the list's: what is left must not show who came first.
    for (const name of ["Student 7A-9", "Student 7A-0", "Student 7A-20"]) {
      expect(await answer(waveId, sheet, codeOf(sheet, name))).toBe("ok");
    }
    const after = await left(waveId, "7A");
    expect(after).toEqual(
      listed.filter((name) => !["Student 7A-0", "Student 7A-20", "Student 7A-9"].includes(name)),
    );
    expect(await left(waveId, "7A", principal)).toEqual(after);
    expect(
      await readClassCard(contextAt(during, teacher), { waveId, classId: "7A" }),
    ).toMatchObject({
      value: { collectedFloor: 0, left: { lo: 20, hi: 24 } },
    });
  });

  it("keeps who and what apart: a ballot of the class and nothing of a person", async () => {
    const box = await school.asOwner(`SELECT * FROM ballot_box WHERE wave_id = $1`, [waveId]);
    expect(box).toHaveLength(3);
    const [columns] = box.map((row) => Object.keys(row).sort().join(" "));
    expect(columns).not.toMatch(/person|seat|time|at\b/u);
  });

  it("gives one student a new code: theirs alone is revoked, and it is used once", async () => {
    const target = { waveId, classId: "7A", personId: "7A-5" };
    const made = await replaceSlip(contextAt(during, teacher), target);
    if (!made.ok) throw new Error(made.code);
    expect(made.value.slips).toHaveLength(1);
    expect(made.value.slips[0]).toMatchObject({ name: "Student 7A-5" });
    const fresh = made.value.slips[0]?.code ?? "";
    expect(await answer(waveId, sheet, codeOf(sheet, "Student 7A-5"))).toBe("used");
    expect(await answer(waveId, sheet, fresh)).toBe("ok");
    expect(await answer(waveId, sheet, fresh)).toBe("used");
    expect(await answer(waveId, sheet, codeOf(sheet, "Student 7A-6"))).toBe("ok");
    expect(await replaceSlip(contextAt(during, teacher), target)).toEqual({
      ok: false,
      code: "slip-collected",
    });
    expect(await left(waveId, "7A")).toHaveLength(19);
  });

  it("logs that a slip was replaced, and not whose: the log outlives the seats", async () => {
    const events = await listAuditEvents({ action: "slips.one-replaced", limit: 5 });
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toMatch(/7A-5/u);
  });

  it("prints a whole sheet again that does not tell who has answered", async () => {
    const again = await sheetOf(waveId, "7A");
    expect(again.slips).toHaveLength(24);
    expect(await answer(waveId, again, codeOf(again, "Student 7A-9"))).toBe("used");
    expect(await answer(waveId, sheet, codeOf(sheet, "Student 7A-7"))).toBe("used");
    expect(await answer(waveId, again, codeOf(again, "Student 7A-7"))).toBe("ok");
  });

  it("is nobody else's to see", async () => {
    const target = { waveId, classId: "7A" };
    for (const actor of [
      staff("teacher", { classIds: ["7B"] }),
      staff("school-administrator", { schoolIds: ["S2"] }),
    ]) {
      const context = contextAt(during, actor);
      expect(await listNotCollected(context, target)).toEqual(MISSING);
      expect(await replaceSlip(context, { ...target, personId: "7A-7" })).toEqual(MISSING);
    }
    const own = contextAt(during, teacher);
    expect(await listNotCollected(own, { waveId, classId: "7B" })).toEqual(MISSING);
    expect(await replaceSlip(own, { ...target, personId: "7B-1" })).toEqual(MISSING);
  });

  it("ends with the pulse", async () => {
    expect((await closeWave(contextAt(during, teacher), waveId)).ok).toBe(true);
    const own = contextAt(during, teacher);
    expect(await listNotCollected(own, { waveId, classId: "7A" })).toEqual(MISSING);
    expect(await replaceSlip(own, { waveId, classId: "7A", personId: "7A-7" })).toEqual({
      ok: false,
      code: "closed",
    });
  });
});

describe("a pulse without roster sign-in", () => {
  it("has no list and no single codes, dealt by chance or by name", async () => {
    const byChance = await scheduled(
      staff("teacher", { classIds: ["far"] }),
      request("far", { admission: "slips" }),
    );
    const options = { admission: "slips", dimensions: ["gender"] };
    const byName = await scheduled(administrator, request("small", options));
    for (const [waveId, classId, named] of [
      [byChance, "far", false],
      [byName, "small", true],
    ] as const) {
      const sheet = await sheetOf(waveId, classId);
      expect(sheet.byName).toBe(named);
      expect(await listNotCollected(contextAt(during), { waveId, classId })).toEqual(MISSING);
      const target = { waveId, classId, personId: `${classId}-1` };
      expect(await replaceSlip(contextAt(during), target)).toEqual(MISSING);
      const running = await loadRunningWave(classId);
      expect(running).toMatchObject({ admission: "slips", collectedFloor: 0 });
      // A ballot collected moves nothing that a page shows before there are five.
      const seen = JSON.stringify([await readWave(contextAt(during), waveId), running]);
      expect(await answer(waveId, sheet, sheet.slips[3]?.code ?? "")).toBe("ok");
      expect(
        JSON.stringify([await readWave(contextAt(during), waveId), await loadRunningWave(classId)]),
      ).toBe(seen);
    }
  });

  it("may have both: demographics and the list", async () => {
    const more = { dimensions: ["gender"] };
    const waveId = await scheduled(administrator, request("7B", more));
    const sheet = await sheetOf(waveId, "7B");
    expect(await answer(waveId, sheet, codeOf(sheet, "Student 7B-3"))).toBe("ok");
    const listed = await left(waveId, "7B", principal);
    expect(listed).toHaveLength(19);
    expect(listed).not.toContain("Student 7B-3");
    const made = await replaceSlip(contextAt(during), { waveId, classId: "7B", personId: "7B-4" });
    // The new slip collects for the student's groups too.
    const code = made.ok ? (made.value.slips[0]?.code ?? "") : "";
    expect(await answer(waveId, sheet, code)).toBe("ok");
    const box = await school.asOwner<{ n: string }>(
      "SELECT count(*) AS n FROM ballot_box WHERE wave_id = $1",
      [waveId],
    );
    expect(box).toEqual([{ n: "4" }]);
  });
});

describe("today", () => {
  it("finds the open pulse of each own class, and what opens later today", async () => {
    const later = new Date(MONDAY.getTime() + 30 * 24 * HOUR);
    const date = later.toISOString().slice(0, 10);
    const waveId = await (async () => {
      const outcome = await scheduleWave(contextAt(later, teacher), {
        ...request("7A"),
        opens: { date, time: "13:00" },
        closes: { date: "2027-01-05", time: "12:00" },
      });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      return outcome.value.waveId;
    })();
    const refs = [
      { classId: "7A", schoolId: "S1" },
      { classId: "far", schoolId: "S2" },
    ];
    const today = await listTodaysPulses(contextAt(later, teacher), refs);
    expect([...today.keys()], "only the class that is theirs").toEqual(["7A"]);
    expect(today.get("7A")).toMatchObject({ waveId, state: "planned", due: false, waits: false });
    const dayBefore = new Date(later.getTime() - 24 * HOUR);
    expect((await listTodaysPulses(contextAt(dayBefore, teacher), refs)).size).toBe(0);
    const due = new Date(later.getTime() + 6 * HOUR);
    const then = await listTodaysPulses(contextAt(due, teacher), refs);
    expect(then.get("7A")).toMatchObject({ state: "planned", due: true });
  });
});

describe("the form", () => {
  it("knows the weekdays without school, of any school the pulse could ask", async () => {
    await school.asOwner(`INSERT INTO calendar_days (school_id, date, kind, source) VALUES
      ('S1', '2026-11-26', 'no-school', 'file'), ('S2', '2026-11-27', 'no-school', 'file'),
      ('S1', '2026-11-28', 'no-school', 'file'), ('S1', '2026-11-25', 'instructional', 'file')`);
    const all = await readScheduleChoices(contextAt(MONDAY));
    expect(all.ok && all.value.noSchool).toEqual(["2026-11-26", "2026-11-27"]);
    const own = await readScheduleChoices(contextAt(MONDAY, teacher));
    expect(own.ok && own.value.noSchool).toEqual(["2026-11-26"]);
  });
});
