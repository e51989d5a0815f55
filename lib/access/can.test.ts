import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, type Role, ROLES, type StaffActor } from "./actor";
import { type Action, can, type Resources } from "./can";

const own = { classId: "7A", schoolId: "S1" };
const other = { classId: "9C", schoolId: "S2" };

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
const district = staff("district-administrator");
const school = staff("school-administrator");
const teacher = staff("teacher");

function allowed<A extends Action>(actor: Actor, action: A, resource: Resources[A]): boolean {
  return can(actor, action, resource).allowed;
}

describe("can", () => {
  it.each([
    ["district.configure", [true, false, false]],
    ["overview.read", [true, true, false]],
    ["district.read", [true, false, false]],
    ["audit.read", [true, false, false]],
    ["people.list", [true, true, false]],
    ["roster.import", [true, false, false]],
    ["attendance.import", [true, false, false]],
  ] as const)("%s by role", (action, expected) => {
    expect([district, school, teacher].map((actor) => allowed(actor, action, undefined))).toEqual(
      expected,
    );
  });

  it.each([
    "class.read",
    "slips.print",
    "flag.read",
    "flag.update",
    "plan.read",
    "plan.write",
  ] as const)("%s: own yes, others' no", (action) => {
    expect([district, school, teacher].map((actor) => allowed(actor, action, own))).toEqual([
      true,
      true,
      true,
    ]);
    expect([district, school, teacher].map((actor) => allowed(actor, action, other))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("reads a school only by its own administrators", () => {
    expect(
      [district, school, teacher].map((a) => allowed(a, "school.read", { schoolId: "S1" })),
    ).toEqual([true, true, false]);
    expect(allowed(school, "school.read", { schoolId: "S2" })).toBe(false);
  });

  it("lets a teacher schedule for one own class only", () => {
    expect(allowed(teacher, "wave.schedule", { classes: [own] })).toBe(true);
    expect(allowed(teacher, "wave.schedule", { classes: [other] })).toBe(false);
    expect(
      allowed({ ...teacher, classIds: ["7A", "7B"] }, "wave.schedule", {
        classes: [own, { classId: "7B", schoolId: "S1" }],
      }),
    ).toBe(false);
  });

  it("wants every class for opening, closing and download, and one for reading a wave", () => {
    for (const actor of [school, teacher]) {
      for (const action of ["wave.open", "wave.close", "wave.download"] as const) {
        expect(allowed(actor, action, { classes: [own, other] })).toBe(false);
        expect(allowed(actor, action, { classes: [own] })).toBe(true);
      }
      expect(allowed(actor, "wave.read", { classes: [own, other] })).toBe(true);
      expect(allowed(actor, "wave.read", { classes: [other] })).toBe(false);
    }
    expect(allowed(district, "wave.schedule", { classes: [] })).toBe(false);
    expect(allowed(district, "wave.read", { classes: [] })).toBe(false);
  });

  it.each(["people.invite", "account.disable", "account.reset-password"] as const)(
    "%s stays within one's own",
    (action) => {
      expect(allowed(district, action, { role: "district-administrator", schoolIds: [] })).toBe(
        true,
      );
      expect(allowed(school, action, { role: "district-administrator", schoolIds: ["S1"] })).toBe(
        false,
      );
      expect(allowed(school, action, { role: "teacher", schoolIds: ["S1"] })).toBe(true);
      expect(allowed(school, action, { role: "teacher", schoolIds: ["S1", "S2"] })).toBe(false);
      expect(allowed(school, action, { role: "teacher", schoolIds: [] })).toBe(false);
      expect(allowed(teacher, action, { role: "teacher", schoolIds: ["S1"] })).toBe(false);
    },
  );

  it("refuses whoever is not signed in, with a reason", () => {
    expect(can({ kind: "anonymous" }, "overview.read", undefined)).toEqual({
      allowed: false,
      reason: "nobody is signed in",
    });
  });

  it("lets the server open and close waves and nothing else", () => {
    expect(allowed({ kind: "system" }, "wave.open", { classes: [own] })).toBe(true);
    expect(allowed({ kind: "system" }, "wave.download", { classes: [own] })).toBe(false);
    expect(allowed({ kind: "system" }, "wave.close", { classes: [own] })).toBe(true);
    expect(allowed({ kind: "system" }, "class.read", own)).toBe(false);
  });

  it("never gives a narrower role more than a wider one (classes)", () => {
    const classes = fc.record({
      classId: fc.constantFrom("7A", "7B", "9C"),
      schoolId: fc.constantFrom("S1", "S2"),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(
          "class.read",
          "flag.read",
          "flag.update",
          "plan.read",
          "plan.write",
          "slips.print" as const,
        ),
        classes,
        fc.constantFrom(...ROLES),
        (action, target, role) => {
          const narrow = allowed(staff(role), action, target);
          expect(narrow && !allowed(district, action, target)).toBe(false);
        },
      ),
    );
  });
});
