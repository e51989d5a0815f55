import { expect, test } from "@playwright/test";

import { chartJourneys } from "./demo/chart-journeys";
import { cohortJourneys } from "./demo/cohort-journeys";
import { deskJourneys } from "./demo/desk-journeys";
import { exportJourneys } from "./demo/export-journeys";
import { familyJourneys } from "./demo/family-journeys";
import { flagJourneys } from "./demo/flag-journeys";
import { helpJourneys } from "./demo/help-journeys";
import { listJourneys } from "./demo/list-journeys";
import { nominationJourneys } from "./demo/nomination-journeys";
import { planJourneys } from "./demo/plan-journeys";
import { staffJourneys } from "./demo/staff-journeys";
import { studentJourneys } from "./demo/student-journeys";
import { tableJourneys } from "./demo/tables";
import { talkJourneys } from "./demo/talk-journeys";
import { trustJourneys } from "./demo/trust-journeys";
import { twoMinutes } from "./demo/two-minutes";
import { demoDesk } from "./support/demo-desk";
import { admit, send, tapAnswers } from "./support/phone";

const { hearth, sessions, slips } = demoDesk();

test.describe("the demonstration", () => {
  test("the printed student's link leads to a thank-you", async ({ page }) => {
    await page.goto(hearth().links?.student ?? "");
    await admit(page, "en");
    await tapAnswers(page, "en", [4, 4, 4, 4, 4, 4]);
    await send(page, "en");
    expect(await page.context().cookies()).toEqual([]);
  });

  twoMinutes(sessions);
  staffJourneys(sessions);
  tableJourneys(sessions);
  flagJourneys(sessions);
  chartJourneys(sessions);
  talkJourneys(sessions);
  exportJourneys(sessions);
  cohortJourneys(sessions);
  listJourneys(sessions);
});

test.describe("students", () => {
  studentJourneys(sessions, slips);
  nominationJourneys(sessions);
  helpJourneys(sessions, slips);
});

test.describe("the teacher's desk", () => {
  deskJourneys(sessions);
  planJourneys(sessions);
});

test.describe("the trust page", () => {
  trustJourneys(sessions, slips);
});

test.describe("families", () => {
  familyJourneys(sessions);
});
