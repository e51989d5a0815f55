import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { setUpCode } from "@/lib/access/set-up-code";
import { findAccountById, findAccountForSignIn } from "@/lib/data/accounts";
import { closeDatabase, inTransaction, prisma } from "@/lib/data/client";
import { replaceDemo } from "@/lib/data/district";
import { withClient } from "@/lib/data/setup/connect";
import { secretFilePath } from "@/lib/server/key-store/path";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import type { TestDatabase } from "@/scripts/testing/template-database";
import type { ServiceContext } from "../context";
import { listAudit } from "../audit/list-audit";
import { changePassword } from "./change-password";
import { createFirstAdministrator } from "./create-first-administrator";
import { loadActor } from "./load-actor";
import { signIn } from "./sign-in";
import { startForReal } from "./start-for-real";

let database: TestDatabase;
const scratch = mkdtempSync(join(tmpdir(), "hearth-accounts-"));
const keyDir = join(scratch, "keys");

beforeAll(async () => {
  Object.assign(process.env, {
    HEARTH_DATA_DIR: join(scratch, "data"),
    HEARTH_KEY_DIR: keyDir,
    NEXTAUTH_SECRET: "a secret of this test, thirty-two or more",
    HEARTH_SEAT_PEPPER: "a pepper of this test, thirty-two or more",
  });
  database = await connectTestDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
  rmSync(scratch, { recursive: true, force: true });
});

const owner = (text: string, values: unknown[] = []) =>
  withClient(database.urls.owner, async (client) => {
    await client.query(`SET search_path TO ${database.schema}`);
    return client.query(text, values);
  });

const start = new Date("2026-09-01T08:00:00Z");
const after = (ms: number) => new Date(start.getTime() + ms);
function as(actor: Actor = { kind: "anonymous" }, now = start): ServiceContext {
  return { actor, now, randomBytes, randomUuid: randomUUID };
}

const firstRun = {
  setUpCode: setUpCode("a secret of this test, thirty-two or more"),
  districtName: " Harbor Unified ",
  timeZone: "America/Chicago",
  name: "Ada Admin",
  email: "Ada@Harbor.example",
  password: "a harbour at dawn",
};
const secret = "keys the throttle";
const right = { email: "ada@harbor.example", password: firstRun.password, secret };
const wrong = { ...right, password: "a harbour at dusk" };

/** Empties the district the way the product does, then makes its first administrator. */
async function freshDistrict(): Promise<StaffActor> {
  await owner("UPDATE district SET is_demo = true");
  if ((await owner("SELECT 1 FROM district")).rowCount === 1) {
    await inTransaction((tx) => replaceDemo(tx));
  }
  const made = await createFirstAdministrator(as(), firstRun);
  if (!made.ok) throw new Error(made.code);
  const actor = await loadActor({ accountId: made.value.accountId, sessionEpoch: 0 });
  if (actor === null) throw new Error("no actor");
  return actor;
}

describe("first run", () => {
  it("makes one district and one administrator of two who press at once", async () => {
    const outcomes = await Promise.all(
      ["ada@harbor.example", "bea@harbor.example"].map((email) =>
        createFirstAdministrator(as(), { ...firstRun, email }),
      ),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? "made" : outcome.code)).sort()).toEqual([
      "already-set-up",
      "made",
    ]);
    expect(await prisma().account.count()).toBe(1);
    expect(await prisma().district.findMany({ select: { name: true, isDemo: true } })).toEqual([
      { name: "Harbor Unified", isDemo: false },
    ]);
    expect(await createFirstAdministrator(as(), firstRun)).toMatchObject({
      code: "already-set-up",
    });
  });

  it("names every field that is wrong and writes nothing", async () => {
    await owner("TRUNCATE district, accounts, audit_events CASCADE");
    const outcome = await createFirstAdministrator(as(), {
      setUpCode: "",
      districtName: " ",
      timeZone: "Middle/Earth",
      name: "",
      email: "ada",
      password: "short",
    });
    expect(outcome).toMatchObject({ ok: false, code: "invalid" });
    expect(Object.keys((outcome as { fields: object }).fields).sort()).toEqual(
      ["districtName", "email", "name", "password", "setUpCode", "timeZone"].sort(),
    );
    expect(await prisma().district.count()).toBe(0);
    expect(await prisma().auditEvent.count()).toBe(0);
  });

  it("belongs to whoever has the code from the window, not to whoever comes first", async () => {
    await owner("TRUNCATE district, accounts, audit_events CASCADE");
    for (const code of ["", "AAAA-BBBB-CCCC-DDDD", firstRun.setUpCode.slice(1)]) {
      expect(await createFirstAdministrator(as(), { ...firstRun, setUpCode: code })).toEqual({
        ok: false,
        code: "invalid",
        fields: { setUpCode: "The code is in the window where Hearth was started." },
      });
    }
    expect(await prisma().account.count()).toBe(0);
    const typed = ` ${firstRun.setUpCode.toLowerCase().replaceAll("-", " ")}`;
    expect((await createFirstAdministrator(as(), { ...firstRun, setUpCode: typed })).ok).toBe(true);
  });
});

describe("sign-in", () => {
  let admin: StaffActor;
  beforeEach(async () => {
    admin = await freshDistrict();
  });

  it("knows the address in any case and stores the password as argon2id", async () => {
    const outcome = await signIn(as(), { ...right, email: " ADA@harbor.EXAMPLE " });
    expect(outcome).toMatchObject({
      ok: true,
      value: { accountId: admin.accountId, role: "district-administrator", sessionEpoch: 0 },
    });
    const stored = await findAccountForSignIn(right.email);
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("answers alike for a wrong password, an unknown address and a disabled account", async () => {
    const unknown = { ...right, email: "nobody@harbor.example" };
    const answers = [await signIn(as(), wrong), await signIn(as(), unknown)];
    await owner("UPDATE accounts SET disabled = true");
    answers.push(await signIn(as(), right));
    expect(answers).toEqual(Array(3).fill({ ok: false, code: "wrong-credentials" }));
  });

  it.each([right.email, "nobody@harbor.example"])(
    "locks %s after five failures, also for the right password, and opens a minute later",
    async (email) => {
      for (let i = 0; i < 5; i++) {
        expect(await signIn(as(), { ...wrong, email })).toMatchObject({
          code: "wrong-credentials",
        });
      }
      expect(await signIn(as(undefined, after(1000)), { ...right, email })).toMatchObject({
        code: "locked",
        detail: { minutes: 1 },
      });
      const later = await signIn(as(undefined, after(61_000)), { ...right, email });
      expect(later.ok).toBe(email === right.email);
      const locks = await prisma().auditEvent.findMany({
        where: { action: "sign-in.locked" },
        select: { subjectId: true },
      });
      const known = email === right.email;
      // The unknown address fails a sixth time after its minute, and is locked again.
      expect(locks.map((event) => event.subjectId)).toEqual(
        known ? [admin.accountId] : ["unknown", "unknown"],
      );
    },
  );

  it("checks no more than five of forty guesses sent at the same moment", async () => {
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => signIn(as(), wrong)));
    const codes = outcomes.map((outcome) => (outcome.ok ? "in" : outcome.code));
    expect(codes.filter((code) => code === "wrong-credentials")).toHaveLength(5);
    expect(codes.filter((code) => code === "locked")).toHaveLength(35);
  });

  it("forgets failures after a success", async () => {
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await signIn(as(), wrong);
      expect((await signIn(as(), right)).ok).toBe(true);
    }
  });

  it("keeps neither address nor password in the throttle", async () => {
    await signIn(as(), wrong);
    const rows = await prisma().signInThrottle.findMany();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/ada|harbor/i);
  });
});

describe("sessions", () => {
  it("end when the account is disabled or its epoch moves on", async () => {
    const { accountId } = await freshDistrict();
    expect(await loadActor({ accountId, sessionEpoch: 0 })).not.toBeNull();
    expect(await loadActor({ accountId, sessionEpoch: 1 })).toBeNull();
    expect(await loadActor({ accountId: randomUUID(), sessionEpoch: 0 })).toBeNull();
    await owner("UPDATE accounts SET disabled = true");
    expect(await loadActor({ accountId, sessionEpoch: 0 })).toBeNull();
  });

  it("end with a change of password, which wants the current one", async () => {
    const admin = await freshDistrict();
    const change = {
      currentPassword: right.password,
      newPassword: "lanterns on the pier",
      secret,
    };
    expect(await changePassword(as(), change)).toMatchObject({ code: "forbidden" });
    expect(
      await changePassword(as(admin), { ...change, currentPassword: wrong.password }),
    ).toMatchObject({ fields: { currentPassword: "This is not your password." } });
    for (const newPassword of ["short", right.password]) {
      expect(await changePassword(as(admin), { ...change, newPassword })).toMatchObject({
        code: "invalid",
      });
    }
    expect(await changePassword(as(admin), change)).toMatchObject({
      value: { accountId: admin.accountId, sessionEpoch: 1 },
    });
    expect(await loadActor({ accountId: admin.accountId, sessionEpoch: 0 })).toBeNull();
    expect(await signIn(as(), right)).toMatchObject({ code: "wrong-credentials" });
    expect((await signIn(as(), { ...right, password: change.newPassword })).ok).toBe(true);
  });

  it("cannot be used to guess the current password", async () => {
    const admin = await freshDistrict();
    const guess = { currentPassword: "a guess or another", newPassword: "lanterns on it", secret };
    for (let i = 0; i < 5; i++) await changePassword(as(admin), guess);
    expect(await changePassword(as(admin), guess)).toMatchObject({ code: "locked" });
  });
});

describe("start for real", () => {
  it("does nothing to a district that is no demonstration", async () => {
    const admin = await freshDistrict();
    expect(await startForReal(as(admin))).toEqual({ ok: false, code: "not-demo" });
    await expect(inTransaction((tx) => replaceDemo(tx))).rejects.toThrow(/not a demonstration/);
    expect(await findAccountById(admin.accountId)).not.toBeNull();
  });

  it("is for district administrators", async () => {
    const admin = await freshDistrict();
    await owner("UPDATE district SET is_demo = true");
    for (const actor of [
      { kind: "anonymous" },
      { ...admin, role: "school-administrator", schoolIds: ["S1"] },
      { ...admin, role: "teacher" },
    ] as const) {
      expect(await startForReal(as(actor))).toEqual({ ok: false, code: "forbidden" });
    }
    expect(await prisma().district.count()).toBe(1);
  });

  it("empties the demonstration, its log and the keys of unsealed waves, once", async () => {
    const admin = await freshDistrict();
    await owner("UPDATE district SET is_demo = true");
    const open = randomUUID();
    const sealed = randomUUID();
    for (const [id, state] of [
      [open, "open"],
      [sealed, "sealed"],
    ] as const) {
      await owner(
        `INSERT INTO waves (id, title, state, instrument, scope, policy, time_zone, opens_at, closes_at, created_at)
         VALUES ($1, 'w', $2, '{}', '{}', '{}', 'UTC', now(), now() + interval '1 day', now())`,
        [id, state],
      );
    }
    mkdirSync(keyDir, { recursive: true });
    writeFileSync(secretFilePath(keyDir, open), "{}");

    const outcomes = await Promise.all([startForReal(as(admin)), startForReal(as(admin))]);
    expect(outcomes.map((outcome) => (outcome.ok ? "done" : outcome.code)).sort()).toEqual([
      "done",
      "not-demo",
    ]);
    expect(existsSync(secretFilePath(keyDir, open))).toBe(false);
    for (const table of ["district", "accounts", "waves", "audit_events"]) {
      expect((await owner(`SELECT 1 FROM ${table}`)).rowCount, table).toBe(0);
    }
    expect((await createFirstAdministrator(as(), firstRun)).ok).toBe(true);
  });

  it("cannot be opened by the web role marking a district as a demonstration", async () => {
    await freshDistrict();
    await expect(prisma().$executeRaw`UPDATE district SET is_demo = true`).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("the audit log", () => {
  it("can be written and read by the web role, never changed or emptied", async () => {
    await freshDistrict();
    expect(await prisma().auditEvent.count()).toBe(1);
    for (const attempt of [
      () => prisma().$executeRaw`UPDATE audit_events SET account_name = 'somebody else'`,
      () => prisma().$executeRaw`DELETE FROM audit_events`,
      () => prisma().$executeRaw`TRUNCATE audit_events`,
    ]) {
      await expect(attempt()).rejects.toThrow(/permission denied/);
    }
  });

  it("is for district administrators, pages without gaps and narrows to one act", async () => {
    const admin = await freshDistrict();
    expect(await listAudit(as({ ...admin, role: "school-administrator" }), {})).toMatchObject({
      code: "forbidden",
    });
    // 120 entries of one moment, as one use case may write them.
    await prisma().auditEvent.createMany({
      data: Array.from({ length: 120 }, () => ({
        id: randomUUID(),
        at: after(5000),
        accountId: null,
        accountName: "Hearth",
        action: "wave.opened",
        subjectType: "wave",
        subjectId: randomUUID(),
        detail: {},
      })),
    });
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const page = await listAudit(as(admin), { after: next ?? undefined });
      if (!page.ok) throw new Error(page.code);
      seen.push(...page.value.events.map((event) => event.id));
      ({ next } = page.value);
    } while (next !== null);
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
    const narrowed = await listAudit(as(admin), { action: "district.created" });
    expect(narrowed).toMatchObject({ value: { action: "district.created", next: null } });
    expect(narrowed.ok && narrowed.value.events).toHaveLength(1);
    // What cannot be read is ignored.
    expect(await listAudit(as(admin), { action: "'; --", after: "x" })).toMatchObject({
      value: { action: null },
    });
  });
});
