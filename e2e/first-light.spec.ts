import { devices, expect, type Page, test } from "@playwright/test";

import { openPostOffice, type PostOffice } from "@/lib/services/digest/testdata/post-office";

import { type Instance, startInstance } from "./support/instance";
import { mailEnvironment, tryMail } from "./support/mail";
import {
  acceptInvitation,
  importAttendance,
  importRoster,
  inviteTeacher,
  setUpDistrict,
} from "./support/office";
import { admit, send, tapAnswers } from "./support/phone";
import { closeAndAwaitResults, openPulseFor, printSlips, pulseOnPaper } from "./support/pulse-desk";
import { asOwner, type OpenPulse } from "./support/pulse";
import { todayAtSchool } from "./support/school-day";
import { studentsOf } from "./support/student";
import { TOWN, townAttendance, townRoster } from "./support/town-files";
import { arrived, expectAccessible, visit } from "./support/visits";

const ADMINISTRATOR = {
  name: "Vera Lindgren",
  email: "vera.lindgren@quillfeather.example",
  password: "a lantern in the window",
};
const TEACHER = {
  name: `${TOWN.teacher.given} ${TOWN.teacher.family}`,
  email: TOWN.teacher.email,
  password: "chalk dust and sunlight",
};
/** Answers of the one student with a phone in hand, and of the 23 others: few feel that they belong. */
const MINE = [4, 5, 3, 4, 2, 5];
const OTHERS = (student: number) => (student < 5 ? [5, 4, 5, 4, 5, 4] : [2, 1, 2, 3, 1, 2]);
/** With a name of somebody in the school. */
const WRITTEN = `${TOWN.teacher.family} lets us sit where we like`;
const FEW = 9;
const FIGURE = /^On average over the questions, .*\d+%/;

/** What a page says that has nothing to show yet: what comes here, or what comes first. */
const EMPTY_PAGES: readonly (readonly [path: string, words: string])[] = [
  ["/classes", "No classes yet"],
  ["/flags", "Flags appear after a pulse is sealed"],
  ["/waves", "Schedule one for a class"],
  ["/waves/new", "Import a roster with classes and students first"],
  ["/participation", "it comes first"],
  ["/participation/notice", "Import a roster first"],
  ["/rosters", "Import one above"],
  ["/attendance", "Import a roster first"],
  ["/people", "no roster is imported yet"],
  ["/help-for-students", "Add the lines that students"],
];

test.use({ actionTimeout: 20_000, navigationTimeout: 30_000 });

let hearth: Instance;
let post: PostOffice;
test.beforeAll(async () => {
  post = await openPostOffice();
  hearth = await startInstance({ env: mailEnvironment(post) });
});
test.afterAll(async () => {
  await hearth.stop();
  await post.close();
});

test("a school runs its first pulse, from an empty database to a flag it acts on", async ({
  page: office,
  browser,
}) => {
  test.setTimeout(600_000);
  const { url } = hearth;
  const { asked, alsoAsked, small, rising } = TOWN;
  const teacher = await (await browser.newContext()).newPage();
  const today = todayAtSchool();

  await test.step("the first administrator sets the district up", () =>
    setUpDistrict(office, hearth, TOWN.district, ADMINISTRATOR));

  await test.step("finds what to do first, and on no page nothing at all", async () => {
    await visit(office, `${url}/overview`, "Overview");
    await expect(office.getByText("0 of 5 done")).toBeVisible();
    const next = office.getByRole("listitem").filter({ hasText: "Next" });
    await expect(next.getByRole("link", { name: "Import a roster" })).toBeVisible();
    for (const [path, words] of EMPTY_PAGES) {
      await visit(office, `${url}${path}`);
      await expect(office.getByRole("main"), path).toContainText(words);
    }
  });

  await test.step("tries the mail server, and stops the weekly mail as a mail program does", () =>
    tryMail(office, hearth, post, ADMINISTRATOR.email));

  await test.step("imports the roster and the attendance", async () => {
    const zip = { name: "oneroster.zip", mimeType: "application/zip", buffer: townRoster(today) };
    await importRoster(office, url, zip);
    const csv = { name: "attendance.csv", mimeType: "text/csv", buffer: townAttendance(today) };
    await importAttendance(office, url, csv);
  });

  await test.step("invites a teacher, who makes an account", async () => {
    const link = await inviteTeacher(office, url, TEACHER.name);
    await acceptInvitation(teacher, link, TEACHER);
  });

  const [waveId, ownWaveId] =
    await test.step("two pulses open: the office's and the teacher's own", async () => [
      await openPulseFor(office, url, {
        title: "First pulse",
        classes: [asked.title, alsoAsked.title],
        words: true,
      }),
      await openPulseFor(teacher, url, { title: "My own", classes: [small.title], teacher: true }),
    ]);

  const [pulse, ownPulse] = await test.step("slips are printed", async () => {
    const sheet = await printSlips(teacher, url, classOf(waveId, asked));
    const other = await printSlips(office, url, classOf(waveId, alsoAsked));
    const own = await printSlips(teacher, url, classOf(ownWaveId, small));
    expect([sheet, other, own].map(({ seatCodes }) => seatCodes.length)).toEqual([24, 24, 11]);
    return [
      await pulseOnPaper(url, waveId, [sheet, other]),
      await pulseOnPaper(url, ownWaveId, [own]),
    ];
  });
  await visit(office, `${url}/overview`, "Overview");
  await expect(office.getByText("5 of 5 done")).toBeVisible();
  await visit(teacher, `${url}/waves/${waveId}/classes/${asked.id}/card`, asked.title);

  await test.step("one student answers on a phone", async () => {
    const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];
    const student = await (await browser.newContext(phone)).newPage();
    await student.goto(`${url}/s/${pulse.classes[0]?.joinCode ?? ""}`);
    await admit(student, "en", pulse.classes[0]?.seatCodes[0]);
    await tapAnswers(student, "en", MINE, WRITTEN);
    await send(student, "en");
    expect(await student.context().cookies(), "a student gets no cookie").toEqual([]);
    await student.context().close();
  });

  await test.step("while it is open, nobody sees more than how many have answered, in fives", async () => {
    const before = await looksOf(teacher, url, waveId);
    // Three more of a block of five: nothing on any page may move.
    await answer(pulse, 0, { from: 1, count: 3 });
    expect(await looksOf(teacher, url, waveId)).toEqual(before);
    await answer(pulse, 0, { from: 4, count: 20 });
    await answer(pulse, 1, { from: 0, count: 14 });
    await answer(ownPulse, 0, { from: 0, count: FEW });
    const after = await looksOf(teacher, url, waveId);
    expect(after.map(withoutProgress)).toEqual(before.map(withoutProgress));
    expect(after.join(" ")).toContain("There is no result yet.");
    expect(after.join(" ")).not.toContain("On average over the questions");
    expect(await asOwner(hearth, "SELECT 1 FROM ballot_box")).toHaveLength(2 * (24 + 14) + FEW);
    expect(await asOwner(hearth, "SELECT 1 FROM release_cells")).toEqual([]);
  });

  await test.step("the pulses close and are sealed", async () => {
    await closeAndAwaitResults(teacher, url, ownWaveId);
    await closeAndAwaitResults(office, url, waveId);
    expect(await asOwner(hearth, "SELECT 1 FROM ballot_box")).toEqual([]);
  });

  await test.step("the teacher sees bands, and a class of nine withheld with its reason", async () => {
    await visit(teacher, `${url}/classes`, "My classes");
    await teacher.getByRole("link", { name: asked.title }).click();
    await arrived(teacher, asked.title);
    const main = teacher.getByRole("main");
    await expect(main.getByText("20 to 24 of 24 seats")).toBeVisible();
    await expect(main.getByText(FIGURE)).toBeVisible();

    await visit(teacher, `${url}/classes/${small.id}`, small.title);
    await expect(main.getByText("Fewer than 10 students answered.").first()).toBeVisible();
    await expect(main.getByText(FIGURE)).toHaveCount(0);
    await expect(main.getByText("5 to 9 of 11 seats")).toBeVisible();
  });

  await test.step("the office reads what was written, without the name; the teacher does not", async () => {
    await visit(office, `${url}/waves/${waveId}`, "First pulse");
    await office.getByRole("link", { name: "Read what students wrote" }).click();
    await arrived(office, "In their own words");
    await expect(office.getByText("“[name] lets us sit where we like”")).toBeVisible();
    await expectAccessible(office);
    await visit(teacher, `${url}/waves/${waveId}`, "First pulse");
    await expect(teacher.getByRole("link", { name: "Read what students wrote" })).toHaveCount(0);
    const refused = await teacher.goto(`${url}/waves/${waveId}/words`);
    expect(refused?.status()).toBe(404);
  });

  await test.step("the administrator sees the planted flag and acts on it", async () => {
    await visit(office, `${url}/overview`, "Overview");
    await visit(office, `${url}/flags`, "Flags");
    await office.getByRole("link", { name: rising.title }).click();
    await arrived(office, `${rising.title}: rising absence`);
    await office.getByRole("radio", { name: "Acting on it" }).check();
    await office
      .getByRole("textbox", { name: "Note" })
      .fill("The counselor calls the families this week.");
    await office.getByRole("button", { name: "Save" }).click();
    await expect(office.getByText("Saved. Thank you for looking into it.")).toBeVisible();
    await expect(office.getByRole("listitem").getByText("The counselor calls")).toBeVisible();
    await expectAccessible(office);
    await visit(office, `${url}/audit`, "Audit log");
  });
});

function classOf(waveId: string, { id, title }: { id: string; title: string }) {
  return { waveId, classId: id, title };
}

/** Everything the teacher can read about the pulse while it runs, page by page. */
async function looksOf(page: Page, origin: string, waveId: string): Promise<string[]> {
  const pages = [
    `/classes/${TOWN.asked.id}`,
    `/waves/${waveId}`,
    `/waves/${waveId}/classes/${TOWN.asked.id}/card`,
  ];
  const texts: string[] = [];
  for (const path of pages) {
    await visit(page, `${origin}${path}`);
    const text = await page.getByRole("main").innerText();
    // The clock on the card goes on by itself.
    texts.push(text.replace(/Time left\s+.*/, "Time left"));
  }
  return texts;
}

/** Without what is shown in blocks of five on purpose. */
function withoutProgress(text: string): string {
  return text
    .replace(/(fewer than 5|\d+ or more|at least \d+) of \d+/gi, "some")
    .replace(/ \((about \d+ to \d+|at most \d+|none) left\)/g, "")
    .replace(/(about \d+ to \d+|at most \d+|none) left/g, "some left");
}

/** Students answer at once over HTTP with the code that runs in the page. */
async function answer(
  pulse: OpenPulse,
  at: number,
  { from, count }: { from: number; count: number },
): Promise<void> {
  const students = studentsOf(pulse, at, OTHERS, {
    origin: hearth.url,
    fetch,
    attempts: 5,
    jitterMs: { min: 0, max: 300 },
    beforeCast: Promise.resolve(),
    count: from + count,
  }).slice(from);
  const outcomes = await Promise.all(students.map((student) => student.vote()));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
}
