import { readFileSync } from "node:fs";

import { devices, expect, type Page, test } from "@playwright/test";

import { formatCode, normaliseCode } from "@/lib/ballots/wire/admission-code";
import { demoTruths } from "@/prisma/seed/truths";

import { textsOfPdf } from "../support/pdf-texts";
import { awake, WORDS } from "../support/phone";
import { asOwner, openPulse } from "../support/pulse";
import type { Sessions } from "../support/sessions";
import { arrived, expectAccessible, visit } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];
const PROJECTORS = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
];

/** What a teacher does before and during a pulse: the card on the wall, slips, and who is left. */
export function deskJourneys(get: () => Sessions): void {
  test("from signing in to the card on the wall in two presses", async () => {
    const { instance, browser } = get();
    const page = await (await browser.newContext()).newPage();
    await page.goto(instance.links?.teacher ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Open today’s pulse" }).click();
    await arrived(page, "7E");
    await expect(page).toHaveURL(new RegExp(`/classes/${demoTruths.lowAndRising}/card$`));
    await expect(page.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/)).toBeVisible();
    await expect(page.getByText(/^\d+ or more of 26/)).toBeVisible();
    await expect(page.getByText(/^about \d+ to \d+ left$/)).toBeVisible();
    await expect(page.getByText("Time left")).toBeVisible();
    // Every class of the district is in it: not one teacher's to close.
    await expect(page.getByRole("button", { name: "Close the pulse" })).toHaveCount(0);
    for (const size of PROJECTORS) {
      await page.setViewportSize(size);
      await expectOnOneScreen(page);
    }
    await page.getByRole("button", { name: "Full screen", exact: true }).click();
    await page.getByRole("button", { name: "Leave full screen" }).click();
    await page.getByRole("link", { name: "Leave this card" }).click();
    await arrived(page, /^Belonging pulse/);
    await page.context().close();
  });

  test("a teacher schedules a pulse with roster sign-in, and calls it off", async () => {
    const page = await get().page("teacher");
    await visit(page, `${get().instance.url}/waves/new`, "New pulse");
    await page.getByLabel("Name", { exact: true }).fill("Roster sign-in, tried");
    await page.getByRole("radio", { name: "On a date" }).check();
    const opens = page.getByLabel("Opens on");
    const soon = await opens.inputValue();
    // Half a year on: no other pulse is near. The closing time follows by itself.
    const later = new Date(Date.parse(`${soon.slice(0, 10)}T00:00:00Z`) + 182 * 86_400_000);
    await opens.fill(`${later.toISOString().slice(0, 10)}T08:00`);
    const closes = await page.getByLabel("Closes on").inputValue();
    expect(Date.parse(closes.slice(0, 10)) - later.getTime()).toBeGreaterThanOrEqual(
      7 * 86_400_000,
    );
    await page.getByRole("radio", { name: /roster sign-in/ }).check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Schedule the pulse" }).click();
    await arrived(page, "Roster sign-in, tried");
    await expect(page.getByText(/^By the class list: slips have names/)).toBeVisible();
    await page.getByRole("button", { name: "Call off" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Call off" }).click();
    await page.waitForURL(/\/waves$/);
    await page.context().close();
  });

  test("with roster sign-in a student's name leaves the list of those left, and one slip is made again", async () => {
    const { instance, browser } = get();
    const pulse = await openPulse(instance, { classes: 1, students: 12, roster: true });
    const [group] = pulse.classes;
    const { classId = "", joinCode = "", seatCodes: [seat = ""] = [] } = group ?? {};
    const [margin] = await asOwner<{ roster: string[] }>(
      instance,
      "SELECT roster FROM margins WHERE class_id = $1",
      [classId],
    );
    const [first = "", second = ""] = (margin?.roster ?? []).map((id) => `Student ${id}`);
    const base = `${instance.url}/waves/${pulse.waveId}`;

    const desk = await get().page("administrator", { acceptDownloads: true });
    await desk.goto(base);
    await desk.getByRole("link", { name: "See who is left" }).click();
    await arrived(desk, `Who is left in ${classId}`);
    const names = desk.getByRole("list", { name: "Students who are left" }).getByRole("listitem");
    await expect(names).toHaveCount(12);
    await expect(names.filter({ hasText: named(first) })).toHaveCount(1);

    const phone = await (await browser.newContext(PHONE)).newPage();
    await phone.goto(`${instance.url}/s/${joinCode}#seat=${seat}`);
    await awake(phone);
    await expect(
      phone.getByText(
        "You get in with a code of your own. The school can see that you took part, never what you answered.",
        { exact: true },
      ),
    ).toBeVisible();
    await expectAccessible(phone);
    await answer(phone, [5, 4, 3, 4, 5, 4]);
    await phone.context().close();

    await desk.getByRole("link", { name: "Look again" }).click();
    await expect(names).toHaveCount(11);
    await expect(names.filter({ hasText: named(first) })).toHaveCount(0);
    await desk.getByRole("button", { name: `New code for ${second}`, exact: true }).click();
    await desk.getByRole("button", { name: "Make the new code" }).click();
    const slip = desk.getByRole("list", { name: `Slips for ${classId}` }).getByRole("listitem");
    await expect(slip).toHaveCount(1);
    await expect(slip).toContainText(second);
    for (const colorScheme of ["dark", "light"] as const) {
      await desk.emulateMedia({ colorScheme });
      await expectAccessible(desk);
    }
    const code = /^Seat (.+)$/m.exec(await slip.innerText())?.[1] ?? "";
    expect(normaliseCode(code)).toHaveLength(8);

    const texts = await downloadedTexts(desk);
    expect(texts).toContain(`Seat  ${code}`);
    expect(texts).toContain(`Class ${formatCode(joinCode)}`);
    expect(texts).toContain(second);

    await desk.emulateMedia({ colorScheme: "dark" });
    await visit(desk, `${base}/classes/${classId}/card`, classId);
    await expect(desk.getByText("Then the code on the slip with your name.")).toBeVisible();
    // The room sees blocks, and nobody's name.
    await expect(desk.getByText("fewer than 5 of 12")).toBeVisible();
    await expect(desk.getByText(second)).toHaveCount(0);
    await desk.getByRole("button", { name: "Close the pulse" }).click();
    await expectAccessible(desk);
    await desk.getByRole("dialog").getByRole("button", { name: "Close the pulse" }).click();
    await expect(desk.getByText("This pulse is closed")).toBeVisible();
    await expectAccessible(desk);
    await desk.context().close();
  });
}

/** A student's way from the first screen to the thank-you, which the students' own tests look at closely. */
async function answer(page: Page, answers: readonly number[]): Promise<void> {
  for (const [at, choice] of answers.entries()) {
    await expect(page.getByText(WORDS.en.question(at + 1), { exact: true }).first()).toBeVisible();
    await page
      .getByRole("radio")
      .nth(choice - 1)
      .click();
  }
  await page.getByRole("button", { name: WORDS.en.send }).click();
  await expect(page.getByRole("heading", { name: WORDS.en.done })).toBeVisible({ timeout: 30_000 });
}

/** A whole name: "…-1" is not "…-12". */
function named(name: string): RegExp {
  return new RegExp(`^${name}(?!\\d)`);
}

async function expectOnOneScreen(page: Page): Promise<void> {
  const over = () =>
    Math.max(
      document.documentElement.scrollHeight - window.innerHeight,
      document.documentElement.scrollWidth - window.innerWidth,
    );
  await expect.poll(() => page.evaluate(over)).toBeLessThanOrEqual(0);
}

/** The texts of the PDF that the page makes. */
async function downloadedTexts(page: Page): Promise<string[]> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as PDF" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^slips .+\.pdf$/);
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  return textsOfPdf(bytes);
}
