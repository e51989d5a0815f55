import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/data/client";
import { findImportRun } from "@/lib/data/imports";
import { readRosterSnapshot } from "@/lib/data/rosters";
import {
  filesOf,
  roster11,
  roster12,
  type RosterLines,
  withLine,
  zipOf,
} from "@/lib/roster/testdata/roster-files";
import type { ServiceContext } from "../context";
import { discardImport } from "../imports/discard-import";
import { stageUpload } from "../imports/stage-upload";
import { testContext } from "../imports/testdata/test-context";
import { inPieces, openTestDistrict, type TestDistrict } from "../imports/testdata/test-district";
import { applyRoster } from "./apply-roster";
import { applyRosterFiles } from "./apply-roster-files";
import { previewRoster, type RosterPreview } from "./preview-roster";

const now = "2026-10-01T15:00:00Z";
const admin = testContext("district-administrator", now);
let district: TestDistrict;

beforeAll(async () => {
  district = await openTestDistrict();
});
afterAll(() => district.close());

async function stage(lines: RosterLines, context: ServiceContext = admin): Promise<string> {
  const bytes = zipOf(filesOf(lines))[0]!.bytes;
  return stageBytes(bytes, context);
}

async function stageBytes(bytes: Uint8Array, context: ServiceContext = admin): Promise<string> {
  const body = inPieces(bytes);
  const staged = await stageUpload(context, { kind: "roster", name: "roster.zip", body });
  if (!staged.ok) throw new Error(staged.code);
  return staged.value.id;
}

async function preview(runId: string): Promise<RosterPreview["outcome"]> {
  const found = await previewRoster(admin, runId);
  if (!found.ok) throw new Error(found.code);
  return found.value.outcome;
}

async function ready(runId: string) {
  const outcome = await preview(runId);
  if (outcome.state !== "ready") throw new Error(JSON.stringify(outcome));
  return outcome;
}

async function apply(runId: string, confirmLeaving = false) {
  return applyRoster(admin, { runId, confirmLeaving });
}

async function everything(): Promise<unknown> {
  return {
    orgs: await prisma().org.findMany({ orderBy: { id: "asc" } }),
    classes: await prisma().class.findMany({ orderBy: { id: "asc" } }),
    people: await prisma().person.findMany({ orderBy: { id: "asc" } }),
    enrollments: await prisma().enrollment.findMany({ orderBy: { id: "asc" } }),
    sessions: await prisma().academicSession.findMany({ orderBy: { id: "asc" } }),
    events: await prisma().auditEvent.count(),
  };
}

describe("importing rosters, one after the other", () => {
  it("shows what a first import adds and writes nothing before it is applied", async () => {
    const runId = await stage(roster12());
    const shown = await ready(runId);
    expect(shown.counts.people).toEqual({ added: 5, changed: 0, leaving: 0 });
    expect(shown.changes.map((line) => line.name)).toContain("Ana Ruiz (student)");
    expect(shown.changes.map((line) => line.name)).toContain("Ana Ruiz (student) in Maths 9");
    expect(await prisma().person.count()).toBe(0);

    expect(await apply(runId)).toMatchObject({ ok: true, value: { unchanged: false } });
    const snapshot = await readRosterSnapshot();
    expect(snapshot.people).toHaveLength(5);
    expect(snapshot.people.find((person) => person.id === "p1")).toEqual({
      ...{ id: "p1", givenName: "Ana", familyName: "Ruiz", role: "student" },
      ...{ grades: ["09"], email: null, orgIds: ["s1"] },
    });
    expect(snapshot.classes.find((row) => row.id === "c1")?.grades).toEqual(["09", "10"]);
    const events = await prisma().auditEvent.findMany();
    expect(events).toMatchObject([{ action: "roster.imported", subjectId: runId }]);
    const run = await findImportRun(runId);
    expect(run).toMatchObject({ state: "applied", stagedPath: null });
    expect(readdirSync(join(district.dir, "data/uploads"))).toEqual([]);
  });

  it("changes nothing when the same file comes again, nor when it comes as 1.1", async () => {
    const before = await readRosterSnapshot();
    const again = await stage(roster12());
    expect((await ready(again)).unchanged).toBe(true);
    expect(await apply(again)).toMatchObject({ ok: true, value: { unchanged: true } });
    const older = await stage(roster11());
    const shown = await ready(older);
    expect(shown.version).toBe("1.1");
    expect(await apply(older)).toMatchObject({ ok: true });
    const after = await readRosterSnapshot();
    const names = (s: typeof before) => s.people.map((p) => `${p.id} ${p.givenName}`).sort();
    expect(names(after)).toEqual(names(before));
    expect(after.enrollments).toHaveLength(before.enrollments.length);
  });

  it("skips one bad row with its line, and keeps the person it was about", async () => {
    const broken = withLine(roster12(), "users", "p2", "p2,,,true,ben,,,Okafor,,,,,,,09,,,,,,,s1,");
    const shown = await ready(await stage(broken));
    expect(shown.skipped.total).toBe(1);
    expect(shown.skipped.first[0]).toMatchObject({ file: "users.csv", line: 3 });
    expect(shown.counts.people.leaving).toBe(0);
  });

  it("refuses a bad file whole, with reasons, and leaves everything as it was", async () => {
    const before = await everything();
    const noZip = await stageBytes(new TextEncoder().encode("this is no zip"));
    expect(await preview(noZip)).toMatchObject({ state: "problems" });
    expect(await apply(noZip)).toMatchObject({ ok: false, code: "roster-problems" });
    const { users: _users, ...missing } = roster12();
    const without = await stage(missing);
    expect(await preview(without)).toMatchObject({
      state: "problems",
      problems: [{ code: "missingFile" }],
    });
    expect(await apply(without)).toMatchObject({ ok: false, code: "roster-problems" });
    expect(await everything()).toEqual(before);
  });

  it("asks before many students leave, then makes them inactive and deletes nobody", async () => {
    const fewer = [
      ["users", "p3"],
      ["roles", "r3"],
      ["enrollments", "e3"],
    ].reduce(
      (lines, [file, id]) => withLine(lines, file as keyof RosterLines, id!, null),
      roster12(),
    );
    const runId = await stage(fewer);
    const shown = await ready(runId);
    expect(shown.needsConfirmation).toMatchObject({ leavingStudents: 1, activeStudents: 3 });
    expect(shown.changes[0]).toMatchObject({ what: "leaving", name: "Cy Lund (student)" });
    expect(await apply(runId)).toMatchObject({ ok: false, code: "confirm-leaving" });
    expect(await prisma().person.count({ where: { active: true } })).toBe(5);
    expect(await apply(runId, true)).toMatchObject({ ok: true });
    const cy = await prisma().person.findUnique({ where: { id: "p3" } });
    expect(cy?.active).toBe(false);
    const left = await prisma().enrollment.findUnique({ where: { id: "e3" } });
    expect(left).toMatchObject({ active: false, endDate: new Date("2026-10-01") });
  });

  it("takes a student back who had left", async () => {
    expect(await apply(await stage(roster12()))).toMatchObject({ ok: true });
    const back = await prisma().enrollment.findUnique({ where: { id: "e3" } });
    expect(back).toMatchObject({ active: true, endDate: null });
    expect((await ready(await stage(roster12()))).unchanged).toBe(true);
  });
});

describe("what can go wrong around an import", () => {
  it("is nobody's but a district administrator's", async () => {
    const runId = await stage(roster12());
    for (const role of ["school-administrator", "teacher"] as const) {
      const other = testContext(role, now, { schoolIds: ["s1"], classIds: ["c1"] });
      const body = inPieces(new Uint8Array([1]));
      const upload = { kind: "roster", name: "x.zip", body } as const;
      expect(await stageUpload(other, upload)).toMatchObject({ ok: false, code: "forbidden" });
      expect(await previewRoster(other, runId)).toMatchObject({ ok: false, code: "missing" });
      const input = { runId, confirmLeaving: true };
      expect(await applyRoster(other, input)).toMatchObject({ ok: false, code: "missing" });
      expect(await discardImport(other, runId)).toMatchObject({ ok: false, code: "missing" });
      const direct = await applyRosterFiles(other, filesOf(roster12()));
      expect(direct).toMatchObject({ ok: false, code: "forbidden" });
    }
  });

  it("half-writes nothing when the database fails in the middle", async () => {
    const before = await everything();
    const clash = withLine(roster12(), "orgs", "s1", 's1,,,"Harbour School, South",school,S-1,d1');
    const runId = await stage(clash);
    // An audit event that cannot be written must take the roster with it.
    const taken = await prisma().auditEvent.findFirstOrThrow();
    const failing = { ...admin, randomUuid: () => taken.id };
    const tried = applyRoster(failing, { runId, confirmLeaving: false });
    await expect(tried).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect(await findImportRun(runId)).toMatchObject({ state: "staged" });
    expect((await ready(runId)).counts.orgs.changed).toBe(1);
  });

  it("applies an upload once when two people press the button together", async () => {
    const lines = withLine(roster12(), "orgs", "s1", "s1,,,Harbour East,school,S-1,d1");
    const runId = await stage(lines);
    const outcomes = await Promise.all([apply(runId), apply(runId)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const events = await prisma().auditEvent.count({ where: { subjectId: runId } });
    expect(events).toBe(1);
  });

  it("does not apply a file that was exchanged on disk, and removes a discarded one", async () => {
    const runId = await stage(roster12());
    const path = (await findImportRun(runId))!.stagedPath!;
    writeFileSync(path, zipOf(filesOf(roster11()))[0]!.bytes);
    expect(await apply(runId)).toMatchObject({ ok: false, code: "file-changed" });
    expect(await discardImport(admin, runId)).toMatchObject({ ok: true });
    expect(existsSync(path)).toBe(false);
    expect(await apply(runId)).toMatchObject({ ok: false, code: "missing" });
  });

  it("takes 20,000 students in seconds", { timeout: 120_000 }, async () => {
    const lines = roster12();
    for (let at = 0; at < 20_000; at += 1) {
      lines.users!.push(`x${at},,,true,x${at},,Given${at},Family${at},,,,,,,09,,,,,,,s1,`);
      lines.roles!.push(`xr${at},,,x${at},primary,student,,,s1,`);
      lines.enrollments!.push(`xe${at},,,c2,s1,x${at},student,false,,`);
    }
    const started = performance.now();
    const applied = await applyRosterFiles(admin, filesOf(lines));
    const seconds = (performance.now() - started) / 1000;
    expect(applied).toMatchObject({ ok: true, value: { counts: { people: { added: 20_000 } } } });
    expect(seconds).toBeLessThan(30);
    console.log(`20,000 students in ${seconds.toFixed(1)} s`);
  });
});
