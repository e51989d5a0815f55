import { existsSync } from "node:fs";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/data/client";
import { filesOf, roster12, type RosterLines } from "@/lib/roster/testdata/roster-files";
import type { DemographicsMapping } from "@/lib/roster/demographics/bind-mapping";
import type { ServiceContext } from "../context";
import { discardImport } from "../imports/discard-import";
import { stageUpload, sweepUploads } from "../imports/stage-upload";
import { testContext } from "../imports/testdata/test-context";
import { inPieces, openTestDistrict, type TestDistrict } from "../imports/testdata/test-district";
import { applyRosterFiles } from "../rosters/apply-roster-files";
import { applyDemographics, applyDemographicsFile } from "./apply-demographics";
import { chooseColumns, chooseColumnsAgain } from "./choose-columns";
import { deleteDemographics } from "./delete-demographics";
import { type DemographicsImport, openDemographicsImport } from "./open-demographics-import";
import { readDemographicsOverview } from "./read-demographics-overview";

const now = "2026-10-01T15:00:00Z";
const admin = testContext("district-administrator", now);
const others = [
  testContext("school-administrator", now, { schoolIds: ["s1"] }),
  testContext("teacher", now, { classIds: ["c1"] }),
  { ...admin, actor: { kind: "anonymous" } as const },
];
let district: TestDistrict;

beforeAll(async () => {
  district = await openTestDistrict();
  const imported = await applyRosterFiles(admin, filesOf(roster12()));
  if (!imported.ok) throw new Error(imported.code);
});
afterAll(() => district.close());

const columns = (...names: string[]): DemographicsMapping => ({
  student: "Id",
  take: names.map((name) => ({ source: { kind: "column", column: name }, name })),
});

async function stage(bytes: Uint8Array, context: ServiceContext = admin, name = "kids.csv") {
  return stageUpload(context, { kind: "demographics", name, body: inPieces(bytes) });
}

async function staged(text: string): Promise<string> {
  const outcome = await stage(strToU8(text));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.id;
}

async function stageOf(runId: string): Promise<DemographicsImport["stage"]> {
  const found = await openDemographicsImport(admin, runId);
  if (!found.ok) throw new Error(found.code);
  return found.value.stage;
}

async function kept(): Promise<string[]> {
  const rows = await prisma().studentDemographic.findMany({
    orderBy: [{ dimension: "asc" }, { personId: "asc" }],
  });
  return rows.map((row) => `${row.personId} ${row.dimension}=${row.category}`);
}

async function events(): Promise<string[]> {
  const rows = await prisma().auditEvent.findMany({
    where: { action: { startsWith: "demographics." } },
    orderBy: { at: "asc" },
  });
  return rows.map((row) => `${row.action} ${JSON.stringify(row.detail)}`);
}

describe("demographics, from upload to deletion", () => {
  it("shows what it understood before anything is written, then writes it with its event", async () => {
    const text =
      "Id,Language,Born\np1,English,2012-12-24\np2,Arabic,2012-12-25\nzz,Thai,2012-12-26\n";
    const runId = await staged(text);
    const mapping = await stageOf(runId);
    expect(mapping).toMatchObject({
      step: "mapping",
      mapping: null,
      survey: { rows: 3, student: "Id", columns: ["Id", "Language", "Born"] },
    });

    expect(await chooseColumns(admin, { runId, mapping: columns("Language") })).toMatchObject({
      ok: true,
    });
    expect(await stageOf(runId)).toMatchObject({
      step: "ready",
      replaced: [],
      report: {
        found: 2,
        unknown: { students: 1, lines: [4] },
        dimensions: [{ name: "Language", students: 2 }],
      },
    });
    expect(await kept()).toEqual([]);
    expect(await events()).toEqual([]);

    expect(await applyDemographics(admin, runId)).toMatchObject({
      ok: true,
      value: { unknownStudents: 1, skipped: 0 },
    });
    expect(await kept()).toEqual(["p1 Language=English", "p2 Language=Arabic"]);
    expect(await events()).toHaveLength(1);
    expect((await events())[0]).toMatch(/^demographics\.imported .*"demographics":\s*"Language"/);
    // Once: the run is over, and its file with it.
    expect(await applyDemographics(admin, runId)).toEqual({ ok: false, code: "missing" });
    expect(readdirSync(join(district.dir, "data/uploads"))).toEqual([]);
  });

  it("keeps nothing of a column that was not chosen, in no table", async () => {
    const tables = await prisma().$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`;
    expect(tables.map(({ name }) => name)).toContain("import_runs");
    for (const { name } of tables.filter((row) => !/ballot|release/.test(row.name))) {
      const rows = await prisma().$queryRawUnsafe<{ text: string }[]>(
        `SELECT t::text AS text FROM "${name}" t`,
      );
      for (const { text } of rows) expect(text, name).not.toMatch(/2012-12-2|Thai/);
    }
  });

  it("replaces a demographic whole, also under a name in another case, and leaves the others", async () => {
    const runId = await staged("Id,Language,Group\np3,English,x\np1,,y\n");
    const mapping: DemographicsMapping = {
      student: "Id",
      take: [{ source: { kind: "column", column: "Language" }, name: "LANGUAGE" }],
    };
    await chooseColumns(admin, { runId, mapping });
    expect(await stageOf(runId)).toMatchObject({ step: "ready", replaced: ["Language"] });
    expect(await chooseColumnsAgain(admin, runId)).toMatchObject({ ok: true });
    expect(await stageOf(runId)).toMatchObject({ step: "mapping", mapping });
    await chooseColumns(admin, {
      runId,
      mapping: { ...mapping, take: [...mapping.take, ...columns("Group").take] },
    });
    expect(await applyDemographics(admin, runId)).toMatchObject({ ok: true });
    expect(await kept()).toEqual(["p1 Group=y", "p3 Group=x", "p3 Language=English"]);
  });

  it("says at which field a choice is wrong, and keeps six demographics at most", async () => {
    const runId = await staged("Id,Language,A,B,C,D,E\np1,x,a,b,c,d,e\n");
    const fields = async (mapping: DemographicsMapping) => {
      const outcome = await chooseColumns(admin, { runId, mapping });
      return outcome.ok ? "ok" : Object.keys(outcome.fields ?? {});
    };
    expect(await fields(columns("Tongue"))).toEqual(["take:column:Tongue"]);
    expect(await fields({ ...columns("Language"), student: "Nr" })).toEqual(["student"]);
    expect(await fields(columns("A", "B", "C", "D", "E"))).toEqual(["take"]);
    expect(await fields(columns("Language", "A", "B", "C", "D"))).toBe("ok");
    // Whatever is stored is checked again when it is applied.
    await prisma().importRun.update({
      where: { id: runId },
      data: { mapping: JSON.parse(JSON.stringify(columns("Tongue"))) as object },
    });
    const before = await kept();
    expect(await applyDemographics(admin, runId)).toEqual({
      ok: false,
      code: "demographics-problems",
    });
    expect(await kept()).toEqual(before);
    expect(await discardImport(admin, runId)).toMatchObject({ value: { kind: "demographics" } });
  });

  it("changes nothing when no student of the file is on the roster", async () => {
    const before = await kept();
    const runId = await staged("Id,Language\nzz,Thai\n");
    await chooseColumns(admin, { runId, mapping: columns("Language") });
    expect(await applyDemographics(admin, runId)).toEqual({ ok: false, code: "nothing-usable" });
    expect(await kept()).toEqual(before);
  });

  it("takes demographics.csv out of a OneRoster zip without what it must not keep", async () => {
    const demographics =
      "sourcedId,status,dateLastModified,birthDate,sex,asian,white,hispanicOrLatinoEthnicity,cityOfBirth\n" +
      "p1,,,2011-11-11,female,true,true,false,Oldtown\np2,,,2011-11-11,male,true,false,true,Oldtown\n";
    const zip = zipSync({
      "export/users.csv": strToU8("sourcedId,password\np1,hunter2\n"),
      "export/demographics.csv": strToU8(demographics),
    });
    const outcome = await stage(zip, admin, "oneroster.zip");
    if (!outcome.ok) throw new Error(outcome.code);
    const runId = outcome.value.id;
    const onDisk = readFileSync(join(district.dir, "data/uploads", runId), "utf8");
    expect(onDisk).toMatch(/^sourcedId,status,sex,asian,white,hispanicOrLatinoEthnicity\n/);
    expect(onDisk).not.toMatch(/2011|Oldtown|hunter2/);
    const mapping: DemographicsMapping = {
      student: "sourcedId",
      take: [{ source: { kind: "race" }, name: "race or ethnicity" }],
    };
    expect(await chooseColumns(admin, { runId, mapping })).toMatchObject({ ok: true });
    expect(await applyDemographics(admin, runId)).toMatchObject({ ok: true });
    expect(await kept()).toContain("p1 race or ethnicity=Two or more races");
    expect(await kept()).toContain("p2 race or ethnicity=Hispanic or Latino");
  });

  it("refuses zips that are broken or have no such file, and leaves nothing behind", async () => {
    const dir = join(district.dir, "data/uploads");
    const before = readdirSync(dir);
    const without = zipSync({ "users.csv": strToU8("sourcedId\np1\n") });
    expect(await stage(without)).toMatchObject({ code: "zip-without-demographics" });
    expect(await stage(without.slice(0, 40))).toMatchObject({ code: "zip-unreadable" });
    expect(readdirSync(dir)).toEqual(before);
  });

  it("is for district administrators; to all others it is not there", async () => {
    const text = strToU8("Id,Language\np1,English\n");
    const runId = await staged("Id,Language\np1,English\n");
    const before = await kept();
    for (const context of others) {
      expect(await stage(text, context)).toMatchObject({ code: "forbidden" });
      const missing = { ok: false, code: "missing" };
      expect(await openDemographicsImport(context, runId)).toEqual(missing);
      expect(await chooseColumns(context, { runId, mapping: columns("Language") })).toEqual(
        missing,
      );
      expect(await chooseColumnsAgain(context, runId)).toEqual(missing);
      expect(await applyDemographics(context, runId)).toEqual(missing);
      expect(await deleteDemographics(context, null)).toEqual(missing);
      expect(await readDemographicsOverview(context)).toEqual({ ok: false, code: "forbidden" });
      const path = district.write("kids.csv", "Id,Language\np1,English\n");
      expect(await applyDemographicsFile(context, path, columns("Language"))).toEqual({
        ok: false,
        code: "forbidden",
      });
    }
    expect(await kept()).toEqual(before);
    await discardImport(admin, runId);
  });

  it("forgets a student who leaves the roster", async () => {
    const before = await kept();
    expect(before.some((row) => row.startsWith("p3 "))).toBe(true);
    const lines: RosterLines = roster12();
    const without = (name: "users" | "roles" | "enrollments") =>
      (lines[name] ?? []).filter((line) => !line.split(",").includes("p3"));
    const files = filesOf({
      ...lines,
      users: without("users"),
      roles: without("roles"),
      enrollments: without("enrollments"),
    });
    expect(await applyRosterFiles(admin, files, { confirmLeaving: true })).toMatchObject({
      ok: true,
    });
    // The name stays, for past results; what was known of the student does not.
    expect(await prisma().person.count({ where: { id: "p3", active: false } })).toBe(1);
    expect(await kept()).toEqual(before.filter((row) => !row.startsWith("p3 ")));
  });

  it("keeps no upload that nobody applied longer than a day, whoever uploads again", async () => {
    const runId = await staged("Id,Language\np1,English\n");
    const { stagedPath } = await prisma().importRun.findUniqueOrThrow({ where: { id: runId } });
    const hoursOn = (hours: number) => ({ now: new Date(Date.parse(now) + hours * 3_600_000) });
    await sweepUploads(hoursOn(23));
    expect(existsSync(stagedPath ?? "")).toBe(true);
    await sweepUploads(hoursOn(25));
    expect(existsSync(stagedPath ?? "")).toBe(false);
    expect(await openDemographicsImport(admin, runId)).toMatchObject({ code: "missing" });
  });

  it("deletes one demographic, then all of them, each with its event", async () => {
    const overview = await readDemographicsOverview(admin);
    expect(overview.ok ? overview.value.dimensions.map(({ name }) => name) : []).toContain("Group");
    const count = (await events()).length;
    expect(await deleteDemographics(admin, "No such")).toEqual({ ok: false, code: "missing" });
    expect(await deleteDemographics(admin, "Group")).toEqual({
      ok: true,
      value: { deleted: ["Group"] },
    });
    expect((await kept()).some((row) => row.includes("Group="))).toBe(false);
    expect(await kept()).not.toEqual([]);
    // What waits to be applied goes with all of them, and not with one.
    const runId = await staged("Id,Language\np1,English\n");
    expect(await deleteDemographics(admin, "No such")).toMatchObject({ code: "missing" });
    expect(await openDemographicsImport(admin, runId)).toMatchObject({ ok: true });
    expect(await deleteDemographics(admin, null)).toMatchObject({ ok: true });
    expect(await openDemographicsImport(admin, runId)).toMatchObject({ code: "missing" });
    expect(await kept()).toEqual([]);
    expect(await deleteDemographics(admin, null)).toEqual({ ok: false, code: "missing" });
    const written = (await events()).slice(count);
    expect(written).toHaveLength(2);
    expect(written.every((event) => event.startsWith("demographics.deleted"))).toBe(true);
  });
});
