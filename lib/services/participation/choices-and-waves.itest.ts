import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import type { Choice } from "@/lib/waves/consent";
import { listSeatMargins } from "../ballots/collect-ballot";
import { listNotAsked } from "../waves/list-not-asked";
import type { SlipSheet } from "../waves/dealt-slip";
import { printSlips } from "../waves/print-slips";
import { readScheduleChoices } from "../waves/read-schedule-choices";
import { scheduleWave, type ScheduleRequest } from "../waves/schedule-wave";
import { answerInMargins, fetchManifest } from "../waves/testdata/answer-pulse";
import {
  contextAt,
  MONDAY,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "../waves/testdata/wave-school";
import { chooseConsent } from "./choose-consent";
import { enterChoice } from "./enter-choice";

let school: WaveSchool;
let week = 0;
const HOUR = 3_600_000;

beforeAll(async () => {
  school = await openWaveSchool();
  await school.asOwner(`
    INSERT INTO student_demographics (person_id, dimension, category)
    SELECT person_id, 'gender', CASE WHEN row_number() OVER (ORDER BY person_id) % 2 = 0 THEN 'F' ELSE 'M' END
    FROM enrollments WHERE class_id IN ('7A', '7B')`);
});
beforeEach(async () => {
  // Each test plans its pulses two weeks after those before it.
  week += 2;
  await school.asOwner("DELETE FROM participation_choices");
  await school.asOwner("UPDATE district SET consent = 'passive'");
});
afterAll(() => school.close());

const monday = () => new Date(MONDAY.getTime() + week * 7 * 24 * HOUR);
const during = () => new Date(monday().getTime() + 20 * HOUR);

function request(ids: readonly string[], more: Partial<ScheduleRequest> = {}): ScheduleRequest {
  const closes = new Date(monday().getTime() + 3 * 24 * HOUR).toISOString().slice(0, 10);
  return {
    title: "Pulse",
    scope: { kind: "classes", ids: [...ids] },
    opens: "now",
    closes: { date: closes, time: "12:00" },
    ...more,
  };
}

async function scheduled(ids: string[], more: Partial<ScheduleRequest> = {}): Promise<string> {
  const outcome = await scheduleWave(contextAt(monday()), request(ids, more));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  expect(outcome.value.prepared).toBe(true);
  return outcome.value.waveId;
}

async function choose(choice: Choice | null, ...people: string[]): Promise<void> {
  for (const personId of people) {
    const entered = await enterChoice(contextAt(during()), { personId, choice });
    expect(entered).toMatchObject({ ok: true, value: { choice } });
  }
}

async function sheetOf(waveId: string, classId: string): Promise<SlipSheet> {
  const sheet = await printSlips(contextAt(during()), { waveId, classId });
  if (!sheet.ok) throw new Error(sheet.code);
  return sheet.value;
}

interface MarginShape extends Record<string, unknown> {
  group_id: string;
  roster_size: number;
  roster: string[];
  has_key: boolean;
  not_asked: number;
}
const marginsOf = (waveId: string) =>
  school.asOwner<MarginShape>(
    `SELECT group_id, roster_size, roster, not_asked, public_key IS NOT NULL AS has_key FROM margins
     WHERE wave_id = $1 ORDER BY group_id`,
    [waveId],
  );

describe("a pulse planned after a family said no", () => {
  it("has no seat for the student: not in a roster, a margin, a plan, nor among those missing", async () => {
    await choose("out", "7A-3", "7A-4");
    const waveId = await scheduled(["7A", "7B"], { dimensions: ["gender"] });
    const margins = await marginsOf(waveId);
    expect(margins.find(({ group_id }) => group_id === "class:7A")?.roster_size).toBe(22);
    expect(margins.flatMap(({ roster }) => roster)).not.toContain("7A-3");
    // Kept as a number, so that the class's page can say for whom no figure speaks.
    expect(margins.map(({ group_id, not_asked }) => [group_id, not_asked])).toEqual(
      margins.map(({ group_id }) => [group_id, group_id === "class:7A" ? 2 : 0]),
    );
    const gender = margins.filter(({ group_id }) => group_id.includes("gender"));
    expect(gender.reduce((sum, row) => sum + row.roster_size, 0)).toBe(42);
    const [wave] = await school.asOwner<{ plan: { groups: { id: string; rosterSize: number }[] } }>(
      "SELECT plan FROM waves WHERE id = $1",
      [waveId],
    );
    const planned = new Map(wave?.plan.groups.map(({ id, rosterSize }) => [id, rosterSize]));
    expect(planned.get("class:7A")).toBe(22);
    expect(planned.get("school:S1")).toBe(42);

    const sheet = await sheetOf(waveId, "7A");
    expect(sheet.slips).toHaveLength(22);
    expect(sheet.slips.map(({ name }) => name)).not.toContain("Student 7A-3");
    const target = { waveId, classId: "7A" };
    expect(await listNotAsked(contextAt(during()), target)).toEqual({
      ok: true,
      value: { names: ["Student 7A-3", "Student 7A-4"], planned: 0 },
    });
    const others = contextAt(during(), staff("teacher", { classIds: ["7B"] }));
    expect(await listNotAsked(others, target)).toEqual({ ok: false, code: "missing" });
  });

  it("lets a class that becomes too small vote in its grade, as any small class", async () => {
    await choose("out", ...[0, 1, 2, 3, 4].map((at) => `small-${String(at)}`));
    const waveId = await scheduled(["7B", "small"]);
    const margins = await marginsOf(waveId);
    expect(margins.map(({ group_id, has_key }) => [group_id, has_key])).toEqual([
      ["class:7B", true],
      ["class:small", false],
      ["grade:S1/07", true],
    ]);
  });

  it("still holds the student's other classes apart: choices open no way round the week between", async () => {
    await school.asOwner(
      `INSERT INTO classes (id, title, class_type, grades, school_id, term_ids)
       VALUES ('music', 'Music', 'scheduled', '{07}', 'S1', '{}');
       INSERT INTO enrollments (id, class_id, school_id, person_id, role)
       SELECT 'm-' || person_id, 'music', 'S1', person_id, 'student' FROM enrollments WHERE class_id = '7A'`,
    );
    await choose("out", "7A-0");
    await scheduled(["7A"]);
    await choose(null, "7A-0");
    await choose("out", ...Array.from({ length: 23 }, (_, at) => `7A-${String(at + 1)}`));
    expect(await scheduleWave(contextAt(monday()), request(["music"]))).toMatchObject({
      ok: false,
      code: "class-busy",
    });
    await school.asOwner("UPDATE classes SET active = false WHERE id = 'music'");
  });
});

describe("a no that comes while a pulse runs", () => {
  it("takes the unused slip with the student's name, and looks the same where it was used", async () => {
    const waveId = await scheduled(["7A", "7B"], { dimensions: ["gender"] });
    const sheet = await sheetOf(waveId, "7A");
    const codeOf = (name: string) => sheet.slips.find((slip) => slip.name === name)?.code ?? "";
    const manifest = await fetchManifest(waveId, sheet.manifestHash);
    const collect = async (seatCode: string) => {
      const admission = { joinCode: sheet.joinCode, seatCode };
      const found = await listSeatMargins(contextAt(during(), { kind: "anonymous" }), admission);
      if (!found.ok) return found;
      const target = { manifest, ...admission, now: during() };
      return answerInMargins(target, found.value.marginIds, [3, 3, 3, 3, 3, 3]);
    };
    expect(await collect(codeOf("Student 7A-1"))).toMatchObject({ ok: true });

    await choose("out", "7A-1", "7A-2");
    expect(await collect(codeOf("Student 7A-2"))).toMatchObject({ ok: false });
    const states = await school.asOwner<{ person_id: string; state: string }>(
      `SELECT s.person_id, s.state FROM seats s JOIN margins m ON m.id = s.margin_id
       WHERE m.wave_id = $1 AND s.person_id IN ('7A-1', '7A-2', '7A-3') ORDER BY 1`,
      [waveId],
    );
    expect(states.map(({ state }) => state)).toEqual(["collected", "revoked", "unused"]);
    // The log of the two differs in nothing but whose they are.
    const events = await school.asOwner<{ detail: object; subject_id: string }>(
      "SELECT detail, subject_id FROM audit_events WHERE action = 'participation.entered' AND subject_id IN ('7A-1', '7A-2') ORDER BY at DESC, subject_id LIMIT 2",
    );
    expect(events.map(({ subject_id }) => subject_id)).toEqual(["7A-1", "7A-2"]);
    expect(events[0]?.detail).toEqual(events[1]?.detail);

    const again = await sheetOf(waveId, "7A");
    expect(again.slips).toHaveLength(22);
    expect(again.slips.every(({ name }) => name !== null)).toBe(true);
    // Frozen and hashed: this pulse still counts with those it was planned with.
    const margins = await marginsOf(waveId);
    expect(margins.find(({ group_id }) => group_id === "class:7A")?.roster_size).toBe(24);
    // Taken back, the student gets a slip with the next sheet; one who has answered gets one that is worth nothing.
    await choose(null, "7A-1", "7A-2");
    const back = await sheetOf(waveId, "7A");
    const slip = (name: string) => back.slips.find((each) => each.name === name)?.code ?? "";
    expect(await collect(slip("Student 7A-1"))).toMatchObject({ ok: false });
    expect(await collect(slip("Student 7A-2"))).toMatchObject({ ok: true });
  });

  it("leaves slips dealt by chance as they are, and says whom to deal none", async () => {
    const waveId = await scheduled(["small"]);
    await choose("out", "small-7");
    expect((await sheetOf(waveId, "small")).slips).toHaveLength(14);
    const target = { waveId, classId: "small" };
    expect(await listNotAsked(contextAt(during()), target)).toMatchObject({
      value: { names: ["Student small-7"], planned: 1 },
    });
  });

  it("takes the student's name off the list of a class that is asked for nominations", async () => {
    await choose("out", "7A-5");
    const waveId = await scheduled(["7A"], { nominations: true });
    const sheet = await sheetOf(waveId, "7A");
    const names = async () => {
      const seat = { joinCode: sheet.joinCode, seatCode: sheet.slips[0]?.code ?? "" };
      const found = await listSeatMargins(contextAt(during(), { kind: "anonymous" }), seat);
      return found.ok ? (found.value.classmates ?? []) : [];
    };
    const before = await names();
    expect(before).toHaveLength(23);
    expect(before.map(({ name }) => name)).not.toContain("Student 7A-5");
    await choose("out", "7A-6");
    const after = await names();
    expect(after).toEqual(before.filter(({ name }) => name !== "Student 7A-6"));
  });
});

describe("where only a yes counts", () => {
  const setActive = () => chooseConsent(contextAt(monday()), { consent: "active" });

  it("asks those whose family said yes, and nobody else", async () => {
    expect(await setActive()).toMatchObject({ ok: true });
    const asked = Array.from({ length: 12 }, (_, at) => `7B-${String(at)}`);
    await choose("in", ...asked);
    await choose("out", "7B-12");
    const waveId = await scheduled(["7A", "7B"]);
    const margins = await marginsOf(waveId);
    expect(margins.map(({ group_id, roster }) => [group_id, [...roster].sort()])).toEqual([
      ["class:7B", [...asked].sort()],
    ]);
    const events = await school.asOwner<{ detail: object }>(
      "SELECT detail FROM audit_events WHERE action = 'participation.consent'",
    );
    expect(events.map(({ detail }) => detail)).toEqual([{ from: "passive", to: "active" }]);
  });

  it("offers classes with those who would be asked, and plans no pulse of nobody", async () => {
    await setActive();
    await choose("in", "small-1", "small-2");
    const choices = await readScheduleChoices(contextAt(monday()));
    if (!choices.ok) throw new Error(choices.code);
    const students = choices.value.schools.flatMap(({ classes }) =>
      classes.map(({ id, students: count }) => [id, count]),
    );
    expect(Object.fromEntries(students)).toEqual({ "7A": 0, "7B": 0, small: 2, tiny: 0, far: 0 });
    expect(await scheduleWave(contextAt(monday()), request(["7A", "far"]))).toMatchObject({
      ok: false,
      code: "no-students",
    });
  });

  it("takes the unused named slip when a yes is taken back", async () => {
    await setActive();
    await choose("in", ...Array.from({ length: 20 }, (_, at) => `7B-${String(at)}`));
    const waveId = await scheduled(["7B"], { dimensions: ["gender"] });
    await sheetOf(waveId, "7B");
    await choose(null, "7B-0");
    const [seat] = await school.asOwner<{ state: string }>(
      `SELECT s.state FROM seats s JOIN margins m ON m.id = s.margin_id
       WHERE m.wave_id = $1 AND s.person_id = '7B-0'`,
      [waveId],
    );
    expect(seat?.state).toBe("revoked");
  });
});

describe("who may enter a choice", () => {
  const elm = staff("school-administrator", { schoolIds: ["S1"] });
  const tries: readonly (readonly [string, StaffActor, string, boolean])[] = [
    ["a school administrator, of the own school", elm, "7A-0", true],
    ["a school administrator, of another school", elm, "far-0", false],
    ["a teacher, of the own class", staff("teacher", { classIds: ["7A"] }), "7A-0", false],
    ["a district administrator", staff("district-administrator"), "far-0", true],
  ];

  it.each(tries)("%s", async (_who, actor, personId, allowed) => {
    const outcome = await enterChoice(contextAt(during(), actor), { personId, choice: "out" });
    expect(outcome.ok).toBe(allowed);
    const kept = await school.asOwner("SELECT person_id FROM participation_choices");
    expect(kept).toEqual(allowed ? [{ person_id: personId }] : []);
    if (!outcome.ok) expect(outcome.code).toBe("missing");
  });

  it("nobody who is not signed in, and nobody for a student who is not there", async () => {
    const entry = { personId: "7A-0", choice: "out" } as const;
    const missing = { ok: false, code: "missing" };
    expect(await enterChoice(contextAt(during(), { kind: "anonymous" }), entry)).toEqual(missing);
    expect(await enterChoice(contextAt(during()), { ...entry, personId: "nobody" })).toEqual(
      missing,
    );
  });

  it("the rule is the district's", async () => {
    for (const actor of [elm, staff("teacher", { classIds: ["7A"] })]) {
      const outcome = await chooseConsent(contextAt(during(), actor), { consent: "active" });
      expect(outcome).toEqual({ ok: false, code: "forbidden" });
    }
  });
});
