import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { setUpCode } from "@/lib/access/set-up-code";
import { closeDatabase, prisma } from "@/lib/data/client";
import { withClient } from "@/lib/data/setup/connect";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import type { TestDatabase } from "@/scripts/testing/template-database";
import { createFirstAdministrator } from "../accounts/create-first-administrator";
import { loadActor } from "../accounts/load-actor";
import { signIn } from "../accounts/sign-in";
import type { ServiceContext } from "../context";
import { acceptInvitation, readInvitation } from "./accept-invitation";
import { disableAccount } from "./disable-account";
import { type InvitationInput, inviteColleague } from "./invite-colleague";
import { listPeople } from "./list-people";
import { readAccount } from "./read-account";

let database: TestDatabase;
let district: StaffActor;
let school: StaffActor;

const start = new Date("2026-09-01T08:00:00Z");
const days = (count: number) => new Date(start.getTime() + count * 24 * 3600_000);
function as(actor: Actor = { kind: "anonymous" }, now = start): ServiceContext {
  return { actor, now, randomBytes, randomUuid: randomUUID };
}
const password = "a harbour at dawn";
const secret = "keys the throttle";

const schoolAdmin = (name: string, schoolIds: string[]): InvitationInput => ({
  email: `${name}@harbor.example`,
  name,
  role: "school-administrator",
  schoolIds,
  personId: null,
});
const teacher = (personId: string | null, email = "new@harbor.example"): InvitationInput => ({
  email,
  name: "A teacher",
  role: "teacher",
  schoolIds: [],
  personId,
});

/** The code of a refusal, or "made". */
async function tryInvite(actor: Actor, input: InvitationInput): Promise<string> {
  const outcome = await inviteColleague(as(actor), input);
  return outcome.ok ? "made" : outcome.code;
}

async function join(actor: Actor, input: InvitationInput): Promise<StaffActor> {
  const invited = await inviteColleague(as(actor), input);
  if (!invited.ok) throw new Error(invited.code);
  const accepted = await acceptInvitation(as(), { token: invited.value.token, password });
  if (!accepted.ok) throw new Error(accepted.code);
  const joined = await loadActor({ accountId: accepted.value.accountId, sessionEpoch: 0 });
  if (joined === null) throw new Error("no actor");
  return joined;
}

async function view(actor: Actor) {
  const people = await listPeople(as(actor));
  if (!people.ok) throw new Error(people.code);
  return people.value;
}

beforeAll(async () => {
  Object.assign(process.env, {
    NEXTAUTH_SECRET: "a secret of this test, thirty-two or more",
    HEARTH_SEAT_PEPPER: "a pepper of this test, thirty-two or more",
  });
  database = await connectTestDatabase();
  const { owner } = database.urls;
  // Two schools; T1 and T2 teach in the first, T3 in the second, T4 nowhere; T5 has left.
  await withClient(owner, async (client) => {
    await client.query(`SET search_path TO ${database.schema}`);
    await client.query(`
      INSERT INTO orgs (id, name, type) VALUES ('S1', 'Elm Street', 'school'), ('S2', 'Harbor High', 'school');
      INSERT INTO classes (id, title, class_type, grades, school_id, term_ids)
        VALUES ('C1', '7A', 'homeroom', '{07}', 'S1', '{}'), ('C2', '9C', 'homeroom', '{09}', 'S2', '{}');
      INSERT INTO people (id, given_name, family_name, role, email, grades, org_ids, active)
        SELECT 'T' || n, 'Given' || n, 'Family' || n, 'teacher', 't' || n || '@harbor.example', '{}', '{}', n < 5
        FROM generate_series(1, 5) n;
      INSERT INTO people (id, given_name, family_name, role, grades, org_ids)
        VALUES ('P1', 'Pat', 'Pupil', 'student', '{07}', '{S1}');
      INSERT INTO enrollments (id, class_id, school_id, person_id, role)
        VALUES ('E1', 'C1', 'S1', 'T1', 'teacher'), ('E2', 'C1', 'S1', 'T2', 'teacher'),
               ('E3', 'C2', 'S2', 'T3', 'teacher'), ('E5', 'C1', 'S1', 'T5', 'teacher')`);
  });
  const made = await createFirstAdministrator(as(), {
    setUpCode: setUpCode("a secret of this test, thirty-two or more"),
    districtName: "Harbor Unified",
    timeZone: "America/Chicago",
    name: "Ada Admin",
    email: "ada@harbor.example",
    password,
  });
  if (!made.ok) throw new Error(made.code);
  const actor = await loadActor({ accountId: made.value.accountId, sessionEpoch: 0 });
  if (actor === null) throw new Error("no actor");
  district = actor;
  school = await join(district, schoolAdmin("sam", ["S1"]));
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

describe("an invitation", () => {
  it("gives the role and the classes it was made for", async () => {
    expect(school).toMatchObject({ role: "school-administrator", schoolIds: ["S1"] });
    const maria = await join(district, teacher(null, "T1@harbor.example"));
    expect(maria).toMatchObject({ role: "teacher", schoolIds: [], classIds: ["C1"] });
    expect((await signIn(as(), { email: "t1@harbor.example", password, secret })).ok).toBe(true);
  });

  it("works once, and not for two who open it at the same moment", async () => {
    const invited = await inviteColleague(as(district), schoolAdmin("bo", ["S2"]));
    if (!invited.ok) throw new Error(invited.code);
    const { token } = invited.value;
    expect(await readInvitation(as(), token)).toMatchObject({ name: "bo" });
    const both = await Promise.all([1, 2].map(() => acceptInvitation(as(), { token, password })));
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await readInvitation(as(), token)).toBeNull();
    expect(await acceptInvitation(as(), { token, password })).toMatchObject({ code: "missing" });
    expect(await prisma().account.count({ where: { email: "bo@harbor.example" } })).toBe(1);
  });

  it("expires after a fortnight; expired and invented links look alike", async () => {
    const invited = await inviteColleague(as(district), schoolAdmin("cy", ["S2"]));
    if (!invited.ok) throw new Error(invited.code);
    const { token } = invited.value;
    expect(await readInvitation(as(undefined, days(13.9)), token)).not.toBeNull();
    expect(await readInvitation(as(undefined, days(14)), token)).toBeNull();
    const late = await acceptInvitation(as(undefined, days(14)), { token, password });
    expect(late).toEqual(await acceptInvitation(as(), { token: "invented", password }));
  });

  it("keeps only a hash of its token", async () => {
    const invited = await inviteColleague(as(district), schoolAdmin("di", ["S2"]));
    if (!invited.ok) throw new Error(invited.code);
    const rows = await prisma().invitation.findMany();
    for (const row of rows) {
      expect(Buffer.from(row.tokenHash).toString("base64url")).not.toBe(invited.value.token);
    }
    const events = await prisma().auditEvent.findMany();
    expect(JSON.stringify(events)).not.toContain(invited.value.token);
  });

  it("takes the place of an earlier one for the same address", async () => {
    const [first, second] = [
      await inviteColleague(as(district), schoolAdmin("ed", ["S1"])),
      await inviteColleague(as(district), schoolAdmin("ed", ["S1", "S2"])),
    ];
    if (!first.ok || !second.ok) throw new Error("refused");
    expect(await readInvitation(as(), first.value.token)).toBeNull();
    expect(await readInvitation(as(), second.value.token)).toMatchObject({
      schoolIds: ["S1", "S2"],
    });
  });

  it("wants a password that is long enough, and stays open until it gets one", async () => {
    const invited = await inviteColleague(as(district), schoolAdmin("flo", ["S2"]));
    if (!invited.ok) throw new Error(invited.code);
    const { token } = invited.value;
    expect(await acceptInvitation(as(), { token, password: "short" })).toMatchObject({
      code: "invalid",
    });
    expect(await readInvitation(as(), token)).not.toBeNull();
  });
});

describe("who may be invited", () => {
  it("by a district administrator: schools and teachers that exist, once", async () => {
    expect(await tryInvite(district, schoolAdmin("gus", ["S9"]))).toBe("no-such-school");
    expect(await tryInvite(district, schoolAdmin("gus", []))).toBe("invalid");
    expect(await tryInvite(district, teacher("T9"))).toBe("not-on-roster");
    expect(await tryInvite(district, teacher("T5"))).toBe("not-on-roster");
    expect(await tryInvite(district, teacher("P1"))).toBe("not-on-roster");
    expect(await tryInvite(district, teacher(null, "who@harbor.example"))).toBe("not-on-roster");
    expect(await tryInvite(district, teacher("T1"))).toBe("has-account");
    expect(await tryInvite(district, schoolAdmin("sam", ["S1"]))).toBe("has-account");
  });

  it("by a school administrator: nobody beyond their school", async () => {
    expect(await tryInvite(school, schoolAdmin("hal", ["S1"]))).toBe("made");
    expect(await tryInvite(school, schoolAdmin("ida", ["S2"]))).toBe("forbidden");
    expect(await tryInvite(school, schoolAdmin("ida", ["S1", "S2"]))).toBe("forbidden");
    expect(await tryInvite(school, { ...teacher(null), role: "district-administrator" })).toBe(
      "forbidden",
    );
    // A teacher of another school looks like one who is not there.
    expect(await tryInvite(school, teacher("T3"))).toBe("not-on-roster");
    expect(await tryInvite(school, teacher("T9"))).toBe("not-on-roster");
    expect(await tryInvite(school, teacher("T4"))).toBe("not-on-roster");
    expect(await prisma().invitation.count({ where: { name: "ida" } })).toBe(0);
  });

  it("by teachers and visitors: nobody", async () => {
    const maria = { ...school, role: "teacher", schoolIds: [], classIds: ["C1"] } as const;
    expect(await tryInvite(maria, teacher("T2"))).toBe("forbidden");
    expect(await tryInvite({ kind: "anonymous" }, teacher("T2"))).toBe("forbidden");
  });
});

describe("the list of people", () => {
  it("shows the district everybody, a school administrator their school only", async () => {
    const everybody = await view(district);
    expect(everybody.accounts.map((row) => row.email)).toEqual(
      expect.arrayContaining(["ada@harbor.example", "bo@harbor.example", "sam@harbor.example"]),
    );
    expect(everybody.teachersToInvite.map((row) => row.id)).toEqual(["T2", "T3", "T4"]);
    expect(everybody.schools.map((row) => row.id)).toEqual(["S1", "S2"]);

    const theirs = await view(school);
    expect(theirs.accounts.map((row) => row.email).sort()).toEqual([
      "sam@harbor.example",
      "t1@harbor.example",
    ]);
    expect(theirs.invitations.map((row) => row.name).sort()).toEqual(["ed", "hal"]);
    expect(theirs.teachersToInvite.map((row) => row.id)).toEqual(["T2"]);
    expect(theirs.schools.map((row) => row.name)).toEqual(["Elm Street"]);
  });

  it("is not for teachers and visitors", async () => {
    expect(await listPeople(as())).toMatchObject({ code: "forbidden" });
    expect(await listPeople(as({ ...school, role: "teacher" }))).toMatchObject({
      code: "forbidden",
    });
  });
});

describe("disabling an account", () => {
  const idOf = async (name: string) =>
    (await prisma().account.findFirstOrThrow({ where: { email: `${name}@harbor.example` } })).id;

  it("reaches no further than the list, and never oneself", async () => {
    for (const name of ["ada", "bo"]) {
      const id = await idOf(name);
      expect(await readAccount(as(school), id)).toMatchObject({ code: "missing" });
      expect(await disableAccount(as(school), id)).toMatchObject({ code: "missing" });
    }
    expect(await disableAccount(as(district), district.accountId)).toMatchObject({
      code: "own-account",
    });
    expect(await readAccount(as(district), district.accountId)).toMatchObject({
      value: { mayDisable: false },
    });
    expect(await disableAccount(as(district), randomUUID())).toMatchObject({ code: "missing" });
  });

  it("acts at once: sessions, sign-in and invitations sent end with it", async () => {
    const invited = await inviteColleague(as(school), teacher("T2"));
    if (!invited.ok) throw new Error(invited.code);
    expect((await disableAccount(as(district), school.accountId)).ok).toBe(true);
    expect(await loadActor({ accountId: school.accountId, sessionEpoch: 0 })).toBeNull();
    expect(await loadActor({ accountId: school.accountId, sessionEpoch: 1 })).toBeNull();
    expect(await signIn(as(), { email: "sam@harbor.example", password, secret })).toMatchObject({
      code: "wrong-credentials",
    });
    expect(await readInvitation(as(), invited.value.token)).toBeNull();
    const events = await prisma().auditEvent.findMany({ where: { action: "account.disabled" } });
    expect(events).toMatchObject([
      { accountName: "Ada Admin", subjectId: school.accountId, detail: { name: "sam" } },
    ]);
  });
});
