import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantToLocal, localToInstant } from "@/lib/waves/local-time";

const resolve = (date: string, time: string, zone: string) => {
  const result = localToInstant({ date, time }, zone);
  return result.ok ? `${result.instant.toISOString()} ${result.resolution}` : result.code;
};

describe("localToInstant", () => {
  it.each([
    ["2026-01-15", "08:00", "America/Chicago", "2026-01-15T14:00:00.000Z exact"],
    ["2026-07-15", "08:00", "America/Chicago", "2026-07-15T13:00:00.000Z exact"],
    ["2026-07-15", "08:00", "Asia/Kathmandu", "2026-07-15T02:15:00.000Z exact"],
    ["2026-03-08", "01:59", "America/Chicago", "2026-03-08T07:59:00.000Z exact"],
    ["2026-03-08", "02:30", "America/Chicago", "2026-03-08T08:30:00.000Z skipped"],
    ["2026-03-08", "03:00", "America/Chicago", "2026-03-08T08:00:00.000Z exact"],
    ["2026-11-01", "00:59", "America/Chicago", "2026-11-01T05:59:00.000Z exact"],
    ["2026-11-01", "01:30", "America/Chicago", "2026-11-01T06:30:00.000Z repeated"],
    ["2026-11-01", "02:00", "America/Chicago", "2026-11-01T08:00:00.000Z exact"],
    ["2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z repeated"],
    ["2026-10-04", "02:30", "Australia/Sydney", "2026-10-03T16:30:00.000Z skipped"],
    ["2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T22:00:00.000Z skipped"],
  ])("reads %s %s in %s as %s", (date, time, zone, expected) => {
    expect(resolve(date, time, zone)).toBe(expected);
  });

  it.each([
    ["2026-02-30", "08:00", "UTC", "date-invalid"],
    ["2026-13-01", "08:00", "UTC", "date-invalid"],
    ["5/4/2026", "08:00", "UTC", "date-invalid"],
    ["2026-05-04", "24:00", "UTC", "time-invalid"],
    ["2026-05-04", "8:00", "UTC", "time-invalid"],
    ["2026-05-04", "08:00", "Mars/Olympus", "time-zone-unknown"],
    ["2026-05-04", "08:00", "", "time-zone-unknown"],
  ])("refuses %s %s in %s: %s", (date, time, zone, code) => {
    expect(resolve(date, time, zone)).toBe(code);
  });

  it("is undone by instantToLocal, but where the clock skipped; the first of two is an hour early at most", () => {
    const zones = [
      "America/Chicago",
      "Europe/Madrid",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "America/St_Johns",
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 }),
        fc.constantFrom(...zones),
        (minute, zone) => {
          const instant = new Date(minute * 60_000);
          const local = instantToLocal(instant, zone);
          const back = localToInstant(local, zone);
          if (!back.ok) throw new Error(back.code);
          expect(instantToLocal(back.instant, zone)).toEqual(local);
          const early = instant.getTime() - back.instant.getTime();
          if (back.resolution === "exact") expect(early).toBe(0);
          else expect([0, 30, 60]).toContain(early / 60_000);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("instantToLocal", () => {
  it("shows midnight as 00:00 and throws on an unknown zone", () => {
    const midnight = new Date("2026-05-04T05:00:00Z");
    expect(instantToLocal(midnight, "America/Chicago")).toEqual({
      date: "2026-05-04",
      time: "00:00",
    });
    expect(() => instantToLocal(midnight, "Nowhere")).toThrow(RangeError);
  });
});
