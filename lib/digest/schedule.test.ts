import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantToLocal } from "@/lib/waves/local-time";
import { dueAskedSlot, dueDigest, nextDigest } from "./schedule";

const MONDAY_SEVEN = { weekday: 1, hour: 7 };
const due = (now: string, zone = "America/Chicago", schedule = MONDAY_SEVEN) =>
  dueDigest(new Date(now), zone, schedule);

describe("the week's mail", () => {
  it("is due from Monday at seven on the district's clock, until two days later", () => {
    expect(due("2026-11-23T12:59:59Z")).toBeNull();
    expect(due("2026-11-23T13:00:00Z")).toEqual({
      week: "2026-11-23",
      at: new Date("2026-11-23T13:00:00Z"),
      since: new Date("2026-11-16T13:00:00Z"),
    });
    expect(due("2026-11-25T12:59:59Z")?.week).toBe("2026-11-23");
    expect(due("2026-11-25T13:00:00Z")).toBeNull();
    // In Auckland it is Monday already.
    expect(due("2026-11-22T18:00:00Z", "Pacific/Auckland")?.week).toBe("2026-11-23");
  });

  it("keeps its hour when the clocks change, and reaches a week back on them", () => {
    // Clocks went back on Sunday, 1 November.
    expect(due("2026-11-02T13:00:00Z")).toMatchObject({
      at: new Date("2026-11-02T13:00:00Z"),
      since: new Date("2026-10-26T12:00:00Z"),
    });
    // They go forward on Sunday, 14 March 2027.
    expect(due("2027-03-15T12:00:00Z")?.since).toEqual(new Date("2027-03-08T13:00:00Z"));
    // 02:00 does not exist on that Sunday: an hour later. In autumn 01:00 comes twice: the first.
    const sunday = (hour: number) => ({ weekday: 7, hour });
    expect(due("2027-03-14T09:00:00Z", "America/Chicago", sunday(2))?.at).toEqual(
      new Date("2027-03-14T08:00:00Z"),
    );
    expect(due("2026-11-01T09:00:00Z", "America/Chicago", sunday(1))?.at).toEqual(
      new Date("2026-11-01T06:00:00Z"),
    );
  });

  it("has one name a week, also where the schedule is moved within it", () => {
    const friday = { weekday: 5, hour: 16 };
    expect(due("2026-11-27T23:00:00Z", "America/Chicago", friday)?.week).toBe("2026-11-23");
    const lastOfWeek = { weekday: 7, hour: 20 };
    expect(due("2026-11-30T03:00:00Z", "America/Chicago", lastOfWeek)?.week).toBe("2026-11-23");
  });

  const anyZone = fc.constantFrom("America/Chicago", "Europe/Berlin", "Pacific/Auckland", "UTC");
  const anySchedule = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
  });
  const anyTime = fc
    .integer({ min: Date.parse("2026-01-01T00:00Z"), max: Date.parse("2028-01-01T00:00Z") })
    .map((at) => new Date(at));

  it("is due exactly when it was said to be next", () => {
    fc.assert(
      fc.property(anyTime, anyZone, anySchedule, (now, zone, schedule) => {
        const next = nextDigest(now, zone, schedule);
        expect(next > now).toBe(true);
        expect(next.getTime() - now.getTime()).toBeLessThan(7.1 * 86_400_000);
        expect(dueDigest(next, zone, schedule)?.at).toEqual(next);
        const before = dueDigest(new Date(next.getTime() - 1), zone, schedule);
        expect(before?.at.getTime() ?? 0).toBeLessThan(next.getTime());
      }),
    );
  });
});

describe("when receivers are told that requests wait", () => {
  it("is at seven and at noon, and ten minutes later it is the next time", () => {
    const slot = (now: string) => dueAskedSlot(new Date(now), "America/Chicago");
    expect(slot("2026-11-26T12:59:00Z")).toBeNull();
    expect(slot("2026-11-26T13:00:00Z")).toBe("2026-11-26T07");
    expect(slot("2026-11-26T13:09:59Z")).toBe("2026-11-26T07");
    expect(slot("2026-11-26T13:10:00Z")).toBeNull();
    expect(slot("2026-11-26T18:00:00Z")).toBe("2026-11-26T12");
    expect(slot("2026-11-26T18:10:00Z")).toBeNull();
  });

  it("says no finer time than these two, whenever it is asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const now = new Date(Date.parse("2026-08-01T00:00Z") + minutes * 60_000);
        const slot = dueAskedSlot(now, "Europe/Berlin");
        if (slot === null) return;
        const local = instantToLocal(now, "Europe/Berlin");
        expect(slot).toBe(`${local.date}T${local.time.slice(0, 2)}`);
        expect(local.time).toMatch(/^(07|12):0\d$/);
      }),
    );
  });
});
