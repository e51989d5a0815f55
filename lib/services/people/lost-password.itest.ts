import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor, Role, StaffActor } from "@/lib/access/actor";
import { createAccount } from "@/lib/data/accounts";
import { closeDatabase, inTransaction, prisma } from "@/lib/data/client";
import { withClient } from "@/lib/data/setup/connect";
import { hashPassword } from "@/lib/server/password";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import type { TestDatabase } from "@/scripts/testing/template-database";
import { changePassword } from "../accounts/change-password";
import { loadActor } from "../accounts/load-actor";
import { signIn } from "../accounts/sign-in";
import type { ServiceContext } from "../context";
import { acceptInvitation } from "./accept-invitation";
import { createResetLink, createResetLinkAtServer } from "./create-reset-link";
import { disableAccount } from "./disable-account";
import { enableAccount } from "./enable-account";
import { inviteColleague } from "./invite-colleague";
import { listPeople } from "./list-people";
import { readAccount } from "./read-account";
import { readResetLink, resetPassword } from "./reset-password";

let database: TestDatabase;
let passwordHash: string;
let ada: StaffActor;
let sam: StaffActor;
let bo: StaffActor;
let tia: StaffActor;

const start = new Date("2026-09-01T08:00:00Z");
const hours = (count: number) => new Date(start.getTime() + count * 3600_000);
function as(actor: Actor = { kind: "anonymous" }, now = start): ServiceContext {
  return { actor, now, randomBytes, randomUuid: randomUUID };
}
const old = "a harbour at dawn";
const fresh = "lanterns on the pier";
const secret = "keys the throttle";
const password = fresh;

beforeAll(async () => {
  database = await connectTestDatabase();
  const { owner } = database.urls;
  passwordHash = await hashPassword(old);
  await withClient(owner, async (client) => {
    await client.query(`SET search_path TO ${database.schema}`);
    await client.query(`
      INSERT INTO orgs (id, name, type) VALUES ('S1', 'Elm Street', 'school'), ('S2', 'Harbor High', 'school');
      INSERT INTO classes (id, title, class_type, grades, school_id, term_ids)
        VALUES ('C1', '7A', 'homeroom', '{07}', 'S1', '{}');
      INSERT INTO people (id, given_name, family_name, role, grades, org_ids)
        VALUES ('T1', 'Tia', 'Teacher', 'teacher', '{}', '{}');
      INSERT INTO enrollments (id, class_id, school_id, person_id, role)
        VALUES ('E1', 'C1', 'S1', 'T1', 'teacher')`);
  });
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

/** A fixed cast: the district's Ada, Sam of the first school, Bo of the second, the first's teacher Tia. */
beforeEach(async () => {
  await withClient(database.urls.owner, (client) =>
    client.query(
      `SET search_path TO ${database.schema};
       TRUNCATE accounts, invitations, audit_events, sign_in_throttle CASCADE`,
    ),
  );
  ada = await enrol("ada", "district-administrator");
  sam = await enrol("sam", "school-administrator", ["S1"]);
  bo = await enrol("bo", "school-administrator", ["S2"]);
  tia = await enrol("tia", "teacher", [], "T1");
});

async function enrol(
  name: string,
  role: Role,
  schoolIds: string[] = [],
  personId: string | null = null,
): Promise<StaffActor> {
  const id = randomUUID();
  const email = `${name}@harbor.example`;
  const account = { id, email, name, role, schoolIds, personId, passwordHash, createdAt: start };
  await inTransaction((tx) => createAccount(tx, account));
  const actor = await loadActor({ accountId: id, sessionEpoch: 0 });
  if (actor === null) throw new Error("no actor");
  return actor;
}

async function linkFor(target: StaffActor, by: Actor = ada): Promise<string> {
  const made = await createResetLink(as(by), target.accountId);
  if (!made.ok) throw new Error(made.code);
  return made.value.token;
}

const enter = (actor: StaffActor, word: string) =>
  signIn(as(), { email: `${actor.name}@harbor.example`, password: word, secret });

const eventsOf = (action: string) =>
  prisma().auditEvent.findMany({ where: { action }, orderBy: { at: "asc" } });

describe("a link to a new password", () => {
  it("is made by those who outrank the account, and for nobody's own", async () => {
    const code = async (by: Actor, target: StaffActor) => {
      const made = await createResetLink(as(by), target.accountId);
      return made.ok ? "made" : made.code;
    };
    expect(await code(ada, sam)).toBe("made");
    expect(await code(ada, tia)).toBe("made");
    expect(await code(sam, tia)).toBe("made");
    for (const [by, target] of [
      [sam, ada],
      [sam, bo],
      [bo, tia],
      [tia, sam],
      [tia, tia],
      [{ kind: "anonymous" }, tia],
      [{ kind: "system" }, tia],
    ] as const) {
      expect(await code(by, target)).toBe("missing");
    }
    expect(await code(ada, ada)).toBe("own-password");
    expect(await createResetLink(as(ada), randomUUID())).toMatchObject({ code: "missing" });
    expect(await prisma().invitation.count()).toBe(2);
    const may = async (by: Actor, target: StaffActor) => {
      const view = await readAccount(as(by), target.accountId);
      return view.ok && view.value.mayResetPassword;
    };
    expect([await may(sam, tia), await may(sam, sam), await may(sam, bo)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("sets the password, ends all sessions and the lock, and says so in the log", async () => {
    const token = await linkFor(tia, sam);
    for (let i = 0; i < 5; i++) await enter(tia, "a guess or another");
    expect(await enter(tia, old)).toMatchObject({ code: "locked" });

    expect(await readResetLink(as(), token)).toMatchObject({ email: "tia@harbor.example" });
    expect(await resetPassword(as(), { token, password, secret })).toEqual({
      ok: true,
      value: { accountId: tia.accountId, name: "tia", role: "teacher", sessionEpoch: 1 },
    });
    expect(await loadActor({ accountId: tia.accountId, sessionEpoch: 0 })).toBeNull();
    expect(await loadActor({ accountId: tia.accountId, sessionEpoch: 1 })).not.toBeNull();
    expect((await enter(tia, fresh)).ok).toBe(true);
    expect(await enter(tia, old)).toMatchObject({ code: "wrong-credentials" });
    const about = { subjectType: "account", subjectId: tia.accountId, detail: { name: "tia" } };
    expect(await eventsOf("account.reset-link-created")).toMatchObject([
      { ...about, accountId: sam.accountId },
    ]);
    expect(await eventsOf("account.password-reset")).toMatchObject([
      { ...about, accountId: tia.accountId },
    ]);
  });

  it("works once, and not for two who open it at the same moment", async () => {
    const token = await linkFor(tia);
    const both = await Promise.all(
      [fresh, "another good phrase"].map((word) =>
        resetPassword(as(), { token, password: word, secret }),
      ),
    );
    expect(both.map((outcome) => (outcome.ok ? "set" : outcome.code)).sort()).toEqual([
      "missing",
      "set",
    ]);
    expect(await prisma().account.findUnique({ where: { id: tia.accountId } })).toMatchObject({
      sessionEpoch: 1,
    });
  });

  it("looks alike when used, expired, replaced, invented, or an invitation's", async () => {
    const replaced = await linkFor(tia);
    const token = await linkFor(tia);
    expect(await readResetLink(as(undefined, hours(23.9)), token)).not.toBeNull();
    const late = as(undefined, hours(24));
    expect(await readResetLink(late, token)).toBeNull();
    const invited = await inviteColleague(as(ada), {
      email: "new@harbor.example",
      name: "new",
      role: "school-administrator",
      schoolIds: ["S1"],
      personId: null,
    });
    if (!invited.ok) throw new Error(invited.code);
    const answers = [
      await resetPassword(late, { token, password, secret }),
      await resetPassword(as(), { token: replaced, password, secret }),
      await resetPassword(as(), { token: "invented", password, secret }),
      await resetPassword(as(), { token: invited.value.token, password, secret }),
      // And the other way round: it makes no account.
      await acceptInvitation(as(), { token, password }),
    ];
    expect((await resetPassword(as(), { token, password, secret })).ok).toBe(true);
    answers.push(await resetPassword(as(), { token, password: old, secret }));
    expect(answers).toEqual(Array(6).fill({ ok: false, code: "missing" }));
  });

  it("wants a password that is long enough, and stays open until it gets one", async () => {
    const token = await linkFor(tia);
    expect(await resetPassword(as(), { token, password: "short", secret })).toMatchObject({
      code: "invalid",
    });
    expect(await readResetLink(as(), token)).not.toBeNull();
    expect((await enter(tia, old)).ok).toBe(true);
  });

  it("ends with a change of password and with the account of either side", async () => {
    const changed = await linkFor(tia);
    await changePassword(as(tia), { currentPassword: old, newPassword: fresh, secret });
    expect(await readResetLink(as(), changed)).toBeNull();

    const bySam = await linkFor(tia, sam);
    await disableAccount(as(ada), sam.accountId);
    expect(await readResetLink(as(), bySam)).toBeNull();

    const forTia = await linkFor(tia);
    await disableAccount(as(ada), tia.accountId);
    await enableAccount(as(ada), tia.accountId);
    expect(await readResetLink(as(), forTia)).toBeNull();
  });

  it("is no invitation in the list of people, and its token is kept nowhere", async () => {
    const token = await linkFor(tia);
    const people = await listPeople(as(ada));
    expect(people.ok && people.value.invitations).toEqual([]);
    const rows = await prisma().invitation.findMany();
    expect(rows.map((row) => Buffer.from(row.tokenHash).toString("base64url"))).not.toContain(
      token,
    );
    expect(JSON.stringify(await prisma().auditEvent.findMany())).not.toContain(token);
  });

  it("is made on the server's command line for whoever has nobody to ask", async () => {
    const system = as({ kind: "system" });
    const made = await createResetLinkAtServer(system, " ADA@harbor.example ");
    if (!made.ok) throw new Error(made.code);
    const { token } = made.value;
    expect((await resetPassword(as(), { token, password, secret })).ok).toBe(true);
    expect((await enter(ada, fresh)).ok).toBe(true);
    expect(await eventsOf("account.reset-link-created")).toMatchObject([
      { accountId: null, accountName: "Hearth" },
    ]);
    expect(await createResetLinkAtServer(system, "nobody@harbor.example")).toMatchObject({
      code: "missing",
    });
    expect(await createResetLinkAtServer(as(ada), "sam@harbor.example")).toMatchObject({
      code: "forbidden",
    });
  });
});

describe("enabling a disabled account", () => {
  it("lets it sign in again, while ended sessions stay ended", async () => {
    await disableAccount(as(sam), tia.accountId);
    expect(await createResetLink(as(ada), tia.accountId)).toMatchObject({
      code: "account-disabled",
    });
    expect(await readAccount(as(sam), tia.accountId)).toMatchObject({
      value: { mayDisable: false, mayEnable: true, mayResetPassword: false },
    });
    for (const actor of [bo, tia, { kind: "anonymous" }, { kind: "system" }] as const) {
      expect(await enableAccount(as(actor), tia.accountId)).toMatchObject({ code: "missing" });
    }
    expect(await enter(tia, old)).toMatchObject({ code: "wrong-credentials" });

    expect((await enableAccount(as(sam), tia.accountId)).ok).toBe(true);
    expect(await loadActor({ accountId: tia.accountId, sessionEpoch: 0 })).toBeNull();
    expect(await enter(tia, old)).toMatchObject({ ok: true, value: { sessionEpoch: 1 } });
    // A second press changes nothing and is no second event.
    expect((await enableAccount(as(sam), tia.accountId)).ok).toBe(true);
    expect(await eventsOf("account.enabled")).toMatchObject([
      { accountId: sam.accountId, subjectId: tia.accountId, detail: { name: "tia" } },
    ]);
  });
});
