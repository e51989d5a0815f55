import { describe, expect, it } from "vitest";
import { type Actor, type Role, ROLES, type StaffActor } from "./actor";
import { type Action, can, type Resources } from "./can";

/** One cast: each role owns the school S1 or, as a teacher, the class 7A in it. */
function staff(role: Role): StaffActor {
  return {
    kind: "staff",
    accountId: "a",
    name: "A",
    role,
    schoolIds: role === "school-administrator" ? ["S1"] : [],
    classIds: role === "teacher" ? ["7A"] : [],
  };
}

const own = { classId: "7A", schoolId: "S1" };
const other = { classId: "9C", schoolId: "S2" };
const target = (schoolIds: string[], role: Role = "teacher") => ({ role, schoolIds });

/** Who may: d district administrator, s school administrator, t teacher; "" nobody. */
type Row<A extends Action> = readonly [resource: Resources[A], who: string];

// The type wants a row for every action: a new one does not compile until it is decided here too.
const TABLE: { readonly [A in Action]: readonly Row<A>[] } = {
  "district.configure": [[undefined, "d"]],
  "overview.read": [[undefined, "ds"]],
  "district.read": [[undefined, "d"]],
  "audit.read": [[undefined, "d"]],
  "people.list": [[undefined, "ds"]],
  "people.invite": [
    [target(["S1"]), "ds"],
    [target(["S2"]), "d"],
    [target(["S1", "S2"]), "d"],
    [target([]), "d"],
    [target(["S1"], "school-administrator"), "ds"],
    [target([], "district-administrator"), "d"],
    [target(["S1"], "district-administrator"), "d"],
  ],
  "account.disable": [
    [target(["S1"]), "ds"],
    [target(["S2"]), "d"],
    [target([]), "d"],
    [target(["S1"], "district-administrator"), "d"],
  ],
  "account.reset-password": [
    [target(["S1"]), "ds"],
    [target(["S2"]), "d"],
    [target(["S1", "S2"]), "d"],
    [target([]), "d"],
    [target(["S1"], "school-administrator"), "ds"],
    [target(["S1"], "district-administrator"), "d"],
  ],
  "roster.import": [[undefined, "d"]],
  "attendance.import": [[undefined, "d"]],
  "participation.read": [[undefined, "ds"]],
  "participation.configure": [[undefined, "d"]],
  "participation.enter": [
    [{ schoolIds: ["S1"] }, "ds"],
    [{ schoolIds: ["S1", "S2"] }, "ds"],
    [{ schoolIds: ["S2"] }, "d"],
    [{ schoolIds: [] }, "d"],
  ],
  "school.read": [
    [{ schoolId: "S1" }, "ds"],
    [{ schoolId: "S2" }, "d"],
  ],
  "class.read": [
    [own, "dst"],
    [other, "d"],
  ],
  "results.export": [
    [own, "dst"],
    [{ classId: "7B", schoolId: "S1" }, "ds"],
    [other, "d"],
  ],
  "school-results.export": [
    [{ schoolId: "S1" }, "ds"],
    [{ schoolId: "S2" }, "d"],
  ],
  "wave.schedule": [
    [{ classes: [own] }, "dst"],
    [{ classes: [own, { classId: "7B", schoolId: "S1" }] }, "ds"],
    [{ classes: [own, other] }, "d"],
    [{ classes: [] }, ""],
  ],
  "wave.count-demographics": [[undefined, "ds"]],
  "instruments.read": [[undefined, "dst"]],
  "instruments.import": [[undefined, "d"]],
  "wave.ask-words": [[undefined, "ds"]],
  "wave.ask-nominations": [[undefined, "d"]],
  "words.read": [
    [{ schoolId: "S1" }, "ds"],
    [{ schoolId: "S2" }, "d"],
  ],
  "wave.name-trustees": [[undefined, "d"]],
  "wave.destroy-unopened": [[undefined, "d"]],
  "share.take": [
    [{ trusteeId: "a" }, "dst"],
    [{ trusteeId: "b" }, ""],
  ],
  "share.confirm": [
    [{ trusteeId: "a" }, "dst"],
    [{ trusteeId: "b" }, ""],
  ],
  "wave.read": [
    [{ classes: [own, other] }, "dst"],
    [{ classes: [other] }, "d"],
    [{ classes: [] }, ""],
  ],
  "wave.open": [
    [{ classes: [own] }, "dst"],
    [{ classes: [own, other] }, "d"],
    [{ classes: [] }, ""],
  ],
  "wave.close": [
    [{ classes: [own] }, "dst"],
    [{ classes: [own, other] }, "d"],
    [{ classes: [] }, ""],
  ],
  "wave.download": [
    [{ classes: [own] }, "dst"],
    [{ classes: [own, other] }, "d"],
    [{ classes: [] }, ""],
  ],
  "cohort.compare": [[undefined, "ds"]],
  "cohort.read": [
    [{ schoolIds: ["S1"] }, "ds"],
    [{ schoolIds: ["S2"] }, "d"],
    [{ schoolIds: ["S1", "S2"] }, "d"],
    [{ schoolIds: null }, "d"],
    [{ schoolIds: [] }, "d"],
  ],
  "cohort.save": [
    [{ classes: [own] }, "ds"],
    [{ classes: [own, other] }, "d"],
    [{ classes: [] }, ""],
  ],
  "slips.print": [
    [own, "dst"],
    [other, "d"],
  ],
  "flag.read": [
    [own, "dst"],
    [other, "d"],
  ],
  "flag.update": [
    [own, "dst"],
    [other, "d"],
  ],
  "flag.assign": [
    [{ ...own, from: null, to: "a" }, "dst"],
    [{ ...own, from: "b", to: "a" }, "dst"],
    [{ ...own, from: "a", to: null }, "dst"],
    [{ ...own, from: "b", to: null }, "ds"],
    [{ ...own, from: null, to: "b" }, "ds"],
    [{ ...own, from: "a", to: "b" }, "ds"],
    [{ ...other, from: null, to: "a" }, "d"],
    [{ ...other, from: "a", to: null }, "d"],
  ],
  "flag.answer": [
    [own, "t"],
    [other, ""],
  ],
  "plan.read": [
    [own, "dst"],
    [other, "d"],
  ],
  "plan.write": [
    [own, "dst"],
    [other, "d"],
  ],
  "adult.receive": [
    [{ receiverIds: ["b", "a"] }, "dst"],
    [{ receiverIds: ["b"] }, ""],
    [{ receiverIds: [] }, ""],
  ],
};

const rows = (Object.keys(TABLE) as Action[]).flatMap((action) =>
  TABLE[action].map(([resource, who]) => ({ action, resource: resource as never, who })),
);

describe("the table of access", () => {
  it.each(rows)("$action on $resource: $who", ({ action, resource, who }) => {
    const allowed = ROLES.filter((role) => can(staff(role), action, resource).allowed);
    expect(allowed.map((role) => role.charAt(0)).join("")).toBe(who);
  });

  it.each(rows)("$action on $resource: nobody who is not signed in", ({ action, resource }) => {
    expect(can({ kind: "anonymous" }, action, resource)).toEqual({
      allowed: false,
      reason: "nobody is signed in",
    });
  });

  it("the server itself opens and closes waves, and nothing else", () => {
    const system: Actor = { kind: "system" };
    const may = new Set(
      rows.filter(({ action, resource }) => can(system, action, resource).allowed),
    );
    expect([...new Set([...may].map(({ action }) => action))]).toEqual(["wave.open", "wave.close"]);
  });

  it("gives a reason with every refusal", () => {
    for (const { action, resource } of rows) {
      for (const role of ROLES) {
        const decision = can(staff(role), action, resource);
        if (!decision.allowed) expect(decision.reason).toMatch(/^[a-z].{5,}/);
      }
    }
  });
});
