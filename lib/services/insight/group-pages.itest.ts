import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { closeDatabase, webPool } from "@/lib/data/client";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import type { ServiceContext } from "@/lib/services/context";
import { seedAttendance } from "@/scripts/testing/staff-attendance";
import { sealWaveOf, seedRoster, type StaffDistrict } from "@/scripts/testing/staff-district";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import { loadGroupPulse } from "./group-pulse";
import { readClass } from "./read-class";
import { readClassHead } from "./read-class-head";
import { readClassTalk } from "./read-class-talk";
import { readDistrictHead, readDistrictResults } from "./read-district-results";
import { readSchool } from "./read-school";
import { readSchoolHead } from "./read-school-head";

const NOW = new Date("2026-11-23T12:00:00Z");
const DAY_MS = 24 * 3600_000;
const LOW = "s1-c02";
const SMALL = "s1-c04";
const STEADY = "s1-c06";
const NEW = "s2-new";
const missing = { ok: false, code: "missing" };

let district: StaffDistrict;
let database: Awaited<ReturnType<typeof connectTestDatabase>>;

function as(role: StaffActor["role"], more: Partial<StaffActor> = {}): ServiceContext {
  const actor = { kind: "staff", accountId: randomUUID(), name: "Robin", role } as const;
  return {
    actor: { ...actor, schoolIds: [], classIds: [], ...more },
    ...{ now: NOW, randomBytes, randomUuid: randomUUID },
  };
}
const administrator = () => as("district-administrator");
const principal = (...schoolIds: string[]) => as("school-administrator", { schoolIds });
const teacher = (...classIds: string[]) => as("teacher", { classIds });

beforeAll(async () => {
  database = await connectTestDatabase();
  district = await seedRoster({ schools: 2, classesPerSchool: 8, students: 23 });
  await sealWaveOf(district, new Date(NOW.getTime() - 40 * DAY_MS), { title: "October pulse" });
  await sealWaveOf(district, new Date(NOW.getTime() - 5 * DAY_MS), { title: "November pulse" });
  // A teacher's own, since: it does not speak for the school.
  const only = district.classes.filter(({ id }) => id === STEADY);
  await sealWaveOf(district, new Date(NOW.getTime() - DAY_MS), { title: "Own", classes: only });
  await seedAttendance(district, "2026-11-16", 18);
  await webPool().query(
    `INSERT INTO classes (id, title, class_type, grades, school_id, term_ids)
     VALUES ($1, 'New class', 'homeroom', '{6}', 's2', '{}')`,
    [NEW],
  );
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

describe("the talk of a class", () => {
  it("shows bands, words and three questions, and nothing else", async () => {
    const outcome = await readClassTalk(teacher(LOW), LOW);
    if (!outcome.ok || outcome.value.talk?.view.kind !== "shown") throw new Error("not shown");
    const { view } = outcome.value.talk;
    expect(view.discussion.questions).toHaveLength(3);
    expect(view.themes.length).toBeGreaterThan(3);
    // The same band as on the class page.
    const page = await readClass(teacher(LOW), LOW);
    if (!page.ok) throw new Error(page.code);
    expect(page.value.pulse?.belonging).toMatchObject({
      band: { lo: view.belonging.lo, hi: view.belonging.hi },
    });
    const said = JSON.stringify(outcome.value);
    for (const hidden of ["flag", "absen", "seats", '"n"', "roster", "teacher-s1"]) {
      expect(said).not.toContain(hidden);
    }
  });

  it("shows nothing of a withheld class, and of a new one that there was no pulse", async () => {
    const small = await readClassTalk(teacher(SMALL), SMALL);
    expect(small).toMatchObject({ ok: true, value: { talk: { view: { kind: "withheld" } } } });
    if (small.ok) expect(Object.keys(small.value.talk?.view ?? {})).toEqual(["kind"]);
    const fresh = await readClassTalk(administrator(), NEW);
    expect(fresh).toEqual({ ok: true, value: { classTitle: "New class", talk: null } });
  });

  it("is for whoever may read the class, and so is its head", async () => {
    for (const read of [readClassTalk, readClassHead]) {
      expect(await read(teacher(LOW), STEADY)).toEqual(missing);
      expect(await read(principal("s2"), STEADY)).toEqual(missing);
      expect(await read(administrator(), "no-such-class")).toEqual(missing);
      expect(await read(principal("s1"), STEADY)).toMatchObject({ ok: true });
    }
  });
});

describe("the strengths of a class", () => {
  it("are named of what is shown only", async () => {
    const small = await readClass(administrator(), SMALL);
    if (!small.ok) throw new Error(small.code);
    expect(small.value.pulse?.strengths).toEqual({ ok: false, code: "withheld" });
    let named = 0;
    for (const { id } of district.classes.filter((row) => row.id !== SMALL)) {
      const read = await readClass(administrator(), id);
      if (!read.ok || read.value.pulse === null) throw new Error(id);
      const { strengths, themes } = read.value.pulse;
      if (!strengths.ok) continue;
      named += 1;
      const bandOf = (of: string) =>
        themes.figures.find(({ construct }) => construct === of)?.belonging as GroupBelonging;
      for (const { construct, beyond } of strengths.strengths) {
        for (const lower of beyond) {
          expect(bandOf(construct).band.lo).toBeGreaterThan(bandOf(lower).band.hi);
        }
      }
    }
    expect(named).toBeGreaterThan(0);
  });
});

describe("a school", () => {
  it("is read from the last pulse of most of its classes, with what changed", async () => {
    const outcome = await readSchool(principal("s1"), "s1");
    if (!outcome.ok) throw new Error(outcome.code);
    const { pulse, absence } = outcome.value;
    expect(pulse?.wave.title).toBe("November pulse");
    expect(pulse?.belonging).toHaveProperty("band");
    expect(pulse?.change).toMatchObject({ ok: true });
    expect(pulse?.constructs.map(({ construct }) => construct)).toContain("voice-tasks");
    expect(pulse!.participation.lo % 5).toBe(0);
    expect(absence.weeks.length).toBeGreaterThan(0);
  });

  it("is for its administrators and the district's", async () => {
    for (const read of [readSchool, readSchoolHead]) {
      expect(await read(principal("s2"), "s1")).toEqual(missing);
      expect(await read(teacher(LOW), "s1")).toEqual(missing);
      expect(await read(administrator(), "no-such-school")).toEqual(missing);
      expect(await read(administrator(), "s2")).toMatchObject({ ok: true });
    }
  });
});

describe("the district", () => {
  it("is read as a whole, with its schools by name and nothing about them", async () => {
    const outcome = await readDistrictResults(administrator());
    if (!outcome.ok) throw new Error(outcome.code);
    const { pulse, weeks, schools, flags } = outcome.value;
    expect(pulse?.wave.title).toBe("November pulse");
    expect(pulse?.belonging).toHaveProperty("band");
    expect(pulse?.change).toMatchObject({ ok: true });
    expect(schools.map((school) => Object.keys(school))).toEqual([
      ["id", "name"],
      ["id", "name"],
    ]);
    expect(weeks).toHaveLength(18);
    expect(flags).toEqual({ open: 0, act: 0 });
  });

  it("is for its administrators only", async () => {
    for (const read of [readDistrictResults, readDistrictHead]) {
      expect(await read(principal("s1"))).toEqual(missing);
      expect(await read(teacher(LOW))).toEqual(missing);
    }
    expect(await readDistrictHead(administrator())).toEqual({
      ok: true,
      value: { name: "Riverbend Schools" },
    });
  });

  it("and a school that was never asked has no pulse", async () => {
    expect(await loadGroupPulse({ schoolId: "no-such-school" })).toBeNull();
  });
});
