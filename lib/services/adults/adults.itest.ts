import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { listMargins } from "@/lib/data/margins";
import { disableAccount } from "@/lib/services/people/disable-account";
import { openTestWave } from "@/lib/services/waves/testdata/closed-wave";
import {
  administrator,
  contextAt,
  MONDAY,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { askForAdult } from "./ask-for-adult";
import { handleAsked } from "./handle-asked";
import { countAsked, listAsked } from "./list-asked";
import { nameReceiver } from "./name-receiver";
import { readAdultForm } from "./read-adult-form";
import { readAsked } from "./read-asked";
import { readReceivers } from "./read-receivers";
import { removeReceiver } from "./remove-receiver";
import { tidyRequests } from "./tidy-requests";

const account = (end: string) => `00000000-0000-4000-8000-00000000000${end}`;
const elm = staff("teacher", { accountId: account("2"), name: "Kim Elm" });
const ridge = staff("school-administrator", { accountId: account("3"), name: "Lou Ridge" });

let school: WaveSchool;
const code: Record<string, string> = {};
beforeAll(async () => {
  school = await openWaveSchool();
  for (const { accountId, name, role } of [administrator, elm, ridge]) {
    await school.asOwner(
      `INSERT INTO accounts (id, email, name, password_hash, role, school_ids, created_at)
       VALUES ($1, $2, $3, 'x', $4, '{}', now())`,
      [accountId, `${accountId}@x.example`, name, role],
    );
  }
  const waveId = await openTestWave(["7A", "7B", "far"], MONDAY);
  for (const { classId, joinCode } of await listMargins(waveId)) code[classId] = joinCode;
});
afterAll(() => school.close());
beforeEach(async () => {
  await school.asOwner("DELETE FROM adult_requests");
  await school.asOwner("DELETE FROM adult_receivers");
});

// Each test asks an hour after the one before: the throttle of the process goes on counting.
let hours = 0;
beforeEach(() => {
  hours += 1;
});
const now = () => new Date(MONDAY.getTime() + hours * 3_600_000);
const as = (actor: StaffActor) => contextAt(now(), actor);
const name = (actor: StaffActor, schoolIds: readonly string[] | null, shownAs = "") =>
  nameReceiver(as(administrator), { accountId: actor.accountId, schoolIds, shownAs });
const ask = (classId: string, studentName = "Ana Ruiz", message = "Please find me at lunch.") =>
  askForAdult(as(administrator), { joinCode: code[classId] ?? "", name: studentName, message });
const seenBy = async (actor: StaffActor) => {
  const list = await listAsked(as(actor));
  return list.ok ? list.value.map(({ studentName }) => studentName).sort() : list.code;
};

describe("asking for an adult", () => {
  it("is off until somebody who can sign in is named for the class's school", async () => {
    const form = () => readAdultForm(now(), code["7A"] ?? "");
    expect(await form()).toMatchObject({ state: "off", className: "Class 7A" });
    expect(await ask("7A")).toMatchObject({ state: "off" });
    await name(ridge, ["S2"]);
    expect((await form()).state).toBe("off");
    await name(elm, ["S1"], " Ms. Elm,\n counselor ");
    expect(await form()).toMatchObject({ state: "on", people: ["Ms. Elm, counselor"] });
    expect((await disableAccount(as(administrator), elm.accountId)).ok).toBe(true);
    expect((await form()).state).toBe("off");
    expect(await ask("7A")).toMatchObject({ state: "off" });
    await school.asOwner("UPDATE accounts SET disabled = false");
    expect(await school.asOwner("SELECT 1 FROM adult_requests")).toEqual([]);
    expect(await readAdultForm(now(), "nonsense")).toEqual({ state: "wrong-code" });
  });

  it("is off again two weeks after the pulse: an old card does not open it for ever", async () => {
    await name(elm, null);
    const days = (count: number) => new Date(MONDAY.getTime() + count * 86_400_000);
    expect((await readAdultForm(days(20), code["7A"] ?? "")).state).toBe("on");
    expect((await readAdultForm(days(22), code["7A"] ?? "")).state).toBe("off");
  });

  it("reaches those named for the school, and nobody else, whatever their role", async () => {
    await name(elm, ["S1"]);
    await name(ridge, ["S2"]);
    expect(await ask("7A")).toMatchObject({ state: "sent", people: ["Kim Elm"] });
    expect(await ask("far", "Bo Lind", "")).toMatchObject({ state: "sent", people: ["Lou Ridge"] });
    expect(await seenBy(elm)).toEqual(["Ana Ruiz"]);
    expect(await seenBy(ridge)).toEqual(["Bo Lind"]);
    // Who names the receivers is none of them.
    expect(await seenBy(administrator)).toBe("forbidden");
    expect(await countAsked(as(elm))).toBe(1);
    expect(await countAsked(as(administrator))).toBeNull();

    const list = await listAsked(as(elm));
    const id = list.ok ? list.value[0]!.id : "";
    for (const stranger of [ridge, administrator]) {
      expect(await readAsked(as(stranger), id)).toMatchObject({ code: "missing" });
      expect(await handleAsked(as(stranger), { id, to: "done", note: "" })).toMatchObject({
        code: "missing",
      });
    }
    await name(administrator, null);
    expect(await seenBy(administrator)).toEqual(["Ana Ruiz", "Bo Lind"]);
    // Taken off the list, one sees nothing of before either.
    await removeReceiver(as(administrator), { accountId: elm.accountId });
    expect(await seenBy(elm)).toBe("forbidden");
    expect(await readAsked(as(elm), id)).toMatchObject({ code: "missing" });
  });

  it("keeps the day and the class, and nothing that a ballot could be laid beside", async () => {
    await name(elm, null);
    await ask("far");
    const [row] = await school.asOwner("SELECT * FROM adult_requests");
    expect(Object.keys(row!).sort()).toEqual([
      ...["asked_on", "class_id", "handled_at", "handled_by", "id", "message", "note"],
      ...["school_id", "state", "student_name"],
    ]);
    const [day] = await school.asOwner("SELECT asked_on::text, handled_at FROM adult_requests");
    expect(day).toEqual({ asked_on: "2026-11-23", handled_at: null });
    const events = await school.asOwner("SELECT action FROM audit_events WHERE at = $1", [now()]);
    expect(events.map(({ action }) => action)).toEqual(["adult.receiver-named"]);
  });

  it("says what is wrong with the form, and takes nothing for it", async () => {
    await name(elm, null);
    for (let count = 0; count < 10; count++) {
      expect(await ask("7A", " ", "m".repeat(501))).toMatchObject({
        state: "again",
        problems: { name: "missing", message: "too-long" },
      });
    }
    expect((await ask("7A")).state).toBe("sent");
  });

  it("lets a class send six at once and no more; another class does not wait", async () => {
    await name(elm, null);
    const states: string[] = [];
    for (let count = 0; count < 7; count++) states.push((await ask("7B")).state);
    expect(states).toEqual([...Array.from({ length: 6 }, () => "sent"), "again"]);
    expect(await ask("7B")).toMatchObject({ problems: { form: "too-many" } });
    expect((await ask("7A")).state).toBe("sent");
    expect(await school.asOwner("SELECT 1 FROM adult_requests")).toHaveLength(7);
  });
});

describe("a request", () => {
  async function asked() {
    await name(elm, null);
    await ask("7A");
    const list = await listAsked(as(elm));
    return list.ok ? list.value[0]!.id : "";
  }

  it("is moved on with a note; the log says that and not whose it is", async () => {
    const id = await asked();
    const move = (to: "new" | "seen" | "done", note = "") => handleAsked(as(elm), { id, to, note });
    expect(await readAsked(as(elm), id)).toMatchObject({ value: { state: "new" } });
    expect(await move("seen", "Called Ana out of class.")).toMatchObject({ ok: true });
    expect(await move("new")).toMatchObject({ code: "request-moved" });
    expect(await move("done", "x".repeat(1001))).toMatchObject({ code: "invalid" });
    expect(await move("done", "Talked.")).toMatchObject({ ok: true });
    expect(await readAsked(as(elm), id)).toMatchObject({
      value: { state: "done", note: "Talked.", handledBy: "Kim Elm" },
    });
    expect(await countAsked(as(elm))).toBe(0);
    const events = JSON.stringify(await school.asOwner("SELECT * FROM audit_events"));
    expect(events).toContain("adult.request-handled");
    expect(events).not.toMatch(/Ana|lunch|Called/);
  });

  it("is not changed by the server's own login in what the student wrote", async () => {
    await asked();
    const { database } = school;
    const { withClient } = await import("@/lib/data/setup/connect");
    await expect(
      withClient(database.urls.web, (client) =>
        client.query(`UPDATE ${database.schema}.adult_requests SET message = 'x'`),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it("is deleted 90 days after it was done, and not before; one that waits stays", async () => {
    const id = await asked();
    await ask("7A", "Bo Lind");
    await handleAsked(as(elm), { id, to: "done", note: "" });
    const tidy = (days: number) =>
      tidyRequests(contextAt(new Date(now().getTime() + days * 86_400_000), { kind: "system" }));
    await tidy(90);
    expect(await seenBy(elm)).toEqual(["Ana Ruiz", "Bo Lind"]);
    await tidy(91);
    expect(await seenBy(elm)).toEqual(["Bo Lind"]);
    const [event] = await school.asOwner(
      "SELECT account_name, detail FROM audit_events WHERE action = 'adult.requests-deleted'",
    );
    expect(event).toEqual({ account_name: "Hearth", detail: { deleted: 1 } });
  });

  it("loses the stamp of the transaction in which it came, with all others of these days", async () => {
    await asked();
    await ask("7B", "Bo Lind");
    const stamps = async () =>
      (await school.asOwner("SELECT DISTINCT xmin::text FROM adult_requests")).map(
        ({ xmin }) => xmin,
      );
    const before = await stamps();
    expect(before).toHaveLength(2);
    await tidyRequests(contextAt(now(), { kind: "system" }));
    const after = await stamps();
    expect(after).toHaveLength(1);
    expect(before).not.toContain(after[0]);
    await tidyRequests(contextAt(new Date(now().getTime() + 3 * 86_400_000), { kind: "system" }));
    expect(await stamps()).toEqual(after);
  });
});

describe("receivers", () => {
  it("are named by district administrators only, among accounts and schools that there are", async () => {
    const named = { accountId: elm.accountId, shownAs: "", schoolIds: ["S1"] };
    for (const actor of [elm, ridge]) {
      expect(await nameReceiver(as(actor), named)).toMatchObject({ code: "forbidden" });
      expect(await removeReceiver(as(actor), named)).toMatchObject({ code: "forbidden" });
      expect(await readReceivers(as(actor))).toMatchObject({ code: "forbidden" });
    }
    const refused = async (more: Partial<typeof named>) => {
      const outcome = await nameReceiver(as(administrator), { ...named, ...more });
      return outcome.ok ? [] : Object.keys(outcome.fields ?? {});
    };
    expect(await refused({ accountId: account("9") })).toEqual(["accountId"]);
    expect(await refused({ schoolIds: [] })).toEqual(["schoolIds"]);
    expect(await refused({ schoolIds: ["S1", "S9"] })).toEqual(["schoolIds"]);
    expect(await refused({ shownAs: "x".repeat(61) })).toEqual(["shownAs"]);
    expect(await refused({})).toEqual([]);
    expect(await readReceivers(as(administrator))).toMatchObject({
      value: {
        receivers: [{ name: "Kim Elm", shownAs: "Kim Elm", schoolNames: ["Elm School"] }],
        candidates: [{ name: "Ada" }, { name: "Lou Ridge" }],
        without: ["Ridge School"],
      },
    });
  });
});
