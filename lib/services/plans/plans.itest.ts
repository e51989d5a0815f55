import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { closeDatabase, webPool } from "@/lib/data/client";
import { changeWords } from "@/lib/plans/before-after-words";
import { strategyOf } from "@/lib/plans/catalogue";
import type { ServiceContext } from "@/lib/services/context";
import {
  type PlantedClass,
  sealWaveOf,
  seedAdministrator,
  seedRoster,
  type StaffDistrict,
} from "@/scripts/testing/staff-district";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import { readClass } from "../insight/read-class";
import { changePlan, type PlanChange } from "./change-plan";
import { listOwnPlans } from "./list-own-plans";
import { readPlan } from "./read-plan";
import { readStartChoices } from "./read-start-choices";
import { startPlan } from "./start-plan";
import { suggestForClass } from "./suggest-for-class";

const NOW = new Date("2026-11-23T12:00:00Z");
const TODAY = "2026-11-23";
const DAY_MS = 24 * 3600_000;
const LOW = "s1-c02";
const SMALL = "s1-c04";
const MOVED = "s1-c05";
const RISEN = "s1-c06";
const GREET = "greet-at-the-door";
const ACCOUNT = randomUUID();

let district: StaffDistrict;
let database: Awaited<ReturnType<typeof connectTestDatabase>>;

function as(
  role: StaffActor["role"],
  own: Partial<Pick<StaffActor, "schoolIds" | "classIds">> = {},
): ServiceContext {
  const actor = { kind: "staff", accountId: ACCOUNT, name: "Robin Staff", role } as const;
  return {
    actor: { ...actor, schoolIds: [], classIds: [], ...own },
    now: NOW,
    randomBytes,
    randomUuid: randomUUID,
  };
}
const administrator = () => as("district-administrator");
const teacherOf = (...classIds: string[]) => as("teacher", { classIds });
const principalOf = (...schoolIds: string[]) => as("school-administrator", { schoolIds });

const plan = (change: Partial<Parameters<typeof startPlan>[1]> = {}) => ({
  ...{ strategyId: GREET, classId: LOW, startOn: "2026-10-05", lookAgainOn: "2026-11-16" },
  ...{ note: "", ...change },
});
async function started(
  change: Partial<Parameters<typeof startPlan>[1]> = {},
  context = administrator(),
): Promise<string> {
  const outcome = await startPlan(context, plan(change));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.planId;
}
async function read(planId: string, context = administrator()) {
  const outcome = await readPlan(context, planId);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
async function followed(classId: string, strategyId = GREET) {
  const { belonging, ...rest } = (await read(await started({ classId, strategyId }))).followed;
  if (belonging.kind !== "compared") throw new Error(belonging.kind);
  return { ...belonging, ...rest };
}
const missing = { ok: false, code: "missing" };

beforeAll(async () => {
  database = await connectTestDatabase();
  await seedAdministrator(ACCOUNT);
  district = await seedRoster({ schools: 2, classesPerSchool: 9, students: 23 });
  const with6 = (favourable: number): readonly PlantedClass[] =>
    district.classes.map((row) => (row.id === RISEN ? { ...row, favourable } : row));
  const days = (ago: number) => new Date(NOW.getTime() - ago * DAY_MS);
  await sealWaveOf(district, days(55), { title: "September pulse", classes: with6(0.2) });
  // Three of the class changed: neither none nor five.
  const moved = district.classes.find((row) => row.id === MOVED)!;
  moved.roster = [...moved.roster.slice(3), "new-1", "new-2", "new-3"];
  // Open from October 26 on, three weeks after the plans began; and from November 10 on.
  await sealWaveOf(district, days(21), { title: "October pulse", classes: with6(0.9) });
  await sealWaveOf(district, days(6), { title: "November pulse", classes: with6(0.9) });
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

describe("starting a plan", () => {
  it("is for teachers of the class and their administrators, of what there is", async () => {
    for (const context of [teacherOf(RISEN), principalOf("s2"), teacherOf()]) {
      expect(await startPlan(context, plan())).toEqual(missing);
    }
    expect(await startPlan(administrator(), plan({ classId: "no-such" }))).toEqual(missing);
    expect(await startPlan(administrator(), plan({ strategyId: "no-such" }))).toEqual(missing);
    const system = { ...administrator(), actor: { kind: "system" } as const };
    expect(await startPlan(system, plan())).toEqual(missing);
    const { rows } = await webPool().query("SELECT 1 FROM plans");
    expect(rows).toEqual([]);
  });

  it("refuses days out of range at their field, and writes nothing", async () => {
    const before = { startOn: "2026-11-23", lookAgainOn: "2026-11-20" };
    expect(await startPlan(teacherOf(LOW), plan(before))).toMatchObject({
      code: "invalid",
      fields: { lookAgainOn: "Look again after the start, not before it." },
    });
    const far = { startOn: "2027-12-01", lookAgainOn: "2028-01-10" };
    expect(await startPlan(teacherOf(LOW), plan(far))).toMatchObject({
      fields: { startOn: "Choose a day within a year of today." },
    });
    expect((await listOwnPlans(administrator())).plans).toEqual([]);
  });

  it("takes several things at a time, but none twice: also when two press at once", async () => {
    const [first, second] = await Promise.all([
      startPlan(teacherOf(LOW), plan()),
      startPlan(principalOf("s1"), plan()),
    ]);
    expect([first.ok, second.ok].sort()).toEqual([false, true]);
    expect(await startPlan(teacherOf(LOW), plan())).toEqual({ ok: false, code: "plan-running" });
    const other = await started({ strategyId: "peer-check-in" }, teacherOf(LOW));
    expect((await read(other)).plan).toMatchObject({ state: "running", createdBy: "Robin Staff" });
    const running = first.ok ? first.value.planId : second.ok ? second.value.planId : "";
    const end: PlanChange = { kind: "end", state: "stopped", reason: "The timetable changed." };
    expect((await changePlan(teacherOf(LOW), { planId: running, change: end })).ok).toBe(true);
    expect((await startPlan(teacherOf(LOW), plan())).ok).toBe(true);
  });

  it("copies the steps of the strategy", async () => {
    const planId = await started({ strategyId: "mentoring" });
    expect((await read(planId)).plan.steps.map(({ body }) => body)).toEqual(
      strategyOf("mentoring")?.steps,
    );
  });
});

describe("going on with a plan", () => {
  it("marks steps, keeps a note and ends one way, with a trace and without the words in it", async () => {
    const planId = await started({ strategyId: "seating-plan" }, teacherOf(LOW));
    const change = (one: PlanChange, context = teacherOf(LOW)) =>
      changePlan(context, { planId, change: one });
    const step: PlanChange = { kind: "step", position: 1, doneOn: "2026-10-20" };
    expect(await change(step, teacherOf(RISEN))).toEqual(missing);
    expect(await change(step, principalOf("s2"))).toEqual(missing);
    expect(await change({ ...step, doneOn: "2026-11-24" })).toMatchObject({ code: "invalid" });
    expect((await change(step)).ok).toBe(true);
    expect(await change(step)).toMatchObject({ code: "step-done" });
    expect(await change({ ...step, position: 9 })).toMatchObject(missing);
    expect((await change({ kind: "note", note: " Window row first. " })).ok).toBe(true);
    const end: PlanChange = { kind: "end", state: "finished", reason: "Four weeks are over." };
    expect(await change({ ...end, reason: " " })).toMatchObject({ code: "invalid" });
    expect((await change(end)).ok).toBe(true);
    for (const late of [end, step, { kind: "note", note: "late" } as const]) {
      expect(await change(late)).toMatchObject({ ok: false, code: "plan-over" });
    }

    expect((await read(planId)).plan).toMatchObject({
      ...{ state: "finished", note: "Window row first.", endedOn: TODAY, endedBy: "Robin Staff" },
      endReason: "Four weeks are over.",
    });
    expect((await read(planId)).plan.steps[1]).toMatchObject({
      ...{ doneOn: "2026-10-20", doneBy: "Robin Staff" },
    });
    const { rows } = await webPool().query<{ action: string; detail: object }>(
      `SELECT action, detail FROM audit_events WHERE subject_id = $1 ORDER BY action`,
      [planId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "plan.ended",
      "plan.note-changed",
      "plan.started",
      "plan.step-done",
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Window row|Four weeks/u);
  });

  it("is missing alike for whom it is not and where there is none", async () => {
    const planId = await started({ strategyId: "relational-minutes" });
    for (const context of [teacherOf(RISEN), principalOf("s2")]) {
      expect(await readPlan(context, planId)).toEqual(missing);
    }
    expect(await readPlan(administrator(), randomUUID())).toEqual(missing);
    expect(await readPlan(administrator(), "no-such-plan")).toEqual(missing);
  });
});

describe("before and after", () => {
  it("lays the first pulse two weeks after the start beside the last before it, then the later ones", async () => {
    const { before, after, writtenLate, constructs } = await followed(RISEN);
    expect(before.wave.title).toBe("September pulse");
    expect(after.map(({ pulse }) => pulse.wave.title)).toEqual(["October pulse", "November pulse"]);
    expect(after[0]?.change).toMatchObject({ ok: true, verdict: "higher" });
    expect(changeWords(after[0]!.change!)).toMatch(/^Higher than before, and unlikely/u);
    // Entered today for a start in October.
    expect(writtenLate).toBe(true);
    expect(constructs.map(({ construct }) => construct)).toContain("teacher-care");
  });

  it("calls it chance where nothing changed", async () => {
    const { after } = await followed(LOW, "repair-talks");
    expect(changeWords(after[0]!.change!)).toMatch(
      /^About the same as before; this could be chance/u,
    );
  });

  it("compares nothing where few students changed, and shows nothing that the class page hides", async () => {
    const planId = await started({ classId: MOVED });
    const { followed: found } = await read(planId);
    expect(found.belonging.kind).toBe("nothing-before");
    const view = await readClass(administrator(), MOVED);
    if (!view.ok || view.value.pulse === null) throw new Error("no pulse");
    const hidden = view.value.pulse.history.at(-1);
    expect(hidden?.belonging).toMatchObject({ ok: false, code: "not-comparable" });
  });

  it("has no figure for a class that is withheld, and none before a plan begins", async () => {
    const small = await read(await started({ classId: SMALL }));
    expect(small.followed.belonging.kind).toBe("nothing-before");
    const later = { startOn: "2027-02-01", lookAgainOn: "2027-03-15", strategyId: "real-choices" };
    expect((await read(await started(later))).followed.belonging.kind).toBe("nothing-after");
  });
});

describe("lists", () => {
  it("show each member of staff the plans of their classes, the latest first", async () => {
    const titles = async (context: ServiceContext) =>
      (await listOwnPlans(context)).plans.map(({ plan: one }) => one);
    const all = await titles(administrator());
    expect(all.map(({ startOn }) => startOn)).toEqual(
      all.map(({ startOn }) => startOn).sort((a, b) => (a < b ? 1 : -1)),
    );
    expect(new Set((await titles(teacherOf(LOW))).map(({ classId }) => classId))).toEqual(
      new Set([LOW]),
    );
    expect(await titles(principalOf("s2"))).toEqual([]);
    expect(await titles(principalOf("s1"))).toHaveLength(all.length);
    expect(await titles(teacherOf())).toEqual([]);
  });

  it("offer own classes only, and say when the one asked for is not theirs", async () => {
    const own = await readStartChoices(teacherOf(LOW), RISEN);
    expect(own).toMatchObject({ chosen: null, unknown: true, today: TODAY });
    expect(own.classes.map(({ id }) => id)).toEqual([LOW]);
    expect(await readStartChoices(teacherOf(LOW), LOW)).toMatchObject({
      ...{ chosen: LOW, unknown: false },
    });
    expect((await readStartChoices(administrator(), undefined)).classes).toHaveLength(18);
  });
});

describe("what a class could try", () => {
  it("is for its lowest construct, without what it tries already", async () => {
    const view = await readClass(teacherOf(LOW), LOW);
    if (!view.ok) throw new Error(view.code);
    const suggested = await suggestForClass(teacherOf(LOW), view.value);
    expect(suggested.construct).not.toBeNull();
    const open = suggested.open.map(({ strategyId }) => strategyId);
    expect(open).toContain(GREET);
    expect(suggested.strategies.length).toBeGreaterThan(0);
    for (const strategy of suggested.strategies) {
      expect(strategy.constructs).toContain(suggested.construct);
      expect(open).not.toContain(strategy.id);
    }
  });

  it("is general for a class without a result", async () => {
    const view = await readClass(administrator(), SMALL);
    if (!view.ok) throw new Error(view.code);
    const suggested = await suggestForClass(administrator(), view.value);
    expect(suggested.construct).toBeNull();
    expect(suggested.strategies).toHaveLength(3);
  });
});
