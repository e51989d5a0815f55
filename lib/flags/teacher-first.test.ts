import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flag } from "@/lib/flags/life-cycle";
import { isSeenBy } from "@/lib/flags/teacher-first";

const DAY_MS = 86_400_000;
const raisedAt = new Date("2026-11-02T08:00:00Z");
const flag = { raisedAt } as Flag;
const after = (days: number) => new Date(raisedAt.getTime() + days * DAY_MS);

describe("who sees a flag, and when", () => {
  it("is the class's own teacher at once, and others after the days", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 14 }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (days, age) => {
          const viewer = { classHasTeacher: true, teacherFirstDays: days, now: after(age) };
          expect(isSeenBy(flag, { ...viewer, teachesClass: true })).toBe(true);
          expect(isSeenBy(flag, { ...viewer, teachesClass: false })).toBe(
            viewer.now.getTime() - raisedAt.getTime() >= days * DAY_MS,
          );
        },
      ),
    );
  });

  it("is anybody at once where no teacher of the class can sign in", () => {
    const viewer = { teachesClass: false, classHasTeacher: false, teacherFirstDays: 14 };
    expect(isSeenBy(flag, { ...viewer, now: raisedAt })).toBe(true);
  });
});
