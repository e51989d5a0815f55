import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { cloneTemplate, migrationsDir, type TestDatabase } from "@/scripts/testing/template-database";

import { checkRoles } from "./check-roles";
import { withClient } from "./connect";
import { dropUnfinishedDemo, markDemoSeeding, readDemoState } from "./demo-state";
import { migrate } from "./migrate";
import { prepareDatabase } from "./prepare-database";
import type { RoleUrls } from "./roles";

const cluster = inject("testCluster");
let database: TestDatabase;
let scratch: string;
beforeAll(async () => {
  database = await cloneTemplate(cluster);
  scratch = mkdtempSync(join(tmpdir(), "hearth-migrations-"));
});
afterAll(async () => {
  await database.drop();
  rmSync(scratch, { recursive: true, force: true });
});

const query = (url: string, text: string) => withClient(url, (client) => client.query(text));
const box = "hearth_default.ballot_box";

function folder(migrations: Record<string, string>): string {
  const dir = mkdtempSync(join(scratch, "set-"));
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(dir, name));
    writeFileSync(join(dir, name, "migration.sql"), sql);
  }
  return dir;
}

describe("preparing a database", () => {
  const access = { by: "hearth" as const, prefix: cluster.prefix, passwords: cluster.passwords };

  it("creates the database and the district, and repeating it changes nothing", async () => {
    const name = `made_${randomBytes(4).toString("hex")}`;
    const ownerUrl = cluster.ownerUrl.replace(/postgres$/, name);
    const once = { ownerUrl, schema: "district_a", migrationsDir, access };
    const first = await prepareDatabase(once);
    expect(first.applied.length).toBeGreaterThan(0);
    expect((await prepareDatabase(once)).applied).toEqual([]);
    // A second district beside the first is the same migrations in another schema.
    const second = await prepareDatabase({ ...once, schema: "district_b" });
    expect(second.applied).toEqual(first.applied);
    await query(cluster.ownerUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  });

  it("lets two starts at once pass, each migration applied once", async () => {
    const once = {
      ownerUrl: database.urls.owner,
      schema: "together",
      migrationsDir: folder({ "0001_a": "CREATE TABLE t (n int); INSERT INTO t VALUES (1)" }),
    };
    const applied = await Promise.all([migrate(once), migrate(once)]);
    expect(applied.flat()).toEqual(["0001_a"]);
    expect((await query(once.ownerUrl, "SELECT n FROM together.t")).rowCount).toBe(1);
  });

  it("explains an unreachable server and a wrong password without showing the password", async () => {
    const wrong = database.urls.owner.replace(/:[^:@]+@/, ":wrong-password@");
    const attempt = (ownerUrl: string) =>
      prepareDatabase({ ownerUrl, schema: "x", migrationsDir, access });
    await expect(attempt(wrong)).rejects.toThrow(/refused the login(?!.*wrong-password)/s);
    await expect(attempt("postgresql://a:b@127.0.0.1:1/x")).rejects.toThrow(/No PostgreSQL answers/);
  });

  it("says what to do when the login may not create roles", async () => {
    await expect(
      prepareDatabase({ ownerUrl: database.urls.web, schema: "x", migrationsDir, access }),
    ).rejects.toThrow(/ALTER ROLE "hearth_web" CREATEROLE.*HEARTH_SEALER_DATABASE_URL/s);
  });

  it("works for an owner that is no superuser, in both ways of making the roles", async () => {
    const name = `plain_${randomBytes(4).toString("hex")}`;
    await query(cluster.ownerUrl, `CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD 'plain-password'`);
    await query(cluster.ownerUrl, `CREATE DATABASE ${name} OWNER ${name}`);
    const ownerUrl = new URL(cluster.ownerUrl);
    ownerUrl.username = name;
    ownerUrl.password = "plain-password";
    ownerUrl.pathname = `/${name}`;
    const own = { ownerUrl: ownerUrl.href, schema: "hearth_default", migrationsDir };
    const made = await prepareDatabase({ ...own, access: { ...access, prefix: name } });
    const again = await prepareDatabase({
      ...own,
      access: { by: "administrator", urls: made.urls },
    });
    expect(again.applied).toEqual([]);
    expect((await query(again.urls.web, "SELECT 1")).rowCount).toBe(1);
    await query(cluster.ownerUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  });
});

describe("a migration that fails", () => {
  it("is named with its line, leaves nothing behind, and succeeds once it is mended", async () => {
    const target = { ownerUrl: database.urls.owner, schema: "mended" };
    const good = "CREATE TABLE one (n int);";
    const bad = `${good}\nCREATE TABLE two (n int);\nSELECT nonsense;`;
    await expect(
      migrate({ ...target, migrationsDir: folder({ "0001_good": good, "0002_bad": bad }) }),
    ).rejects.toThrow(/Migration 0002_bad failed|Migration 0002_bad, line/);
    const left = await query(
      target.ownerUrl,
      "SELECT 1 FROM pg_tables WHERE schemaname = 'mended'",
    );
    expect(left.rowCount).toBe(0);
    const mended = folder({ "0001_good": good, "0002_bad": "CREATE TABLE two (n int);" });
    expect(await migrate({ ...target, migrationsDir: mended })).toEqual(["0001_good", "0002_bad"]);
  });

  it("may hold functions whose bodies have semicolons", async () => {
    const body = `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$;`;
    const target = { ownerUrl: database.urls.owner, schema: "bodies" };
    await migrate({ ...target, migrationsDir: folder({ "0001_f": body }) });
    expect((await query(target.ownerUrl, "SELECT bodies.f() AS n")).rows).toEqual([{ n: 1 }]);
  });
});

describe("the ballot box is closed", () => {
  const denied = { code: "42501" };
  // Roles belong to the whole cluster: the ones opened here are no other file's.
  const prefix = `open_${randomBytes(4).toString("hex")}`;
  const ownerUrl = cluster.ownerUrl.replace(/postgres$/, prefix);
  const schema = "hearth_default";
  let urls: RoleUrls;
  beforeAll(async () => {
    const access = { by: "hearth" as const, prefix, passwords: cluster.passwords };
    ({ urls } = await prepareDatabase({ ownerUrl, schema, migrationsDir, access }));
  });
  afterAll(() => query(cluster.ownerUrl, `DROP DATABASE IF EXISTS ${prefix} WITH (FORCE)`));

  it("to the web role entirely, and to the ballot role for reading", async () => {
    await expect(query(urls.web, `SELECT * FROM ${box}`)).rejects.toMatchObject(denied);
    await expect(query(urls.web, `DELETE FROM ${box}`)).rejects.toMatchObject(denied);
    await expect(query(urls.ballot, `SELECT * FROM ${box}`)).rejects.toMatchObject(denied);
    await expect(query(urls.ballot, `DELETE FROM ${box}`)).rejects.toMatchObject(denied);
    await checkRoles(urls, schema);
  });

  const web = `${prefix}_web`;
  const ballot = `${prefix}_ballot`;
  const sealer = `${prefix}_sealer`;
  it.each([
    ["a grant", `GRANT SELECT ON ${box} TO ${web}`, `REVOKE SELECT ON ${box} FROM ${web}`],
    [
      "a grant on one column",
      `GRANT SELECT (ciphertext) ON ${box} TO ${web}`,
      `REVOKE SELECT (ciphertext) ON ${box} FROM ${web}`,
    ],
    ["a grant to all", `GRANT SELECT ON ${box} TO PUBLIC`, `REVOKE SELECT ON ${box} FROM PUBLIC`],
    ["membership", `GRANT ${sealer} TO ${web}`, `REVOKE ${sealer} FROM ${web}`],
    [
      "reading by the ballot role",
      `GRANT SELECT ON ${box} TO ${ballot}`,
      `REVOKE SELECT ON ${box} FROM ${ballot}`,
    ],
    ["superuser rights", `ALTER ROLE ${web} SUPERUSER`, `ALTER ROLE ${web} NOSUPERUSER`],
  ])("and the start is refused after %s", async (_name, open, close) => {
    await query(ownerUrl, open);
    try {
      await expect(checkRoles(urls, schema)).rejects.toThrow(
        /Hearth does not start: .*(REVOKE|ALTER ROLE)/s,
      );
    } finally {
      await query(ownerUrl, close);
    }
    await checkRoles(urls, schema);
  });

  it("and one login for two roles is refused", async () => {
    await expect(checkRoles({ ...urls, ballot: urls.web }, schema)).rejects.toThrow(
      /three different logins/,
    );
  });
});

describe("a demo cut short", () => {
  it("is recognised, dropped, and nothing else can be dropped", async () => {
    const { owner } = database.urls;
    const at = database.schema;
    expect(await readDemoState(owner, at)).toBe("empty");
    await expect(dropUnfinishedDemo(owner, at)).rejects.toThrow();
    await markDemoSeeding(owner, at, "begun");
    expect(await readDemoState(owner, at)).toBe("unfinished");
    await markDemoSeeding(owner, at, "finished");
    // Seeded, and no district any more: it was replaced, and the demo must not come back.
    expect(await readDemoState(owner, at)).toBe("occupied");
    await markDemoSeeding(owner, at, "begun");
    await dropUnfinishedDemo(owner, at);
    expect(await migrate({ ownerUrl: owner, schema: at, migrationsDir })).not.toEqual([]);
  });
});
