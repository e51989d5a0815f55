import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import type { ClassPoint } from "@/lib/charts/belonging-absence";
import { closeDatabase, webPool } from "@/lib/data/client";
import { withClient } from "@/lib/data/setup/connect";
import type { ServiceContext } from "@/lib/services/context";
import { seedAttendance } from "@/scripts/testing/staff-attendance";
import {
  openWaveOf,
  sealWaveOf,
  seedAdministrator,
  seedRoster,
  type StaffDistrict,
} from "@/scripts/testing/staff-district";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import { belongingEvidence } from "../flags/belonging-evidence";
import { changeFlag } from "../flags/change-flag";
import { closeFlag } from "../flags/close-flag";
import { listAudit } from "../audit/list-audit";
import { listOwnFlags } from "../flags/list-own-flags";
import { raiseFlags } from "../flags/raise-flags";
import { readFlag } from "../flags/read-flag";
import { setTeacherFirst } from "../flags/set-teacher-first";
import { readOverview } from "../overview/read-overview";
import { readSchoolClasses } from "../overview/read-school-classes";
import { readTrends } from "../overview/read-trends";
import { listPlaces } from "../palette/list-places";
import { listOwnClasses } from "./list-own-classes";
import { readClass } from "./read-class";

const NOW = new Date("2026-11-23T12:00:00Z");
const DAY_MS = 24 * 3600_000;
const LOW = "s1-c02";
const RISING = "s1-c03";
const SMALL = "s1-c04";
const MOVED = "s1-c05";
const STEADY = "s1-c06";
let district: StaffDistrict;
let database: Awaited<ReturnType<typeof connectTestDatabase>>;

function as(role: StaffActor["role"], more: Partial<StaffActor> = {}, now = NOW): ServiceContext {
  return {
    actor: {
      kind: "staff",
      accountId: ACCOUNT,
      name: "Robin Staff",
      role,
      schoolIds: [],
      classIds: [],
      ...more,
    },
    now,
    randomBytes,
    randomUuid: randomUUID,
  };
}
const ACCOUNT = randomUUID();
const district1 = () => as("district-administrator");
const teacherOf = (...classIds: string[]) => as("teacher", { classIds });
const system = (now = NOW): ServiceContext => ({ ...district1(), actor: { kind: "system" }, now });

async function classView(classId: string, context = district1()) {
  const outcome = await readClass(context, classId);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function schoolView(schoolId: string | undefined, context = district1()) {
  const outcome = await readSchoolClasses(context, schoolId);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

beforeAll(async () => {
  database = await connectTestDatabase();
  await seedAdministrator(ACCOUNT);
  district = await seedRoster({ schools: 2, classesPerSchool: 15, students: 23 });
  await sealWaveOf(district, new Date(NOW.getTime() - 40 * DAY_MS), { title: "October pulse" });
  // Three of the class changed: neither none nor five.
  const moved = district.classes.find((row) => row.id === MOVED)!;
  moved.roster = [...moved.roster.slice(3), "new-1", "new-2", "new-3"];
  await sealWaveOf(district, new Date(NOW.getTime() - 5 * DAY_MS), { title: "November pulse" });
  await seedAttendance(district, "2026-11-16", 18);
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

describe("flags", () => {
  it("are raised once for what was planted, and not again", async () => {
    const first = await raiseFlags(system());
    expect(first.raised).toBeGreaterThanOrEqual(2);
    const flags = await listOwnFlags(district1());
    expect(flags).toHaveLength(first.raised);
    expect(flags.find((flag) => flag.classId === LOW)?.kind).toBe("low-belonging");
    expect(flags.find((flag) => flag.classId === RISING)?.kind).toBe("rising-absence");
    expect(flags.some((flag) => flag.classId === SMALL)).toBe(false);

    expect(await raiseFlags(system())).toEqual({ raised: 0 });
    expect(await raiseFlags(system(new Date(NOW.getTime() + DAY_MS)))).toEqual({ raised: 0 });
    expect(await listOwnFlags(district1())).toEqual(flags);
    const { rows } = await webPool().query<{ notes: string; events: string }>(
      `SELECT (SELECT count(*) FROM flag_notes) AS notes,
              (SELECT count(*) FROM audit_events WHERE action = 'flag.raised') AS events`,
    );
    expect(rows).toEqual([{ notes: "0", events: String(first.raised) }]);
  });

  it("count attendance that was imported in the middle of its week", async () => {
    const wednesday = new Date("2026-11-18T12:00:00Z");
    await webPool().query("DELETE FROM flags");
    await raiseFlags(system(wednesday));
    const flags = await listOwnFlags(as("district-administrator", {}, wednesday));
    expect(flags.find((flag) => flag.classId === RISING)).toBeDefined();
    await webPool().query("DELETE FROM flags");
    await raiseFlags(system());
  });

  it("are seen and changed by their own teacher and administrators only", async () => {
    const [flag] = await listOwnFlags(teacherOf(LOW));
    expect(await listOwnFlags(teacherOf(STEADY))).toEqual([]);
    expect(
      await listOwnFlags(as("school-administrator", { schoolIds: ["s2"] })),
    ).not.toContainEqual(expect.objectContaining({ classId: LOW }));
    const id = flag!.id;
    expect(await readFlag(teacherOf(STEADY), id)).toEqual({ ok: false, code: "missing" });
    expect(await readFlag(teacherOf(LOW), "no-such-flag")).toEqual({ ok: false, code: "missing" });
    const change = { flagId: id, to: "seen", note: "" } as const;
    expect(await changeFlag(teacherOf(STEADY), change)).toEqual({ ok: false, code: "missing" });
    expect((await listOwnFlags(teacherOf(LOW)))[0]?.state).toBe("new");
  });

  it("move one way, with a note at the end, and leave a trace", async () => {
    const [flag] = await listOwnFlags(teacherOf(LOW));
    const flagId = flag!.id;
    let minutes = 0;
    const teacher = () => {
      minutes += 1;
      return as("teacher", { classIds: [LOW] }, new Date(NOW.getTime() + minutes * 60_000));
    };
    const move = (to: "seen" | "acting" | "note", note = "") =>
      changeFlag(teacher(), { flagId, to, note });
    const close = (outcome: string, found: string) =>
      closeFlag(teacher(), { flagId, outcome, found });
    expect(await move("seen")).toEqual({ ok: true, value: { state: "seen" } });
    expect(await move("note", "New seating plan since Monday.")).toMatchObject({ ok: true });
    expect(await move("acting")).toMatchObject({ ok: true });
    expect(await move("seen")).toEqual({ ok: false, code: "flag-transition" });
    expect(await close("lapsed", "  ")).toMatchObject({
      code: "invalid",
      fields: { outcome: expect.any(String) as string, found: expect.any(String) as string },
    });
    expect(await close("helped", "Talked it over with the class.")).toMatchObject({ ok: true });
    expect(await close("helped", "Again.")).toEqual({ ok: false, code: "flag-closed" });
    expect(await move("acting")).toEqual({ ok: false, code: "flag-closed" });

    const read = await readFlag(district1(), flagId);
    if (!read.ok) throw new Error(read.code);
    expect(read.value.flag.state).toBe("closed");
    expect(read.value.notes.map(({ state, author }) => [state, author])).toEqual([
      ["seen", "Robin Staff"],
      [null, "Robin Staff"],
      ["acting", "Robin Staff"],
      ["closed", "Robin Staff"],
    ]);
    const { rows } = await webPool().query(
      "SELECT action FROM audit_events WHERE subject_id = $1 AND action <> 'flag.raised' ORDER BY at",
      [flagId],
    );
    expect(rows.map(({ action }) => action as string)).toEqual([
      ...["flag.changed", "flag.changed", "flag.changed", "flag.closed"],
    ]);
    // Settled: the same wave does not bring it back.
    await raiseFlags(system());
    expect((await listOwnFlags(teacherOf(LOW))).map((row) => row.state)).toEqual(["closed"]);
  });

  it("lapse after six weeks without new evidence, and say so", async () => {
    const later = new Date(NOW.getTime() + 43 * DAY_MS);
    await raiseFlags(system(later));
    const flags = await listOwnFlags(as("teacher", { classIds: [RISING] }, later));
    expect(flags.map((flag) => flag.state)).toEqual(["closed"]);
    const read = await readFlag(district1(), flags[0]!.id);
    expect(read.ok && read.value.notes.at(-1)?.body).toMatch(/six weeks/);
  });
});

describe("the class page", () => {
  it("withholds a class of nine with the reason, and offers its grade, called the grade's", async () => {
    const { pulse } = await classView(SMALL, teacherOf(SMALL));
    expect(pulse?.belonging).toMatchObject({ kind: "withheld" });
    expect(pulse?.items.every((item) => item.cell.kind === "withheld")).toBe(true);
    expect(pulse?.larger).toMatchObject({ level: "grade", grade: "7" });
    expect(pulse?.change).toBeNull();
  });

  it("compares with the last wave when nobody changed", async () => {
    const { pulse } = await classView(STEADY);
    expect(pulse?.change).toMatchObject({ ok: true });
    expect(pulse?.history).toHaveLength(2);
    expect(pulse?.history.every(({ belonging }) => "band" in belonging)).toBe(true);
  });

  it("refuses to compare when one to four of the roster changed", async () => {
    const { pulse } = await classView(MOVED);
    expect(pulse?.change).toMatchObject({ ok: false, code: "not-comparable" });
    expect(pulse?.history[0]?.belonging).toHaveProperty("band");
    expect(pulse?.history[1]?.belonging).toMatchObject({ ok: false, code: "not-comparable" });
  });

  it("shows six items, five of them in the index, and participation in blocks of five", async () => {
    const { pulse } = await classView(STEADY);
    expect(pulse?.items).toHaveLength(6);
    expect(pulse?.items.filter((item) => !item.inIndex).map((item) => item.construct)).toEqual([
      "voice-tasks",
    ]);
    expect(pulse?.items.filter((item) => item.anchor)).toHaveLength(2);
    expect(pulse!.participation.lo % 5).toBe(0);
  });

  it("shows absence beside the rest of the school, and nothing of a class without attendance", async () => {
    const { absence } = await classView(RISING);
    expect(absence?.weeks).toHaveLength(18);
    const last = absence!.weeks.at(-1)!;
    expect(last.classRate).toBeGreaterThan(last.restRate!);
    expect(absence?.chronic.classified).toBeGreaterThan(20);
  });

  it("is missing for another class's teacher, another school's administrator, and a class that is not there", async () => {
    const missing = { ok: false, code: "missing" };
    expect(await readClass(teacherOf(LOW), STEADY)).toEqual(missing);
    const elsewhere = as("school-administrator", { schoolIds: ["s2"] });
    expect(await readClass(elsewhere, STEADY)).toEqual(missing);
    expect(await readClass(district1(), "no-such-class")).toEqual(missing);
  });

  it("says of an open wave only blocks of five", async () => {
    const waveId = await openWaveOf(district, new Date(NOW.getTime() + 3 * DAY_MS), 13);
    const { running, pulse } = await classView(STEADY);
    expect(running).toMatchObject({ id: waveId, state: "open", collectedFloor: 10 });
    expect(pulse?.wave.title).toBe("November pulse");
  });
});

describe("lists", () => {
  it("cuts the overview to a school administrator's schools and refuses a teacher", async () => {
    const all = await readOverview(district1());
    const cut = await readOverview(as("school-administrator", { schoolIds: ["s2"] }));
    if (!all.ok || !cut.ok) throw new Error("refused");
    expect(all.value.schools.map((row) => [row.id, row.classes])).toEqual([
      ["s1", 15],
      ["s2", 15],
    ]);
    expect(cut.value.schools.map((row) => [row.id, row.classes])).toEqual([["s2", 15]]);
    expect(new Set(cut.value.weeks.map((week) => week.schoolId))).toEqual(new Set(["s2"]));
    expect(await readOverview(teacherOf(LOW))).toEqual({ ok: false, code: "forbidden" });
  });

  it("shows the same band among the classes of a school and on the class page", async () => {
    const { classes, charts } = await schoolView("s1");
    for (const id of [LOW, STEADY]) {
      const { pulse } = await classView(id);
      const { band } = pulse?.belonging as { band: object };
      expect(classes.find((each) => each.id === id)?.belonging).toEqual(band);
      const point = charts?.points[classes.findIndex((each) => each.id === id)];
      expect(point?.belonging).toMatchObject({ band });
    }
    const small = classes.findIndex((row) => row.id === SMALL);
    expect(classes[small]?.belonging).toMatchObject({ kind: "withheld" });
    expect(charts?.points[small]?.belonging).toMatchObject({ kind: "withheld" });
    for (const cell of charts?.rows[small]?.cells ?? []) {
      expect(cell).toMatchObject({ kind: "withheld" });
    }
  });

  it("shows the classes of one school a page, and says which when another is asked for", async () => {
    const first = await schoolView(undefined);
    expect(first).toMatchObject({ school: { id: "s1" }, unknownSchool: false });
    expect(first.classes.every(({ id }) => id.startsWith("s1-"))).toBe(true);
    expect(first.charts?.rows.map(({ id }) => id)).toEqual(first.classes.map(({ id }) => id));
    expect(first.charts?.constructs).toHaveLength(6);
    expect(await schoolView("no-such-school")).toMatchObject({
      school: { id: "s1" },
      unknownSchool: true,
    });
    const principal = as("school-administrator", { schoolIds: ["s2"] });
    expect(await schoolView("s1", principal)).toMatchObject({
      school: { id: "s2" },
      schools: [{ id: "s2" }],
      unknownSchool: true,
    });
    expect(await readSchoolClasses(teacherOf(LOW), "s1")).toEqual({ ok: false, code: "forbidden" });
    const nobody = as("school-administrator", { schoolIds: [] });
    expect(await readSchoolClasses(nobody, "s1")).toEqual({ ok: false, code: "no-classes" });
  });

  it("draws a rise of absence where the rule sees one, and where a flag can be raised at all", async () => {
    const { classes, charts } = await schoolView("s1");
    const at = classes.findIndex(({ id }) => id === RISING);
    const absence = charts?.points[at]?.absence;
    if (absence === undefined || "reason" in absence) throw new Error("no absence");
    expect(absence.change.ratio).toBeGreaterThan(charts?.regions.ratioFrom ?? 9);
    expect(absence.change.from).toBeGreaterThan(1);
    const { shareBelow } = charts!.regions;
    const low = charts?.points[classes.findIndex(({ id }) => id === LOW)]?.belonging;
    if (low === undefined || "kind" in low) throw new Error("withheld");
    expect(100 * low.band.lo).toBeLessThan(shareBelow ?? 0);
  });

  it("shows a school's grades with the bands of the release", async () => {
    const all = await readOverview(district1());
    if (!all.ok) throw new Error(all.code);
    const { rows } = await webPool().query<{ grade: string; shown: boolean }>(
      `SELECT c.grade, c.withheld IS NULL AS shown FROM release_cells c JOIN waves w ON w.id = c.wave_id
       WHERE w.title = 'November pulse' AND c.level = 'grade' AND c.item = '' AND c.school_id = 's1'`,
    );
    const grades = all.value.schools[0]?.grades ?? [];
    expect(grades.map(({ grade }) => grade).sort()).toEqual(rows.map(({ grade }) => grade).sort());
    for (const { grade, belonging } of grades) {
      const shown = belonging !== null && !("kind" in belonging);
      expect(shown).toBe(rows.find((row) => row.grade === grade)?.shown);
    }
  });

  it("puts only pulses beside each other whose students differ by nobody or by enough", async () => {
    const trends = await readTrends(district1(), "s1");
    const other = await readTrends(district1(), "s2");
    const whole = await readTrends(district1(), undefined);
    if (!trends.ok || !other.ok || !whole.ok) throw new Error("refused");
    // Three students of school 1 changed between the two pulses, of school 2 nobody.
    expect(trends.value.waves.map(({ belonging }) => "ok" in belonging)).toEqual([false, true]);
    expect(other.value.waves.map(({ belonging }) => "band" in belonging)).toEqual([true, true]);
    expect(whole.value.school).toBeNull();
    expect(whole.value.waves.map(({ belonging }) => "ok" in belonging)).toEqual([false, true]);
    const principal = as("school-administrator", { schoolIds: ["s2"] });
    expect(await readTrends(principal, "all")).toMatchObject({
      value: { school: { id: "s2" }, unknownSchool: true, district: false },
    });
    expect(await readTrends(teacherOf(LOW), "s1")).toEqual({ ok: false, code: "forbidden" });
  });

  it("falls back to an older wave for a class that the newest did not ask", async () => {
    const only = district.classes.filter((row) => row.id === STEADY);
    await sealWaveOf(district, new Date(NOW.getTime() - DAY_MS), { classes: only });
    const all = await readOverview(district1());
    if (!all.ok) throw new Error(all.code);
    const { classes, charts } = await schoolView("s1");
    expect(classes.every((row) => row.belonging !== null)).toBe(true);
    expect(charts?.wave.title).toBe("November pulse");
    // The school's figure stays that of the wave that asked its classes.
    expect(all.value.schools[0]?.waveTitle).toBe("November pulse");
  });

  it("lists a teacher's own classes only", async () => {
    const own = await listOwnClasses(teacherOf(LOW, SMALL));
    expect(own.map((row) => row.id).sort()).toEqual([LOW, SMALL]);
    expect(await listOwnClasses(teacherOf())).toEqual([]);
  });

  it("offers the palette what is one's own, and strangers nothing", async () => {
    const placesOf = async (context: ServiceContext) => {
      const places = await listPlaces(context);
      if (!places.ok) throw new Error(places.code);
      const { classes, schools, flags } = places.value;
      return { classes: classes.map(({ id }) => id).sort(), schools, flags };
    };
    // A teacher has no page of a school.
    expect(await placesOf(teacherOf(STEADY, SMALL))).toEqual({
      ...{ classes: [SMALL, STEADY], schools: [], flags: [] },
    });
    const principal = await placesOf(as("school-administrator", { schoolIds: ["s2"] }));
    expect(principal.schools.map(({ id }) => id)).toEqual(["s2"]);
    expect(principal.classes).toHaveLength(15);
    expect(principal.classes.every((id) => id.startsWith("s2-"))).toBe(true);
    const everything = await placesOf(district1());
    expect(everything.schools).toHaveLength(2);
    expect(everything.classes).toHaveLength(30);
    for (const kind of ["anonymous", "system"] as const) {
      const places = await listPlaces({ ...district1(), actor: { kind } });
      expect(places).toEqual({ ok: false, code: "missing" });
    }
  });
});

describe("the teacher sees a flag first", () => {
  const soon = new Date(NOW.getTime() + DAY_MS);
  const later = new Date(NOW.getTime() + 3 * DAY_MS);
  const principal = (now: Date) => as("school-administrator", { schoolIds: ["s1"] }, now);
  const title = () => district.classes.find(({ id }) => id === LOW)?.title;
  const pointOf = (points: readonly ClassPoint[]) => points.find(({ label }) => label === title());
  const seesLow = async (context: ServiceContext) => {
    const [flags, classes, view, school, places] = [
      await listOwnFlags(context),
      await listOwnClasses(context),
      await readClass(context, LOW),
      await readSchoolClasses(context, "s1"),
      await listPlaces(context),
    ];
    const flag = flags.find(({ classId }) => classId === LOW);
    const found = await webPool().query<{ id: string }>(
      "SELECT id FROM flags WHERE class_id = $1",
      [LOW],
    );
    const ids = found.rows.map(({ id }) => id);
    const of = [
      flag !== undefined,
      (classes.find(({ id }) => id === LOW)?.tier ?? null) !== null,
      view.ok && view.value.flags.length > 0,
      school.ok
        ? (school.value.classes.find(({ id }) => id === LOW)?.tier ?? null) !== null
        : flag !== undefined,
      school.ok && school.value.charts !== null
        ? pointOf(school.value.charts.points)?.flag !== null
        : flag !== undefined,
      places.ok && places.value.flags.some(({ id }) => ids.includes(id)),
    ];
    // Every page says the same.
    expect(new Set(of).size, of.join()).toBe(1);
    return of[0];
  };

  it("for three days, everywhere, and others find nothing of it", async () => {
    const pool = webPool();
    const { rows } = await pool.query<{ person_id: string }>(
      "SELECT person_id FROM enrollments WHERE class_id = $1 AND role = 'teacher'",
      [LOW],
    );
    const person = rows[0]!.person_id;
    const [flag] = (await listOwnFlags(teacherOf(LOW))).filter(({ classId }) => classId === LOW);
    await pool.query(
      "UPDATE flags SET raised_at = $2, state = 'new', closed_at = NULL, outcome = NULL, expires_at = $3 WHERE id = $1",
      [flag!.id, NOW, new Date(NOW.getTime() + 42 * DAY_MS)],
    );
    // Without an account of its teacher there is nobody to wait for.
    expect(await seesLow(principal(soon))).toBe(true);
    await pool.query(
      `INSERT INTO accounts (id, email, name, password_hash, role, person_id, created_at)
       VALUES ($1, 'low@x.example', 'Their teacher', 'x', 'teacher', $2, now())`,
      [randomUUID(), person],
    );
    expect(await seesLow(principal(soon))).toBe(false);
    expect(await seesLow(as("district-administrator", {}, soon))).toBe(false);
    expect(await seesLow(as("teacher", { classIds: [LOW] }, NOW))).toBe(true);
    expect(await readFlag(principal(soon), flag!.id)).toEqual({ ok: false, code: "missing" });
    expect(await changeFlag(principal(soon), { flagId: flag!.id, to: "seen", note: "" })).toEqual({
      ok: false,
      code: "missing",
    });
    const log = await listAudit(as("district-administrator", {}, soon), { action: "flag.raised" });
    expect(log.ok && log.value.events.some(({ subjectId }) => subjectId === flag!.id)).toBe(false);

    expect(await seesLow(principal(later))).toBe(true);
    expect((await readFlag(principal(later), flag!.id)).ok).toBe(true);
    const open = await listAudit(as("district-administrator", {}, later), {
      action: "flag.raised",
    });
    expect(open.ok && open.value.events.some(({ subjectId }) => subjectId === flag!.id)).toBe(true);
  });

  it("for as many days as the district says", async () => {
    const set = (days: number, context = district1()) => setTeacherFirst(context, { days });
    expect(await set(0, principal(NOW))).toEqual({ ok: false, code: "forbidden" });
    expect(await set(15)).toMatchObject({
      code: "invalid",
      fields: { days: expect.any(String) as string },
    });
    expect(await set(1.5)).toMatchObject({ code: "invalid" });
    expect(await set(0)).toEqual({ ok: true, value: { days: 0 } });
    expect(await seesLow(principal(NOW))).toBe(true);
    expect(await set(14)).toEqual({ ok: true, value: { days: 14 } });
    expect(await seesLow(principal(later))).toBe(false);
    // Disabled, the teacher can see nothing first.
    await webPool().query("UPDATE accounts SET disabled = true WHERE email = 'low@x.example'");
    expect(await seesLow(principal(later))).toBe(true);
  });
});

describe("the youngest", () => {
  it("raise no flag, whatever they answered", async () => {
    expect((await belongingEvidence(NOW)).size).toBeGreaterThan(0);
    const waves = `${database.schema}.waves`;
    await withClient(database.urls.owner, async (client) => {
      // What a wave asked is frozen; a test may.
      await client.query(`ALTER TABLE ${waves} DISABLE TRIGGER USER`);
      await client.query(
        `UPDATE ${waves} SET instrument = jsonb_set(instrument, '{grades}', '{"from": 0, "to": 2}')`,
      );
      await client.query(`ALTER TABLE ${waves} ENABLE TRIGGER USER`);
    });
    expect((await belongingEvidence(NOW)).size).toBe(0);
  });
});
