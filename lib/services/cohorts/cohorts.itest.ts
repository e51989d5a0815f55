import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { closeDatabase, webPool } from "@/lib/data/client";
import { withClient } from "@/lib/data/setup/connect";
import { parseCohortKey } from "@/lib/insight/cohort-key";
import { readCohortRequest } from "@/lib/insight/cohort-request";
import type { ServiceContext } from "@/lib/services/context";
import { readOverview } from "@/lib/services/overview/read-overview";
import {
  sealWaveOf,
  seedAdministrator,
  seedRoster,
  type StaffDistrict,
} from "@/scripts/testing/staff-district";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import { deleteCohort } from "./delete-cohort";
import { readClassChoices } from "./read-class-choices";
import { readCohort } from "./read-cohort";
import { readComparison } from "./read-comparison";
import { renameCohort } from "./rename-cohort";
import { saveCohort } from "./save-cohort";

const NOW = new Date("2026-11-23T12:00:00Z");
const DAY_MS = 24 * 3600_000;
const SMALL = "s1-c04";

let district: StaffDistrict;
let database: Awaited<ReturnType<typeof connectTestDatabase>>;
const waves: string[] = [];

function as(role: StaffActor["role"], more: Partial<StaffActor> = {}): ServiceContext {
  const actor = { kind: "staff", accountId: ACCOUNT, name: "Robin Staff", role } as const;
  return {
    actor: { ...actor, schoolIds: [], classIds: [], ...more },
    ...{ now: NOW, randomBytes, randomUuid: randomUUID },
  };
}
const ACCOUNT = randomUUID();
const administrator = as("district-administrator");
const principal = as("school-administrator", { schoolIds: ["s1"] });
const teacher = as("teacher", { classIds: ["s1-c01"] });

async function comparison(query: Record<string, string | string[]>, context = administrator) {
  const outcome = await readComparison(context, readCohortRequest(query));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function saved(name: string, classIds: string[], context = administrator): Promise<string> {
  const outcome = await saveCohort(context, { name, classIds });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.id;
}

beforeAll(async () => {
  database = await connectTestDatabase();
  await seedAdministrator(ACCOUNT);
  district = await seedRoster({ schools: 2, classesPerSchool: 15, students: 23 });
  const days = (count: number) => new Date(NOW.getTime() - count * DAY_MS);
  waves.push(await sealWaveOf(district, days(60), { title: "September" }));
  // Three of one class of the second school's eighth grade.
  const moved = district.classes.find(({ id }) => id === "s2-c02")!;
  moved.roster = [...moved.roster.slice(3), "new-1", "new-2", "new-3"];
  waves.push(await sealWaveOf(district, days(40), { title: "October" }));
  waves.push(await sealWaveOf(district, days(5), { title: "November" }));
  const only = district.classes.filter(({ id }) => id === "s1-c01");
  waves.push(await sealWaveOf(district, days(1), { title: "One class", classes: only }));
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

describe("cohorts beside each other", () => {
  it("stand in the order of choosing, in the newest pulse that asked them, and differ from the first", async () => {
    const view = await comparison({ c: ["school:s2", "school:s1", "grade:s1/7"] });
    expect(view.problems).toEqual([]);
    expect(view.cohorts.map(({ label }) => label)).toEqual([
      "Birchwood School",
      "Alder Creek Middle School",
      "Grade 7, Alder Creek Middle School",
    ]);
    // A teacher's pulse for one class is newer, and does not stand for the school.
    expect(view.compared.map(({ wave, theme }) => [wave.title, theme])).toEqual([
      ["November", "belonging"],
    ]);
    expect(view.differences).toBe(2);
    const [only] = view.compared;
    expect(only?.beside[0]).toBeNull();
    expect(only?.beside[1]?.difference.verdict).toBe("about-the-same");
    expect(only?.beside[1]?.shared).toBe(false);
    const turned = await comparison({ c: ["school:s1", "grade:s1/7"] });
    expect(turned.compared[0]?.beside[1]?.shared).toBe(true);
  });

  it("show the band of the release itself where it has one", async () => {
    const overview = await readOverview(administrator);
    const view = await comparison({ c: ["school:s1", "school:s2"] });
    if (!overview.ok) throw new Error("refused");
    for (const [at, id] of ["s1", "s2"].entries()) {
      const figure = view.compared[0]?.figures[at];
      const school = overview.value.schools.find((each) => each.id === id);
      expect(figure?.ok === true && figure.belonging.band).toEqual(school?.belonging);
    }
  });

  it("make a grade of all schools and a set of classes from shown parts, and name the withheld", async () => {
    const ids = ["s1-c01", "s1-c02", SMALL, "s1-c05", "s2-c01", "s2-c03"];
    const id = await saved("Morning program", ids);
    const view = await comparison({ c: [`set:${id}`, "grades:7", "district"] });
    const [set, grade] = view.compared[0]?.figures ?? [];
    expect(set).toMatchObject({
      ok: true,
      shown: 5,
      of: 6,
      missing: [{ name: "7B, Alder Creek Middle School" }],
    });
    expect(grade).toMatchObject({ ok: true, of: 2 });
    expect(set?.ok === true && set.answered.lo % 5).toBe(0);
    // One class alone is asked by the newest pulse: it is no pulse of the set.
    expect(view.compared[0]?.wave.title).toBe("November");
  });

  it("by construct and pulse: every difference counts, and judges the others more strictly", async () => {
    const query = { c: ["school:s1", "school:s2"] };
    const one = await comparison(query);
    const many = await comparison({
      ...query,
      theme: ["belonging", "acceptance"],
      wave: [waves[1]!, waves[2]!],
    });
    expect(many.compared.map(({ wave, theme }) => `${wave.title} ${theme}`)).toEqual([
      "November belonging",
      "November acceptance",
      "October belonging",
      "October acceptance",
    ]);
    expect([one.differences, many.differences]).toEqual([1, 4]);
    const reach = (view: typeof one) => view.compared[0]?.beside[1]?.difference.reach ?? 0;
    expect(reach(many)).toBeGreaterThan(reach(one));
  });
});

describe("a cohort from pulse to pulse", () => {
  it("is shown where nobody changed, and not where three did", async () => {
    const view = await comparison({
      c: ["school:s1", "school:s2", "grade:s2/6", "grades:7", "grades:8"],
    });
    expect(view.trend.waves.map(({ title }) => title)).toEqual([
      "September",
      "October",
      "November",
    ]);
    const reasons = view.trend.figures.map((figures) =>
      figures.map((figure) => (figure.ok ? "shown" : figure.reason)),
    );
    const few =
      "not compared: fewer than 10 students came or left, and the difference could point to them";
    expect(reasons).toEqual([
      ["shown", "shown", "shown"],
      [few, "shown", "shown"],
      // The three are in the eighth grade.
      ["shown", "shown", "shown"],
      ["shown", "shown", "shown"],
      [few, "shown", "shown"],
    ]);
  });
});

describe("a demographic group that was collected", () => {
  const key = "group:school:s1&gender=F";

  it("is offered with its cell, and never compared from pulse to pulse: who was in it is forgotten", async () => {
    expect((await comparison({ c: [key] })).cohorts).toEqual([]);
    await withClient(database.urls.owner, async (client) => {
      await client.query(`SET search_path TO "${database.schema}"`);
      // The database lets nobody add to a release; only whoever owns it, for this test.
      await client.query("SET session_replication_role = replica");
      for (const waveId of [waves[1], waves[2]]) {
        await client.query(
          `INSERT INTO margins (id, wave_id, group_id, level, label, public_key, roster_size, roster)
           VALUES (gen_random_uuid(), $1, 'school:s1&gender=F', 'school/gender', 'gender: F', '\\x00', 300, '{}')`,
          [waveId],
        );
        // The school's own cells: what is in them does not matter here.
        await client.query(
          `INSERT INTO release_cells (wave_id, group_id, item, level, school_id, n, lo, hi, withheld, participation_lo,
                                      participation_hi, roster_size, margin, category)
           SELECT wave_id, 'school:s1&gender=F', item, 'school/gender', school_id, n, lo, hi, withheld,
                  participation_lo, participation_hi, roster_size, 'gender', 'F'
           FROM release_cells WHERE wave_id = $1 AND group_id = 'school:s1'`,
          [waveId],
        );
      }
    });
    const view = await comparison({ c: [key, "school:s2"] });
    expect(view.cohorts[0]?.label).toBe("gender: F, Alder Creek Middle School");
    expect(view.compared[0]?.beside[1]?.shared).toBe(false);
    expect(view.trend.figures[0]?.map((figure) => (figure.ok ? "shown" : figure.reason))).toEqual([
      "not asked in this pulse",
      "not compared: the roster of one of the two pulses is not known",
      "shown",
    ]);
    expect((await comparison({ c: [key] }, principal)).cohorts).toHaveLength(1);
    const elsewhere = as("school-administrator", { schoolIds: ["s2"] });
    expect((await comparison({ c: [key] }, elsewhere)).cohorts).toHaveLength(0);
  });
});

describe("what a link can ask wrongly", () => {
  it("is said, and the rest works", async () => {
    const gone = randomUUID();
    const view = await comparison({
      c: ["school:s1", "school:nowhere", `set:${gone}`, "group:school:s1&language=X", "nonsense"],
      wave: [randomUUID()],
    });
    expect(view.problems).toEqual([
      "“nonsense” is not the address of a cohort: it is left out.",
      "A school or grade in this link is not on the roster any more, or is not yours to see: it is left out.",
      "A saved set of classes in this link has been deleted, or is not yours to see: it is left out.",
      "A demographic group in this link was not collected in the last pulses, or is not yours to see: it is left out.",
      "A pulse in this link is not among the sealed ones: the last one is shown.",
    ]);
    expect(view.compared[0]?.figures[0]?.ok).toBe(true);
  });

  it("says of a pulse that did not ask them that it did not", async () => {
    const view = await comparison({ c: ["school:s2", "school:s1"], wave: waves[3]! });
    expect(view.compared[0]?.figures).toMatchObject([
      { ok: false, reason: "not asked in this pulse" },
      { ok: false, reason: "this pulse asked only a part of it" },
    ]);
    expect(view.differences).toBe(0);
  });
});

describe("who may compare what", () => {
  it("is administrators, each with their own schools", async () => {
    const request = readCohortRequest({ c: ["school:s1", "school:s2", "grades:7", "district"] });
    expect(await readComparison(teacher, request)).toEqual({ ok: false, code: "forbidden" });
    const view = await comparison(
      { c: ["school:s1", "school:s2", "grades:7", "district"] },
      principal,
    );
    expect(view.cohorts.map(({ key }) => key)).toEqual([parseCohortKey("school:s1")]);
    expect(view.problems).toHaveLength(3);
    expect(view.choices.schools.map(({ id }) => id)).toEqual(["s1"]);
    expect(view.choices.schoolGrades.every(({ schoolId }) => schoolId === "s1")).toBe(true);
  });

  it("and nobody sees a set with a class outside their schools", async () => {
    const own = await saved("Own", ["s1-c01", "s1-c02", "s1-c03"], principal);
    const wider = await saved("Wider", ["s1-c01", "s1-c02", "s2-c01"]);
    const missing = { ok: false, code: "missing" };
    expect((await readCohort(principal, own)).ok).toBe(true);
    for (const id of [wider, randomUUID()]) {
      expect(await readCohort(principal, id)).toEqual(missing);
      expect(await renameCohort(principal, { id, name: "Mine" })).toEqual(missing);
      expect(await deleteCohort(principal, { id })).toEqual(missing);
    }
    expect(await readCohort(teacher, own)).toEqual(missing);
    const refused = { ok: false, code: "forbidden" };
    expect(await renameCohort(teacher, { id: own, name: "Mine" })).toEqual(refused);
    expect(await deleteCohort(teacher, { id: own })).toEqual(refused);
    expect(await saveCohort(teacher, { name: "x", classIds: ["s1-c01"] })).toEqual(refused);
    const view = await comparison({ c: [`set:${wider}`] }, principal);
    expect([view.cohorts.length, view.problems.length]).toEqual([0, 1]);
    expect(view.choices.sets.map(({ id }) => id)).toEqual([own]);
    // A class that moves to another school takes the set with it.
    await webPool().query("UPDATE classes SET school_id = 's2' WHERE id = 's1-c03'");
    expect(await readCohort(principal, own)).toEqual(missing);
    await webPool().query("UPDATE classes SET school_id = 's1' WHERE id = 's1-c03'");
  });
});

describe("a saved set", () => {
  it("keeps its classes, and says which have left the roster", async () => {
    const id = await saved("Snapshot", ["s1-c01", "s1-c05", "s1-c06", "s1-c07"]);
    await webPool().query("UPDATE classes SET active = false WHERE id = 's1-c07'");
    const found = await readCohort(administrator, id);
    expect(found.ok && [found.value.classes.length, found.value.gone]).toEqual([3, 1]);
    const view = await comparison({ c: `set:${id}` });
    expect(view.cohorts[0]?.note).toBe(
      "1 of its 4 classes is not on the roster any more and left out.",
    );
    expect(view.compared[0]?.figures[0]).toMatchObject({ ok: true, shown: 3, of: 3 });
    await webPool().query("UPDATE classes SET active = true WHERE id = 's1-c07'");
  });

  it("is renamed and deleted, with a trace; a link to it then says so", async () => {
    const id = await saved("First name", ["s1-c01", "s1-c05", "s1-c06"]);
    expect((await renameCohort(administrator, { id, name: "Second name" })).ok).toBe(true);
    expect((await readCohort(administrator, id)).ok).toBe(true);
    expect((await deleteCohort(administrator, { id })).ok).toBe(true);
    expect((await comparison({ c: `set:${id}` })).problems[0]).toMatch(/has been deleted/);
    const { rows } = await webPool().query<{ action: string; detail: object }>(
      "SELECT action, detail FROM audit_events WHERE subject_id = $1 ORDER BY action",
      [id],
    );
    expect(rows).toEqual([
      { action: "cohort.deleted", detail: { name: "Second name", classes: 3 } },
      { action: "cohort.renamed", detail: { name: "Second name", before: "First name" } },
      { action: "cohort.saved", detail: { name: "First name", classes: 3 } },
    ]);
  });

  it("is of three to 2,000 own classes that are there", async () => {
    for (const [context, classIds] of [
      [administrator, ["s1-c01", "s1-c02", "s1-c02"]],
      [administrator, ["s1-c01", "s1-c02", "nowhere"]],
      [principal, ["s1-c01", "s1-c02", "s2-c01"]],
    ] as const) {
      const outcome = await saveCohort(context, { name: "x", classIds });
      expect(outcome).toMatchObject({
        code: "invalid",
        fields: { classIds: expect.any(String) as string },
      });
    }
  });

  it("is found among own classes by school, grade and name", async () => {
    const filter = { school: "s2", grade: "7", text: "b" };
    const outcome = await readClassChoices(administrator, filter);
    if (!outcome.ok) throw new Error(outcome.code);
    expect(outcome.value.classes.length).toBeGreaterThan(0);
    for (const row of outcome.value.classes) {
      expect([row.schoolId, row.grades, /b/i.test(row.title)]).toEqual(["s2", ["7"], true]);
    }
    const own = await readClassChoices(principal, { school: "s2", grade: "99", text: "" });
    if (!own.ok) throw new Error(own.code);
    expect(own.value.problems).toHaveLength(2);
    expect(own.value.classes.every(({ schoolId }) => schoolId === "s1")).toBe(true);
    expect(await readClassChoices(teacher, filter)).toEqual({ ok: false, code: "forbidden" });
  });
});
