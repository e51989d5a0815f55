import { afterAll, beforeAll, expect, it } from "vitest";
import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";
import { risingThresholds } from "@/lib/attendance/rising-thresholds";
import { termThresholds } from "@/lib/attendance/term-thresholds";
import { inTransaction } from "@/lib/data/client";
import { listTerms } from "@/lib/data/terms";
import { filesOf, roster12 } from "@/lib/roster/testdata/roster-files";
import { testContext } from "../imports/testdata/test-context";
import { openTestDistrict, type TestDistrict } from "../imports/testdata/test-district";
import { applyRosterFiles } from "../rosters/apply-roster-files";

const MONDAY = dayNumber("2026-08-17");
const mondays = (count: number) =>
  Array.from({ length: count }, (_, week) => ({ weekStart: isoDate(MONDAY + 7 * week) }));
const thresholdsOf = (weeks: { weekStart: string }[]) =>
  inTransaction(async (tx) =>
    termThresholds(
      await listTerms(tx),
      "new-absences",
      "class",
      weeks.map(({ weekStart }) => weekStart),
    ),
  );
let district: TestDistrict;

beforeAll(async () => {
  district = await openTestDistrict();
});
afterAll(() => district.close());

it("are those of 18 weeks, or of as many as there are, without a term on the roster", async () => {
  expect((await thresholdsOf(mondays(10)))("2026-10-05")).toEqual(risingThresholds("new-absences"));
  expect((await thresholdsOf(mondays(30)))("2026-10-05")).toEqual(
    risingThresholds("new-absences", "class", { weeks: 30, before: 0 }),
  );
});

it("are those of the roster's term: its weeks so far and to come, and not of the school year", async () => {
  await applyRosterFiles(
    testContext("district-administrator", "2026-10-10T15:00:00Z"),
    filesOf(roster12()),
  );
  // From 2026-08-15, a Saturday, to before 2026-12-20: 18 Mondays from 17 August on.
  expect((await thresholdsOf(mondays(8)))("2026-10-05")).toEqual(
    risingThresholds("new-absences", "class", { weeks: 18, before: 0 }),
  );
  const withBreak = mondays(18).filter((_, week) => week !== 7 && week !== 14);
  expect((await thresholdsOf(withBreak))("2026-10-12")).toEqual(
    risingThresholds("new-absences", "class", { weeks: 16, before: 0 }),
  );
});
