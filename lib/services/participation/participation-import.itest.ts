import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/data/client";
import { filesOf, roster12 } from "@/lib/roster/testdata/roster-files";
import type { ServiceContext } from "../context";
import { discardImport } from "../imports/discard-import";
import { stageUpload } from "../imports/stage-upload";
import { testContext } from "../imports/testdata/test-context";
import { inPieces, openTestDistrict, type TestDistrict } from "../imports/testdata/test-district";
import { applyRosterFiles } from "../rosters/apply-roster-files";
import { applyParticipation } from "./apply-participation";
import { enterChoice } from "./enter-choice";
import { findStudentsByName, MOST_FOUND } from "./find-students";
import { openParticipationImport } from "./open-participation-import";
import { readParticipation } from "./read-participation";

const now = "2026-10-01T15:00:00Z";
const admin = testContext("district-administrator", now);
const principal = testContext("school-administrator", now, { schoolIds: ["s1"] });
const elsewhere = testContext("school-administrator", now, { schoolIds: ["no-school"] });
const teacher = testContext("teacher", now, { classIds: ["c1"] });
const stranger = { ...admin, actor: { kind: "anonymous" } as const };
let district: TestDistrict;

beforeAll(async () => {
  district = await openTestDistrict();
  const imported = await applyRosterFiles(admin, filesOf(roster12()));
  if (!imported.ok) throw new Error(imported.code);
  await prisma().$executeRaw`
    INSERT INTO district (id, name, time_zone, created_at) VALUES (1, 'Larkfield', 'UTC', now())`;
});
afterAll(() => district.close());

async function stage(text: string, context: ServiceContext = admin) {
  const body = inPieces(Buffer.from(text));
  return stageUpload(context, { kind: "participation", name: "families.csv", body });
}

async function staged(text: string): Promise<string> {
  const outcome = await stage(text);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.id;
}

async function kept(): Promise<string[]> {
  const rows = await prisma().participationChoice.findMany({ orderBy: { personId: "asc" } });
  return rows.map(({ personId, choice }) => `${personId} ${choice}`);
}

describe("choices of families, from upload to the log", () => {
  it("shows what would change by name, writes nothing, then all of it with its event", async () => {
    expect(await enterChoice(admin, { personId: "p2", choice: "out" })).toMatchObject({ ok: true });
    const runId = await staged("sourcedId,Choice\np1,opt-out\np2,yes\np3,maybe\nzz,out\np2,in\n");
    const opened = await openParticipationImport(admin, runId);
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.value.listed).toEqual([
      { personId: "p2", before: "out", after: "in", name: "Ben Okafor" },
      { personId: "p1", before: null, after: "out", name: "Ana Ruiz" },
    ]);
    const { staged: reading } = opened.value;
    expect(reading.ok ? reading.report.skipped.map(({ line }) => line) : []).toEqual([4, 5]);
    expect(await kept()).toEqual(["p2 out"]);

    expect(await applyParticipation(admin, runId)).toEqual({
      ok: true,
      value: { out: 1, in: 1, back: 0, unchanged: 0, skipped: 2 },
    });
    expect(await kept()).toEqual(["p1 out", "p2 in"]);
    const event = await prisma().auditEvent.findFirstOrThrow({
      where: { action: "participation.imported" },
    });
    expect(event.detail).toEqual({
      file: "families.csv",
      ...{ saidNo: 1, saidYes: 1, takenBack: 0, rowsSkipped: 2 },
    });
    const run = await prisma().importRun.findUniqueOrThrow({ where: { id: runId } });
    expect(run).toMatchObject({ state: "applied", stagedPath: null });
    // Once: the run is over.
    expect(await applyParticipation(admin, runId)).toEqual({ ok: false, code: "missing" });
  });

  it("the same file again changes nothing, and “none” takes a choice back", async () => {
    const again = await staged("sourcedId,Choice\np1,out\np2,in\n");
    expect(await applyParticipation(admin, again)).toMatchObject({
      value: { out: 0, in: 0, back: 0, unchanged: 2 },
    });
    const back = await staged("sourcedId,Choice\np2,none\np3,none\n");
    expect(await applyParticipation(admin, back)).toMatchObject({
      value: { back: 1, unchanged: 1 },
    });
    expect(await kept()).toEqual(["p1 out"]);
  });

  it("a file that cannot be used says why and changes nothing", async () => {
    const runId = await staged("Number on the bus,Reply\np1,yes\n");
    const opened = await openParticipationImport(admin, runId);
    expect(opened).toMatchObject({ value: { staged: { ok: false }, listed: [] } });
    expect(await applyParticipation(admin, runId)).toEqual({
      ok: false,
      code: "participation-problems",
    });
    const { stagedPath } = await prisma().importRun.findUniqueOrThrow({ where: { id: runId } });
    expect(await discardImport(admin, runId)).toMatchObject({ value: { kind: "participation" } });
    expect(existsSync(stagedPath ?? "")).toBe(false);
    expect(await stage("")).toEqual({ ok: false, code: "empty" });
  });

  it("is for district administrators; to all others it is not there", async () => {
    const runId = await staged("sourcedId\np3\n");
    for (const context of [principal, teacher, stranger]) {
      expect(await stage("sourcedId\np3\n", context)).toEqual({ ok: false, code: "forbidden" });
      const missing = { ok: false, code: "missing" };
      expect(await openParticipationImport(context, runId)).toEqual(missing);
      expect(await applyParticipation(context, runId)).toEqual(missing);
    }
    expect(await kept()).toEqual(["p1 out"]);
    await discardImport(admin, runId);
  });

  it("keeps the choice of a student who leaves the roster, for when they come back", async () => {
    await prisma().person.update({ where: { id: "p1" }, data: { active: false } });
    expect(await kept()).toEqual(["p1 out"]);
    const overview = await readParticipation(admin);
    const counts = overview.ok ? overview.value.schools.map(({ out }) => out) : [];
    expect(counts.reduce((sum, out) => sum + out, 0)).toBe(0);
    await prisma().person.update({ where: { id: "p1" }, data: { active: true } });
  });
});

describe("looking up", () => {
  it("counts by school, for administrators, each their own", async () => {
    const overview = await readParticipation(admin);
    if (!overview.ok) throw new Error(overview.code);
    expect(overview.value.consent).toBe("passive");
    expect(overview.value.office).not.toBeNull();
    const own = overview.value.schools.find(({ id }) => id === "s1");
    expect(own).toMatchObject({ out: 1, in: 0 });
    expect(own?.students).toBeGreaterThanOrEqual(3);
    expect(await readParticipation(principal)).toMatchObject({
      value: { schools: [own], office: null },
    });
    for (const context of [teacher, stranger]) {
      expect(await readParticipation(context)).toEqual({ ok: false, code: "forbidden" });
      expect(await findStudentsByName(context, { name: "an", choice: null })).toEqual({
        ok: false,
        code: "forbidden",
      });
    }
  });

  it("finds students by parts of their names, of the own schools only, and no pattern", async () => {
    const found = async (context: ServiceContext, name: string, choice: "out" | null = null) => {
      const outcome = await findStudentsByName(context, { name, choice });
      return outcome.ok ? outcome.value.students.map(({ id }) => id) : outcome.code;
    };
    const typed = "RUI an";
    expect(await found(admin, typed)).toContain("p1");
    expect(await found(principal, typed)).toContain("p1");
    expect(await found(elsewhere, typed)).toEqual([]);
    expect(await found(admin, "p1")).toContain("p1");
    expect(await found(admin, "%%")).toEqual([]);
    expect(await found(admin, "x")).toBe("invalid");
    expect(await found(admin, "", "out")).toEqual(["p1"]);
    expect(await found(elsewhere, "", "out")).toEqual([]);
  });

  it("lists some of many", async () => {
    const many = Array.from({ length: MOST_FOUND + 5 }, (_, at) => ({
      ...{ id: `many-${String(at)}`, givenName: "Kim", familyName: `Longlist ${String(at)}` },
      ...{ role: "student", grades: [], orgIds: ["s1"] },
    }));
    await prisma().person.createMany({ data: many });
    const outcome = await findStudentsByName(principal, { name: "longlist", choice: null });
    expect(outcome).toMatchObject({ value: { more: true } });
    expect(outcome.ok ? outcome.value.students.length : 0).toBe(MOST_FOUND);
  });
});
