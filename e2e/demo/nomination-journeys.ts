import { devices, expect, type Page, test } from "@playwright/test";

import type { Instance } from "../support/instance";
import { admit, type Language, send, tapThrough, WORDS } from "../support/phone";
import { asOwner, openPulse, type OpenPulse } from "../support/pulse";
import type { Sessions } from "../support/sessions";
import { expectAccessible } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];
const ANSWERS = [5, 4, 4, 5, 3, 4];

/** Students of a class that is asked whom they could turn to. */
export function nominationJourneys(get: () => Sessions): void {
  test("a student names classmates, keeps them over a reload, and nobody sees whom", async () => {
    const { instance, browser } = get();
    const pulse = await openPulse(instance, { classes: 1, students: 20, nominations: true });
    const { joinCode = "", seatCodes: [seat = "", next = ""] = [] } = pulse.classes[0] ?? {};
    const page = await (await browser.newContext(PHONE)).newPage();
    await reach(page, instance, "en", { joinCode, seat });
    await expectAccessible(page);
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    const self = await pickSelf(page, 3);
    await expect(page.getByRole("checkbox")).toHaveCount(19);
    await expect(page.getByRole("checkbox", { name: self, exact: true })).toHaveCount(0);
    const named = await nameFive(page);
    await expect(page.getByText("5 of 5 chosen")).toBeVisible();
    await expectAccessible(page);

    await page.reload();
    await expect(page.getByText(WORDS.en.question(6), { exact: true }).first()).toBeVisible();
    await page
      .getByRole("button", { name: WORDS.en.toReview })
      .or(page.getByRole("button", { name: WORDS.en.next }))
      .click();
    for (const name of named) {
      await expect(page.getByRole("checkbox", { name, exact: true })).toBeChecked();
    }
    await page.getByRole("checkbox", { name: named[0] ?? "", exact: true }).uncheck();
    await page.getByRole("button", { name: WORDS.en.toReview }).click();
    await expect(page.getByRole("heading", { name: WORDS.en.review })).toBeVisible();
    await page.getByText("Your answers", { exact: true }).click();
    // How many, and not who: a neighbour reads a phone that lies on the desk.
    await expect(page.getByText("4 classmates")).toBeVisible();
    for (const name of named) await expect(page.getByText(name, { exact: true })).toHaveCount(0);
    await send(page, "en");
    expect(await keptIn(page)).not.toMatch(/own|named|Student/u);
    await expectBallots(instance, pulse, 1);

    expect(await listFor(instance, joinCode, seat), "a used slip gets no names").toBeUndefined();
    expect(await listFor(instance, joinCode, next)).toHaveLength(20);
    await page.context().close();

    // Another student, in Spanish and in the dark, skips it: their ballot is cast all the same.
    const dark = await browser.newContext({ ...PHONE, locale: "es-MX", colorScheme: "dark" });
    const other = await dark.newPage();
    await reach(other, instance, "es", { joinCode, seat: next });
    await expect(other.getByLabel(WORDS.es.whoAreYou)).toHaveValue("");
    await expectAccessible(other);
    await pickSelf(other, 5, "es");
    await expectAccessible(other);
    await other.getByLabel(WORDS.es.whoAreYou).selectOption("");
    await other.getByRole("button", { name: WORDS.es.skipNaming }).click();
    await expect(other.getByRole("heading", { name: WORDS.es.review })).toBeVisible();
    await send(other, "es");
    await expectBallots(instance, pulse, 2);
    await dark.close();
  });

  test("a student whose list does not come tries again, or goes on without", async () => {
    const { instance, browser } = get();
    const pulse = await openPulse(instance, { classes: 1, students: 18, nominations: true });
    const { joinCode = "", seatCodes: [seat = ""] = [] } = pulse.classes[0] ?? {};
    const page = await (await browser.newContext(PHONE)).newPage();
    let lost = true;
    await page.route("**/api/ballots/seat", async (route) => {
      if (lost) await route.fulfill({ status: 400, json: { code: "malformed" } });
      else await route.continue();
    });
    await reach(page, instance, "en", { joinCode, seat });
    await expect(page.getByText("The names of your class did not come.")).toBeVisible();
    await expectAccessible(page);
    lost = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByLabel(WORDS.en.whoAreYou)).toBeVisible();
    await page.getByRole("button", { name: WORDS.en.skipNaming }).click();
    await send(page, "en");
    await expectBallots(instance, pulse, 1);
    await page.context().close();
  });
}

async function reach(
  page: Page,
  instance: Instance,
  language: Language,
  slip: { readonly joinCode: string; readonly seat: string },
): Promise<void> {
  await page.goto(`${instance.url}/s/${slip.joinCode}?lang=${language}#seat=${slip.seat}`);
  await admit(page, language);
  // A class that is asked who it is must not read that nobody asks.
  await expect(page.getByText(WORDS[language].nameIfYouWant)).toBeVisible();
  await tapThrough(page, language, ANSWERS);
  await expect(page.getByRole("heading", { name: WORDS[language].nominations })).toBeFocused();
}

/** Chooses a name of the list as the student's own, and returns it. */
async function pickSelf(page: Page, index: number, language: Language = "en"): Promise<string> {
  const select = page.getByLabel(WORDS[language].whoAreYou);
  await select.selectOption({ index });
  return (await select.locator("option").nth(index).innerText()).trim();
}

/** Names five with the keyboard; a sixth cannot be named. */
async function nameFive(page: Page): Promise<string[]> {
  const names: string[] = [];
  for (const at of [0, 2, 4, 7, 11]) {
    const box = page.getByRole("checkbox").nth(at);
    await box.focus();
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
    const height = await box.locator("xpath=..").evaluate((label) => label.clientHeight);
    expect(height).toBeGreaterThanOrEqual(44);
    names.push((await box.locator("xpath=..").innerText()).trim());
  }
  await expect(page.getByRole("checkbox").nth(1)).toBeDisabled();
  return names;
}

async function keptIn(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
}

/** The list that the server gives for a slip. */
async function listFor(instance: Instance, joinCode: string, seatCode: string): Promise<unknown> {
  const response = await fetch(`${instance.url}/api/ballots/seat`, {
    method: "POST",
    body: JSON.stringify({ joinCode, seatCode }),
  });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return ((await response.json()) as { classmates?: unknown }).classmates;
}

/** Every student has cast one ballot for the class and one for nominations, all of one length. */
async function expectBallots(instance: Instance, pulse: OpenPulse, students: number) {
  const stored = await asOwner(
    instance,
    `SELECT m.level, count(*)::int AS n, length(b.ciphertext) AS bytes FROM ballot_box b
     JOIN margins m ON m.id = b.margin_id WHERE b.wave_id = $1
     GROUP BY m.level, length(b.ciphertext) ORDER BY m.level`,
    [pulse.waveId],
  );
  expect(stored).toEqual([
    { level: "class", n: students, bytes: 112 },
    { level: "nominations", n: students, bytes: 112 },
  ]);
}
