import { expect, test } from "@playwright/test";

import { accessTable } from "./demo/access-table";
import { badInput } from "./demo/bad-input";
import { darkPages } from "./demo/dark-pages";
import { nominationJourneys } from "./demo/nomination-journeys";
import { staffJourneys } from "./demo/staff-journeys";
import { studentJourneys } from "./demo/student-journeys";
import { tableJourneys } from "./demo/tables";
import { trustJourneys } from "./demo/trust-journeys";
import { type Instance, startInstance } from "./support/instance";
import { admit, send, tapAnswers } from "./support/phone";
import { type PrintedSlips, printSlips } from "./support/pulse-desk";
import { asOwner } from "./support/pulse";
import { Sessions } from "./support/sessions";

/** A class of the open pulse in which some have answered and some have not. */
const CLASS = { id: "cls-1-09", title: "7C" };

test.use({ actionTimeout: 20_000, navigationTimeout: 30_000 });

let hearth: Instance;
let sessions: Sessions;
let sheet: PrintedSlips;
let taken = 0;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  hearth = await startInstance({ demo: true });
  sessions = new Sessions(hearth, browser);
  const [wave] = await asOwner<{ id: string }>(hearth, "SELECT id FROM waves WHERE state = 'open'");
  const page = await sessions.page("administrator");
  sheet = await printSlips(page, hearth.url, {
    waveId: wave?.id ?? "",
    classId: CLASS.id,
    title: CLASS.title,
  });
  await page.context().close();
});
test.afterAll(async () => {
  await hearth.stop();
});

test.describe("the demonstration", () => {
  test("the printed student's link leads to a thank-you", async ({ page }) => {
    await page.goto(hearth.links?.student ?? "");
    await admit(page, "en");
    await tapAnswers(page, "en", [4, 4, 4, 4, 4, 4]);
    await send(page, "en");
    expect(await page.context().cookies()).toEqual([]);
  });

  staffJourneys(() => sessions);
  tableJourneys(() => sessions);
});

const slips = () => ({
  joinCode: sheet.joinCode,
  take: () => sheet.seatCodes[taken++] ?? "",
});

test.describe("students", () => {
  studentJourneys(() => sessions, slips);
  nominationJourneys(() => sessions);
});

test.describe("the trust page", () => {
  trustJourneys(() => sessions, slips);
});

test.describe("access", () => {
  accessTable(() => sessions);
});

test.describe("in the dark", () => {
  darkPages(() => sessions, slips);
});

// Last: it leaves a pulse behind.
test.describe("bad input", () => {
  badInput(() => sessions, slips);
});
