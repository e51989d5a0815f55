import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";
import { readCalendarFile, schoolCalendars } from "@/lib/attendance/calendar-file";
import { demoCalendarCsv, schoolWeeks } from "./school-weeks";

const anyDay = fc
  .integer({ min: dayNumber("2024-01-01"), max: dayNumber("2035-12-31") })
  .map(isoDate);

describe("school weeks", () => {
  it("are 18, Monday to Friday, and end with the week before today, whatever the day", () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { days, lastDay, openWave, sealedWaves, yearEnds } = schoolWeeks(today);
        expect(days.length).toBe(90);
        expect(new Set(days.map(({ week }) => week)).size).toBe(18);
        expect(new Date(`${days[0]!.date}T00:00Z`).getUTCDay()).toBe(1);
        expect(days.at(-1)!.date).toBe(lastDay);
        const age = dayNumber(today) - dayNumber(lastDay);
        expect(age).toBeGreaterThanOrEqual(3);
        expect(age).toBeLessThanOrEqual(9);
        expect(openWave.opensOn <= today && today <= openWave.closesOn).toBe(true);
        expect(sealedWaves.length).toBe(5);
        expect(sealedWaves.every(({ closesOn }) => closesOn < openWave.opensOn)).toBe(true);
        expect(yearEnds > openWave.closesOn).toBe(true);
      }),
    );
  });

  it("keep every sealed wave open on five school days", () => {
    const { days, sealedWaves } = schoolWeeks("2026-11-23");
    for (const { opensOn, closesOn } of sealedWaves) {
      const open = days.filter(({ date, closure }) => {
        return date >= opensOn && date <= closesOn && closure === null;
      });
      expect(open.length).toBe(5);
    }
  });

  it("are a calendar that the real importer reads: 88 school days, a holiday and a snow day", async () => {
    const file = await readCalendarFile(streamOf(demoCalendarCsv("2026-11-23")));
    expect(file.ok).toBe(true);
    if (!file.ok) return;
    expect(file.days.filter(({ kind }) => kind === "instructional").length).toBe(88);
    expect(file.days.filter(({ kind }) => kind === "no-school").length).toBe(2);
    expect(schoolCalendars(["sch-1"], file.days, []).get("sch-1")?.origin).toBe("file");
  });
});

async function* streamOf(text: string): AsyncGenerator<string> {
  yield text;
}
