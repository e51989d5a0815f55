import { describe, expect, it } from "vitest";
import { advisedClosingDay, validateSchedule, weekdaysBut } from "@/lib/waves/schedule";

const zone = "America/Chicago";
const now = new Date("2026-05-01T12:00:00Z");
const at = (date: string, time: string) => ({ date, time });
const check = (opens: ReturnType<typeof at>, closes: ReturnType<typeof at>, more = {}) =>
  validateSchedule({ opens, closes, zone, now, ...more });

describe("validateSchedule", () => {
  it("accepts a school week without a warning", () => {
    expect(check(at("2026-05-04", "08:00"), at("2026-05-08", "15:00"))).toEqual({
      ok: true,
      opensAt: new Date("2026-05-04T13:00:00Z"),
      closesAt: new Date("2026-05-08T20:00:00Z"),
      schoolDays: 5,
      warnings: [],
    });
  });

  it("warns below 5 school days: a weekend, a holiday and a close at midnight do not count", () => {
    const week = [at("2026-05-08", "08:00"), at("2026-05-14", "00:00")] as const;
    expect(check(...week)).toMatchObject({ schoolDays: 4, warnings: ["few-school-days"] });
    const isSchoolDay = (date: string) => date !== "2026-05-06";
    expect(
      check(at("2026-05-04", "08:00"), at("2026-05-08", "15:00"), { isSchoolDay }),
    ).toMatchObject({
      schoolDays: 4,
    });
  });

  it("measures length in real time, and says when a clock change moves a time", () => {
    // 01:30 occurs twice on 1 November; 02:15 comes 105 minutes after the first.
    expect(check(at("2026-11-01", "01:30"), at("2026-11-01", "02:15"))).toMatchObject({
      ok: true,
      warnings: ["few-school-days", "opens-at-repeated-time"],
    });
    expect(check(at("2027-03-14", "01:45"), at("2027-03-14", "03:10"))).toMatchObject({
      code: "wave-too-short",
    });
    expect(check(at("2027-03-13", "08:00"), at("2027-03-14", "02:30"))).toMatchObject({
      warnings: ["few-school-days", "closes-at-skipped-time"],
    });
  });

  it.each([
    [at("2026-05-04", "08:00"), at("2026-05-04", "08:00"), "close-not-after-open", "closes"],
    [at("2026-05-04", "08:00"), at("2026-05-03", "08:00"), "close-not-after-open", "closes"],
    [at("2026-05-04", "08:00"), at("2026-05-04", "08:59"), "wave-too-short", "closes"],
    [at("2026-04-20", "08:00"), at("2026-05-01", "07:00"), "wave-already-over", "closes"],
    [at("2026-05-32", "08:00"), at("2026-05-08", "08:00"), "date-invalid", "opens"],
    [at("2026-05-04", "08:00"), at("2026-05-08", "25:00"), "time-invalid", "closes"],
  ])("refuses %j to %j: %s", (opens, closes, code, field) => {
    expect(check(opens, closes)).toEqual({ ok: false, code, field });
  });

  it("marks the zone if it is unknown", () => {
    expect(check(at("2026-05-04", "08:00"), at("2026-05-08", "15:00"), { zone: "x" })).toEqual({
      ok: false,
      code: "time-zone-unknown",
      field: "zone",
    });
  });
});

describe("advisedClosingDay", () => {
  it("leaves five school days after the one on which it opens", () => {
    expect(advisedClosingDay("2026-05-04")).toBe("2026-05-11");
    expect(advisedClosingDay("2026-05-08")).toBe("2026-05-15");
    // Opened on a Saturday: the week that comes.
    expect(advisedClosingDay("2026-05-09")).toBe("2026-05-15");
  });

  it("goes by the calendar where there is one", () => {
    const holidays = weekdaysBut(new Set(["2026-05-06", "2026-05-07", "2026-05-08"]));
    expect(advisedClosingDay("2026-05-04", holidays)).toBe("2026-05-14");
  });

  it("ends where a calendar has no school days at all, and knows what is no date", () => {
    expect(advisedClosingDay("2026-05-04", () => false)).toBe("2026-09-01");
    expect(advisedClosingDay("2026-02-30")).toBeNull();
  });

  it.each(["2026-05-04", "2026-05-07", "2026-12-18"])(
    "never warns of its own advice: %s",
    (day) => {
      const closes = at(advisedClosingDay(day) ?? "", "15:00");
      expect(check(at(day, "08:00"), closes)).toMatchObject({ ok: true, warnings: [] });
    },
  );
});
