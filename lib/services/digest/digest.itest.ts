import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { inTransaction } from "@/lib/data/client";
import { saveFlag } from "@/lib/data/flags";
import { listMargins } from "@/lib/data/margins";
import { makeUnsubscribeToken } from "@/lib/digest/unsubscribe-token";
import { askForAdult } from "@/lib/services/adults/ask-for-adult";
import { handleAsked } from "@/lib/services/adults/handle-asked";
import { nameReceiver } from "@/lib/services/adults/name-receiver";
import { disableAccount } from "@/lib/services/people/disable-account";
import { openTestWave } from "@/lib/services/waves/testdata/closed-wave";
import {
  administrator,
  contextAt,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { chooseSchedule } from "./choose-schedule";
import { chooseWeekly, readWeekly } from "./choose-weekly";
import { readMailSettings } from "./read-mail-settings";
import { sendAsked } from "./send-asked";
import { sendTestMail } from "./send-test-mail";
import { sendWeekly } from "./send-weekly";
import { readStopLink, stopWeekly } from "./stop-weekly";
import { openPostOffice, type PostOffice } from "./testdata/post-office";

const account = (end: string) => `00000000-0000-4000-8000-00000000000${end}`;
const elm = staff("teacher", { accountId: account("2"), name: "Kim Elm", classIds: ["7A"] });
const ridge = staff("school-administrator", {
  ...{ accountId: account("3"), name: "Lou Ridge", schoolIds: ["S2"] },
});
const SECRET = "x".repeat(40);
/** Monday, 30 November 2026, seven in the morning in Chicago. */
const SEVEN = new Date("2026-11-30T13:00:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let school: WaveSchool;
let office: PostOffice;
let joinCode = "";
beforeAll(async () => {
  school = await openWaveSchool();
  office = await openPostOffice();
  await school.asOwner(
    "INSERT INTO people (id, given_name, family_name, role, grades, org_ids) VALUES ('t', 'Kim', 'Elm', 'teacher', '{}', '{}')",
  );
  await school.asOwner(
    "INSERT INTO enrollments (id, class_id, school_id, person_id, role) VALUES ('e-t', '7A', 'S1', 't', 'teacher')",
  );
  for (const { accountId, name, role, schoolIds } of [administrator, elm, ridge]) {
    await school.asOwner(
      `INSERT INTO accounts (id, email, name, password_hash, role, school_ids, person_id, created_at)
       VALUES ($1, $2, $3, 'x', $4, $5, $6, now())`,
      [accountId, mailOf(name), name, role, schoolIds, role === "teacher" ? "t" : null],
    );
  }
  // Open from Friday on, at both schools.
  const waveId = await openTestWave(["7A", "far"], new Date(SEVEN.getTime() - 3 * DAY));
  joinCode = (await listMargins(waveId)).find(({ classId }) => classId === "7A")?.joinCode ?? "";
});
afterAll(async () => {
  await office.close();
  await school.close();
});
beforeEach(async () => {
  office.mails.length = 0;
  office.refusal = undefined;
  office.hangsUp = false;
  await school.asOwner(
    `DELETE FROM digest_sends; DELETE FROM flags; DELETE FROM adult_requests; DELETE FROM adult_receivers;
     UPDATE accounts SET weekly_mail = true, disabled = false`,
  );
});

const mailOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@larkfield.example`;
const desk = () => ({ mailer: office.mailer, url: "https://pulse.example.org", secret: SECRET });
const weekly = (now = SEVEN) => sendWeekly(contextAt(now, { kind: "system" }), desk());
const asked = (now: Date) => sendAsked({ now }, desk());
const as = (actor: StaffActor, now = SEVEN) => contextAt(now, actor);
const receivers = () =>
  office.mails.flatMap(({ to }) => (to === undefined || Array.isArray(to) ? [] : [to.text])).sort();
const mailTo = ({ name }: StaffActor) =>
  office.mails.find(({ to }) => !Array.isArray(to) && to?.text.includes(mailOf(name)));

async function raise(classId: string, raisedAt: Date, state: "new" | "seen" = "new") {
  await inTransaction((tx) =>
    saveFlag(tx, {
      ...{ id: randomUUID(), classId, kind: "rising-absence", tier: "watch", state, raisedAt },
      ...{ reason: "More absence than expected.", updatedAt: raisedAt, closedAt: null },
      ...{ holderId: null, snooze: null, answer: null, outcome: null },
      expiresAt: new Date(raisedAt.getTime() + 42 * DAY),
      evidence: {
        ...{ sources: { belonging: null, absence: "a" }, facts: [], clears: [] },
        ...{ falseAlarms: "", blindTo: "" },
      },
    }),
  );
}

describe("the week's mail", () => {
  it("goes to everybody whom there is something to tell, at the hour and not before", async () => {
    expect(await weekly(new Date(SEVEN.getTime() - 1))).toMatchObject({ sent: 0 });
    expect(await weekly()).toEqual({ sent: 3, notSent: 0, errors: [] });
    expect(receivers()).toHaveLength(3);
    expect(mailTo(administrator)?.subject).toBe("Your week in Hearth: Larkfield");
    // Each counts the seats of their own classes: 24 in 7A, 12 in the other school's.
    expect(mailTo(administrator)?.text).toContain("of 36 seats");
    expect(mailTo(elm)?.text).toContain("of 24 seats");
    expect(mailTo(ridge)?.text).toContain("of 12 seats");
  });

  it("goes out once, whoever sends at the same time, and again a week later", async () => {
    const outcomes = await Promise.all([weekly(), weekly(), weekly()]);
    expect(outcomes.map(({ sent }) => sent).reduce((a, b) => a + b)).toBe(3);
    expect(await weekly(new Date(SEVEN.getTime() + 5 * 60 * MINUTE))).toMatchObject({ sent: 0 });
    expect(receivers()).toHaveLength(3);
    // Moved to Tuesday by an administrator, it is still this week's.
    await chooseSchedule(as(administrator), { weekday: 2, hour: 7 });
    expect(await weekly(new Date(SEVEN.getTime() + DAY))).toMatchObject({ sent: 0 });
    await chooseSchedule(as(administrator), { weekday: 1, hour: 7 });
    await raise("7A", new Date(SEVEN.getTime() + 2 * DAY));
    expect(await weekly(new Date(SEVEN.getTime() + 7 * DAY))).toMatchObject({ sent: 3 });
  });

  it("is not sent a second time where a worker died with it in hand", async () => {
    await school.asOwner(
      "INSERT INTO digest_sends (account_id, kind, slot, state) VALUES ($1, 'weekly', '2026-11-30', 'claimed')",
      [elm.accountId],
    );
    expect(await weekly()).toMatchObject({ sent: 2 });
    expect(mailTo(elm)).toBeUndefined();
  });

  it("does not go to disabled accounts, to those who stopped it, or with nothing to say", async () => {
    await disableAccount(as(administrator), elm.accountId);
    await chooseWeekly(as(ridge), { weekly: false });
    expect(await weekly()).toMatchObject({ sent: 1 });
    expect(mailTo(administrator)).toBeDefined();
    // Of another teacher, who has no class, nobody has anything to say.
    await school.asOwner(
      `INSERT INTO accounts (id, email, name, password_hash, role, school_ids, created_at)
       VALUES ($1, 'new@larkfield.example', 'New', 'x', 'teacher', '{}', now())`,
      [account("4")],
    );
    expect(await weekly()).toMatchObject({ sent: 0, notSent: 0 });
    const rows = await school.asOwner(
      "SELECT account_id FROM digest_sends WHERE state = 'nothing'",
    );
    expect(rows).toEqual([{ account_id: account("4") }]);
    await school.asOwner("DELETE FROM accounts WHERE id = $1", [account("4")]);
  });

  it("goes out at seven in the district's zone, wherever that is", async () => {
    await school.asOwner("UPDATE district SET time_zone = 'Pacific/Auckland'");
    // 06:59 and 07:00 on Monday in Auckland, which is Sunday in Chicago.
    expect(await weekly(new Date("2026-11-29T17:59:00Z"))).toMatchObject({ sent: 0 });
    expect(await weekly(new Date("2026-11-29T18:00:00Z"))).toMatchObject({ sent: 3 });
    await school.asOwner("UPDATE district SET time_zone = 'America/Chicago'");
  });

  it("is sent by nobody in a demonstration", async () => {
    await school.asOwner("UPDATE district SET is_demo = true");
    expect(await weekly()).toMatchObject({ sent: 0 });
    expect(await sendTestMail(as(administrator), desk())).toMatchObject({ code: "no-mail" });
    await school.asOwner("UPDATE district SET is_demo = false");
    expect(receivers()).toEqual([]);
  });
});

describe("flags in a mail", () => {
  it("are counted for the class's own teacher at once, and for others when they may see them", async () => {
    await raise("7A", new Date(SEVEN.getTime() - DAY));
    await weekly();
    expect(mailTo(elm)?.text).toContain("1 new flag since last week.");
    expect(mailTo(administrator)?.text).not.toMatch(/flag/i);
    expect(mailTo(ridge)?.text).not.toMatch(/flag/i);
    // A week later the administrator sees it for the first time, and the teacher has known it.
    office.mails.length = 0;
    await weekly(new Date(SEVEN.getTime() + 7 * DAY));
    expect(mailTo(administrator)?.text).toContain("1 new flag since last week.");
    expect(mailTo(elm)?.text).toContain("1 flag waits");
    expect(mailTo(elm)?.text).not.toContain("new flag");
  });

  it("are counts: no class, no school, no reason and no percentage", async () => {
    await raise("7A", new Date(SEVEN.getTime() - 5 * DAY));
    await weekly();
    for (const { text, html } of office.mails) {
      expect(`${text ?? ""}${String(html)}`).not.toMatch(
        /Class 7A|Elm School|[Aa]bsence|[Bb]elong|[0-9] ?%/,
      );
    }
  });
});

describe("a mail that the server does not take", () => {
  it("is tried again half an hour later, and goes out then", async () => {
    office.refusal = { code: 451, text: "Greylisted" };
    expect(await weekly()).toEqual({ sent: 0, notSent: 3, errors: [] });
    office.refusal = undefined;
    expect(await weekly(new Date(SEVEN.getTime() + 5 * MINUTE))).toMatchObject({ sent: 0 });
    expect(await weekly(new Date(SEVEN.getTime() + 31 * MINUTE))).toMatchObject({ sent: 3 });
  });

  it("is given up after five tries, at once where there is no such mailbox, and where it may have arrived", async () => {
    office.refusal = { code: 451, text: "Greylisted" };
    for (let turn = 0; turn < 8; turn += 1)
      await weekly(new Date(SEVEN.getTime() + turn * 31 * MINUTE));
    expect(await school.asOwner("SELECT DISTINCT tries FROM digest_sends")).toEqual([{ tries: 5 }]);
    for (const end of [{ code: 550, text: "Unknown" }, undefined]) {
      await school.asOwner("DELETE FROM digest_sends");
      office.refusal = end;
      office.hangsUp = end === undefined;
      expect(await weekly()).toMatchObject({ sent: 0, notSent: 3 });
      office.refusal = undefined;
      office.hangsUp = false;
      expect(await weekly(new Date(SEVEN.getTime() + 31 * MINUTE))).toMatchObject({ sent: 0 });
    }
  });
});

describe("stopping it", () => {
  it("takes the link of the mail, and nothing else", async () => {
    await weekly();
    const link = /https:\/\/pulse\.example\.org\/mail\/stop\/(\S+)/.exec(mailTo(elm)?.text ?? "");
    const token = link?.[1] ?? "";
    const header = mailTo(elm)?.headerLines.find(({ key }) => key === "list-unsubscribe")?.line;
    expect(header).toBe(`List-Unsubscribe: <https://pulse.example.org/api/mail/stop/${token}>`);
    // Reading the link, as a mail scanner does, changes nothing.
    expect(await readStopLink(token, SECRET)).toEqual({ weeklyMail: true });
    expect(await readWeekly(as(elm))).toBe(true);
    expect((await stopWeekly(token, SECRET)).ok).toBe(true);
    expect(await readWeekly(as(elm))).toBe(false);
    expect(await readWeekly(as(ridge))).toBe(true);
    expect((await chooseWeekly(as(elm), { weekly: true })).ok).toBe(true);
    expect(await readStopLink(token, SECRET)).toEqual({ weeklyMail: true });
  });

  it("is not possible for somebody else, or for an account that is not there", async () => {
    for (const token of [
      makeUnsubscribeToken(elm.accountId, "another secret of forty characters, too"),
      makeUnsubscribeToken(account("9"), SECRET),
      "nonsense",
    ]) {
      expect(await readStopLink(token, SECRET)).toBeNull();
      expect(await stopWeekly(token, SECRET)).toMatchObject({ code: "missing" });
    }
    expect(await readWeekly(as(elm))).toBe(true);
  });
});

describe("requests of students", () => {
  const noon = new Date("2026-11-30T18:00:00Z");
  const ask = (now: Date) =>
    askForAdult(contextAt(now), {
      joinCode,
      name: "Ana Ruiz",
      message: "Please find me at lunch.",
    });

  it("are told to those named for them at two fixed hours, as a count", async () => {
    await nameReceiver(as(administrator), {
      ...{ accountId: elm.accountId, schoolIds: ["S1"], shownAs: "" },
    });
    await nameReceiver(as(administrator), {
      ...{ accountId: ridge.accountId, schoolIds: ["S2"], shownAs: "" },
    });
    expect(await asked(SEVEN)).toEqual({ sent: 0, notSent: 0 });
    expect((await ask(new Date(SEVEN.getTime() + 90 * MINUTE))).state).toBe("sent");
    // It waits for noon, however often the clock asks.
    for (const minutes of [91, 120, 239, 299]) {
      expect(await asked(new Date(SEVEN.getTime() + minutes * MINUTE))).toMatchObject({ sent: 0 });
    }
    expect(await asked(noon)).toEqual({ sent: 1, notSent: 0 });
    expect(await asked(new Date(noon.getTime() + MINUTE))).toMatchObject({ sent: 0 });
    const { text = "", subject, headers } = mailTo(elm) ?? {};
    expect(subject).toBe("Something waits for you in Hearth");
    expect(text).toContain("1 request waits for you.");
    expect(text).not.toMatch(/Ana|Ruiz|lunch|7A|Elm School/);
    expect(headers?.has("list-unsubscribe")).toBe(false);
    // Tomorrow again, until somebody has marked it as seen.
    const tomorrow = new Date(SEVEN.getTime() + DAY);
    expect(await asked(tomorrow)).toMatchObject({ sent: 1 });
    const [request] = await school.asOwner<{ id: string }>("SELECT id FROM adult_requests");
    expect((await handleAsked(as(elm), { id: request?.id ?? "", to: "seen", note: "" })).ok).toBe(
      true,
    );
    expect(await asked(new Date(noon.getTime() + DAY))).toMatchObject({ sent: 0 });
  });

  it("are in the week's mail from the day after: its hour is anybody's choice and would date them", async () => {
    await nameReceiver(as(administrator), {
      ...{ accountId: elm.accountId, schoolIds: null, shownAs: "" },
    });
    await ask(new Date(SEVEN.getTime() + 110 * MINUTE));
    await weekly(new Date(SEVEN.getTime() + 120 * MINUTE));
    expect(mailTo(elm)?.text).not.toContain("request");
    office.mails.length = 0;
    await school.asOwner("DELETE FROM digest_sends");
    await weekly(new Date(SEVEN.getTime() + DAY));
    expect(mailTo(elm)?.text).toContain("1 request waits for you.");
  });

  it("are not told late: a server that was down waits for the next fixed hour", async () => {
    await nameReceiver(as(administrator), {
      ...{ accountId: elm.accountId, schoolIds: null, shownAs: "" },
    });
    await ask(new Date(SEVEN.getTime() + 130 * MINUTE));
    expect(await asked(new Date(SEVEN.getTime() + 140 * MINUTE))).toMatchObject({ sent: 0 });
    office.refusal = { code: 451, text: "Greylisted" };
    expect(await asked(noon)).toEqual({ sent: 0, notSent: 1 });
    office.refusal = undefined;
    expect(await asked(new Date(noon.getTime() + 3 * MINUTE))).toMatchObject({ sent: 1 });
  });

  it("leave nothing in the record of mails that says when they came", async () => {
    await nameReceiver(as(administrator), {
      ...{ accountId: elm.accountId, schoolIds: null, shownAs: "" },
    });
    await ask(new Date(SEVEN.getTime() + 100 * MINUTE));
    await asked(new Date(noon.getTime() + 7 * MINUTE));
    const rows = await school.asOwner("SELECT * FROM digest_sends WHERE kind = 'asked'");
    expect(rows).toEqual([
      {
        ...{ account_id: elm.accountId, kind: "asked", slot: "2026-11-30T12" },
        ...{ state: "sent", tries: 1, try_again_at: null },
      },
    ]);
  });
});

describe("settings", () => {
  it("are for district administrators, and never name the login", async () => {
    for (const actor of [elm, ridge]) {
      expect(await readMailSettings(as(actor))).toMatchObject({ code: "forbidden" });
      expect(await chooseSchedule(as(actor), { weekday: 1, hour: 7 })).toMatchObject({
        code: "forbidden",
      });
      expect(await sendTestMail(as(actor), desk())).toMatchObject({ code: "forbidden" });
    }
    const found = await readMailSettings(as(administrator, new Date(SEVEN.getTime() - MINUTE)));
    expect(found).toMatchObject({ ok: true, value: { server: null, next: SEVEN } });
    for (const wrong of [
      { weekday: 8, hour: 7 },
      { weekday: 1, hour: 24 },
      { weekday: 1.5, hour: 7 },
    ]) {
      expect(await chooseSchedule(as(administrator), wrong)).toMatchObject({ code: "invalid" });
    }
  });

  it("send a test mail to oneself and say what the server answered", async () => {
    const sent = await sendTestMail(as(administrator), desk());
    expect(sent).toMatchObject({ ok: true, value: { state: "sent", to: mailOf("Ada") } });
    expect(mailTo(administrator)?.subject).toBe("A test mail from Hearth");
    const none = await sendTestMail(as(administrator), { ...desk(), mailer: null });
    expect(none).toMatchObject({ code: "no-mail" });
  });
});
