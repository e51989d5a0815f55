import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { closeDatabase, inTransaction, webPool } from "@/lib/data/client";
import { createAccount } from "@/lib/data/accounts";
import { saveFlag } from "@/lib/data/flags";
import type { Flag } from "@/lib/flags/life-cycle";
import { STRATEGIES } from "@/lib/plans/catalogue";
import type { ServiceContext } from "@/lib/services/context";
import { seedRoster } from "@/scripts/testing/staff-district";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import { listAudit } from "../audit/list-audit";
import { startPlan } from "../plans/start-plan";
import { answerFlag } from "./answer-flag";
import { assignFlag } from "./assign-flag";
import { closeFlag } from "./close-flag";
import { listOwnFlags } from "./list-own-flags";
import { readFlag } from "./read-flag";
import { readUsefulness } from "./read-usefulness";
import { snoozeFlag } from "./snooze-flag";
import { wakeFlag } from "./wake-flag";

const NOW = new Date("2026-11-23T12:00:00Z");
const DAY_MS = 24 * 3600_000;
const after = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const CLASS = "s1-c02";
const MISSING = { ok: false, code: "missing" };

const ids = {
  district: randomUUID(),
  principal: randomUUID(),
  elsewhere: randomUUID(),
  teacher: randomUUID(),
  other: randomUUID(),
};
let database: Awaited<ReturnType<typeof connectTestDatabase>>;
let flagId: string;

function as(who: keyof typeof ids, now = after(4)): ServiceContext {
  const actor: StaffActor = {
    kind: "staff",
    accountId: ids[who],
    name: who,
    role:
      who === "district"
        ? "district-administrator"
        : who === "principal" || who === "elsewhere"
          ? "school-administrator"
          : "teacher",
    schoolIds: who === "principal" ? ["s1"] : who === "elsewhere" ? ["s2"] : [],
    classIds: who === "teacher" ? [CLASS] : who === "other" ? ["s1-c03"] : [],
  };
  return { actor, now, randomBytes, randomUuid: randomUUID };
}

function flagOf(id: string, more: Partial<Flag> = {}): Flag {
  return {
    id,
    classId: CLASS,
    kind: "low-belonging",
    tier: "watch",
    reason: "Why it is here.",
    evidence: {
      sources: { belonging: "r1", absence: null },
      facts: [],
      clears: [],
      falseAlarms: "",
      blindTo: "",
    },
    state: "new",
    raisedAt: NOW,
    updatedAt: NOW,
    expiresAt: after(42),
    closedAt: null,
    holderId: null,
    snooze: null,
    answer: null,
    outcome: null,
    ...more,
  };
}
const store = (flag: Flag) => inTransaction((tx) => saveFlag(tx, flag));
const read = async (who: keyof typeof ids = "district", now = after(4)) => {
  const outcome = await readFlag(as(who, now), flagId);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const give = (who: keyof typeof ids, to: keyof typeof ids | null, from: keyof typeof ids | null) =>
  assignFlag(as(who), {
    flagId,
    to: to === null ? null : ids[to],
    from: from === null ? null : ids[from],
  });

beforeAll(async () => {
  database = await connectTestDatabase();
  await seedRoster({ schools: 2, classesPerSchool: 3, students: 12 });
  for (const who of Object.keys(ids) as (keyof typeof ids)[]) {
    const { actor } = as(who);
    if (actor.kind !== "staff") continue;
    const { role, schoolIds, name } = actor;
    const [taught] = actor.classIds;
    await inTransaction((tx) =>
      createAccount(tx, {
        ...{ id: ids[who], email: `${who}@x.example`, name, passwordHash: "x", role, schoolIds },
        personId: taught === undefined ? null : `teacher-${taught}`,
        createdAt: NOW,
      }),
    );
  }
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

beforeEach(async () => {
  await webPool().query("DELETE FROM flags");
  flagId = randomUUID();
  await store(flagOf(flagId));
});

describe("who has a flag", () => {
  it("is somebody who may see it by now: never another school's, another class's or one too early", async () => {
    const names = async (who: keyof typeof ids, now?: Date) =>
      (await read(who, now)).flag.may.giveTo.map(({ name }) => name);
    expect(await names("district")).toEqual(["principal", "teacher"]);
    expect(await names("principal")).toEqual(["district", "teacher"]);
    expect(await names("teacher")).toEqual([]);
    for (const to of ["elsewhere", "other"] as const) {
      expect(await give("district", to, null)).toMatchObject({
        code: "invalid",
        fields: { to: expect.any(String) as string },
      });
    }
    // While it is the teacher's alone, nobody else has it or hears of it.
    const early = { ...as("teacher", after(1)) };
    expect(await assignFlag(early, { flagId, from: null, to: ids.principal })).toEqual(MISSING);
    expect((await assignFlag(early, { flagId, from: null, to: ids.teacher })).ok).toBe(true);
    expect(await assignFlag(as("principal", after(1)), { flagId, from: null, to: null })).toEqual(
      MISSING,
    );
  });

  it("is changed by administrators of the class, and by a teacher for themselves only", async () => {
    expect(await give("teacher", "principal", null)).toEqual(MISSING);
    expect(await give("other", "other", null)).toEqual(MISSING);
    expect(await give("elsewhere", "elsewhere", null)).toEqual(MISSING);
    expect(await give("principal", "teacher", null)).toEqual({
      ok: true,
      value: { holderName: "teacher" },
    });
    expect((await read()).flag).toMatchObject({
      stage: "seen",
      holder: { name: "teacher", maySee: true },
    });
    expect(await give("teacher", null, "teacher")).toMatchObject({ ok: true });
    expect((await read()).flag.holder).toBeNull();
  });

  it("is not taken out of hands that the giver did not see it in", async () => {
    await give("principal", "principal", null);
    expect(await give("district", "district", null)).toEqual({
      ok: false,
      code: "flag-held",
      detail: { name: "principal" },
    });
    expect(await give("district", "district", "principal")).toMatchObject({ ok: true });
  });

  it("stays named when they cannot see it any more, and the page says so", async () => {
    await give("principal", "teacher", null);
    await webPool().query("UPDATE accounts SET disabled = true WHERE id = $1", [ids.teacher]);
    const { flag } = await read();
    expect(flag.holder).toEqual({ name: "teacher", maySee: false });
    expect(flag.may.giveTo.map(({ name }) => name)).toEqual(["principal"]);
    await webPool().query("UPDATE accounts SET disabled = false WHERE id = $1", [ids.teacher]);
  });
});

describe("the next step", () => {
  it("knows whether a plan runs in the class", async () => {
    expect((await read()).flag.planRuns).toBe(false);
    const began = await startPlan(as("teacher"), {
      classId: CLASS,
      strategyId: STRATEGIES[0]?.id ?? "",
      startOn: "2026-11-27",
      lookAgainOn: "2026-12-18",
      note: "",
    });
    expect(began.ok).toBe(true);
    expect((await read()).flag.planRuns).toBe(true);
    expect((await listOwnFlags(as("principal")))[0]?.planRuns).toBe(true);
  });
});

describe("a teacher's answer", () => {
  const answer = (who: keyof typeof ids, kind: string, words = "", now = after(4)) =>
    answerFlag(as(who, now), { flagId, answer: kind, words });

  it("comes from a teacher of the class, and travels with the flag", async () => {
    expect(await answer("principal", "illness")).toEqual(MISSING);
    expect(await answer("other", "illness")).toEqual(MISSING);
    expect(await answer("teacher", "illness", " Half the class. ", after(1))).toMatchObject({
      ok: true,
    });
    const [listed] = await listOwnFlags(as("principal"));
    const { flag, notes } = await read("principal");
    for (const seen of [listed, flag]) {
      expect(seen).toMatchObject({
        answer: { kind: "illness", words: "Half the class.", accountId: ids.teacher, at: after(1) },
        answererName: "teacher",
        stage: "seen",
      });
    }
    expect(notes.map(({ body }) => body)).toEqual([
      "The teacher’s answer: An illness went round. Half the class.",
    ]);
  });

  it("is one of the suggestions or has words, and is short", async () => {
    expect(await answer("teacher", "gossip")).toMatchObject({ fields: { answer: /./ } });
    expect(await answer("teacher", "other", "  ")).toMatchObject({ fields: { words: /./ } });
    expect(await answer("teacher", "unsure", "x".repeat(301))).toMatchObject({
      fields: { words: /300/ },
    });
    expect((await read()).flag.answer).toBeNull();
  });
});

describe("a flag at rest", () => {
  const rest = (until: string, reason = "A week on a trip.", who: keyof typeof ids = "principal") =>
    snoozeFlag(as(who), { flagId, until, reason });

  it("comes back when its date begins where the district is", async () => {
    expect(await rest("2026-12-04")).toMatchObject({ ok: true });
    // Midnight in Chicago.
    const back = new Date("2026-12-04T06:00:00Z");
    const before = new Date(back.getTime() - 1);
    expect((await read("district", before)).flag.stage).toBe("snoozed");
    expect((await read("district", back)).flag.stage).toBe("seen");
    expect((await listOwnFlags(as("district", before)))[0]?.stage).toBe("snoozed");
    expect(await wakeFlag(as("principal"), { flagId })).toMatchObject({ ok: true });
    expect(await wakeFlag(as("principal"), { flagId })).toEqual({ ok: false, code: "not-snoozed" });
  });

  it("takes no date gone by, beyond six weeks or beyond its life, and no date that is none", async () => {
    // It is the 27th of November there, and the flag lapses on the 4th of January.
    for (const until of ["2026-11-26", "2026-11-27", "2027-01-05", "2099-01-01"]) {
      expect(await rest(until)).toMatchObject({
        code: "invalid",
        fields: { until: "Choose a date from 2026-11-28 to 2027-01-04." },
      });
    }
    expect(await rest("2026-02-30")).toMatchObject({ fields: { until: /date/ } });
    expect(await rest("soon")).toMatchObject({ fields: { until: "Choose a date." } });
    expect(await rest("2026-12-04", "  ")).toMatchObject({ fields: { reason: /./ } });
    expect(await rest("2026-12-04", "x".repeat(301))).toMatchObject({ fields: { reason: /300/ } });
    expect(await rest("2026-12-04", "x", "other")).toEqual(MISSING);
    expect((await read()).flag.snooze).toBeNull();
    expect(await rest("2027-01-04")).toMatchObject({ ok: true });
  });
});

describe("a closed flag", () => {
  const close = (outcome = "explained", found = "A new seating plan.") =>
    closeFlag(as("principal"), { flagId, outcome, found });

  it("tells whoever comes later that it is closed, whatever they try", async () => {
    expect(await close()).toMatchObject({ ok: true });
    const refused = { ok: false, code: "flag-closed" };
    expect(await close("", "")).toEqual(refused);
    expect(await give("district", "district", null)).toEqual(refused);
    expect(await answerFlag(as("teacher"), { flagId, answer: "", words: "" })).toEqual(refused);
    expect(await snoozeFlag(as("district"), { flagId, until: "2026-12-04", reason: "x" })).toEqual(
      refused,
    );
    expect(await wakeFlag(as("district"), { flagId })).toEqual(refused);
    const { flag, snoozeDates } = await read();
    expect(flag).toMatchObject({ stage: "closed", outcome: "explained" });
    expect(flag.may).toEqual({ take: false, giveBack: false, giveTo: [], answer: false });
    expect(snoozeDates).toBeNull();
  });

  it("is unknown where there is no such flag", async () => {
    const none = { flagId: "no-such-flag" };
    expect(await closeFlag(as("district"), { ...none, outcome: "helped", found: "x" })).toEqual(
      MISSING,
    );
    expect(await assignFlag(as("district"), { ...none, from: null, to: null })).toEqual(MISSING);
    expect(await wakeFlag(as("district"), { flagId: randomUUID() })).toEqual(MISSING);
  });
});

describe("whether flags helped", () => {
  it("is counted over what the reader may see by now, for a year", async () => {
    await webPool().query("DELETE FROM flags");
    const closed = (more: Partial<Flag>) =>
      store(flagOf(randomUUID(), { state: "closed", closedAt: after(1), ...more }));
    for (let at = 0; at < 10; at++) await closed({ outcome: at < 6 ? "helped" : "nothing" });
    await closed({ outcome: "lapsed" });
    await closed({ outcome: "helped", classId: "s2-c01" });
    await closed({ outcome: "helped", closedAt: after(-400), raisedAt: after(-410) });
    const counts = async (who: keyof typeof ids, now?: Date) => {
      const { counts, unsaid, helped } = await readUsefulness(as(who, now));
      return [counts.helped, counts.nothing, unsaid, helped === null];
    };
    expect(await counts("district")).toEqual([7, 4, 1, false]);
    expect(await counts("principal")).toEqual([6, 4, 1, false]);
    expect(await counts("teacher")).toEqual([6, 4, 1, false]);
    expect(await counts("elsewhere")).toEqual([1, 0, 0, true]);
    expect(await counts("other")).toEqual([0, 0, 0, true]);
    // Raised and closed within the days that are the teacher's alone.
    expect(await counts("principal", after(2))).toEqual([0, 0, 0, true]);
    expect(await counts("teacher", after(2))).toEqual([6, 4, 1, false]);
  });
});

describe("the audit log", () => {
  it("has each of these acts, without the words, and not before others see the flag", async () => {
    const early = after(1);
    await assignFlag(as("teacher", early), { flagId, from: null, to: ids.teacher });
    await answerFlag(as("teacher", early), { flagId, answer: "other", words: "Private words" });
    const events = async (now: Date) => {
      const log = await listAudit(as("district", now), {});
      if (!log.ok) throw new Error(log.code);
      return log.value.events.filter(({ subjectId }) => subjectId === flagId);
    };
    expect(await events(early)).toEqual([]);
    await snoozeFlag(as("principal"), { flagId, until: "2026-12-04", reason: "Private words" });
    await wakeFlag(as("principal", after(5)), { flagId });
    await closeFlag(as("principal", after(6)), {
      flagId,
      outcome: "helped",
      found: "Private words",
    });
    const found = await events(after(6));
    expect(found.map(({ action }) => action).sort()).toEqual([
      ...["flag.answered", "flag.assigned", "flag.closed", "flag.snoozed", "flag.woken"],
    ]);
    expect(JSON.stringify(found)).not.toContain("Private");
  });
});
