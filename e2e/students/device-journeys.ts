import { devices, expect, test } from "@playwright/test";

import { admit, awake, send, tapAnswers, tapThrough, WORDS } from "../support/phone";
import { asOwner, openPulse } from "../support/pulse";
import { gate } from "../support/student";
import type { Sessions } from "../support/sessions";
import { expectAccessible } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];
const ANSWERS = [5, 4, 4, 5, 3, 4];

/** One device, and what students do with it. */
export function deviceJourneys(get: () => Sessions): void {
  const open = async (options: Parameters<Sessions["browser"]["newContext"]>[0] = PHONE) => {
    const { instance, browser } = get();
    const pulse = await openPulse(instance, { classes: 1, students: 12 });
    const { joinCode = "", seatCodes = [] } = pulse.classes[0] ?? {};
    const context = await browser.newContext(options);
    const slip = (at: number, language = "en") =>
      `${instance.url}/s/${joinCode}?lang=${language}#seat=${seatCodes[at] ?? ""}`;
    const cast = async () =>
      (await asOwner(instance, "SELECT 1 FROM ballot_box WHERE wave_id = $1", [pulse.waveId]))
        .length;
    return { context, slip, cast, page: await context.newPage() };
  };

  test("two students, one after the other, on one device: the second starts clean", async () => {
    const { context, page, slip, cast } = await open();
    for (const student of [0, 1]) {
      await page.goto("about:blank");
      await page.goto(slip(student));
      await admit(page, "en");
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
      await tapAnswers(page, "en", ANSWERS);
      await send(page, "en");
    }
    expect(await cast()).toBe(2);
    await context.close();
  });

  test("one slip in two tabs: the first to send counts, the other is told so", async () => {
    const { context, page, slip, cast } = await open();
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto(slip(0));
      await awake(tab);
      await tapThrough(tab, "en", ANSWERS);
    }
    await send(page, "en");
    await other.getByRole("button", { name: WORDS.en.send }).click();
    await expect(other.getByText("This slip has been used or replaced.").last()).toBeVisible();
    await expectAccessible(other);
    expect(await cast()).toBe(1);
    await context.close();
  });

  test("a reload in the middle and the browser's back button lose no answer", async () => {
    const { context, page, slip, cast } = await open();
    const at = (question: number) =>
      expect(page.getByText(WORDS.en.question(question), { exact: true }).first()).toBeVisible();
    await page.goto(slip(0));
    await awake(page);
    await page.getByRole("radio").nth(4).click();
    await at(2);
    await page.getByRole("radio").nth(3).click();
    await at(3);
    await page.reload();
    await at(3);
    // Away and back with the browser's own button.
    await page.goto("about:blank");
    await page.goBack();
    await awake(page);
    await at(3);
    await page.getByRole("button", { name: WORDS.en.back }).click();
    await at(2);
    await expect(page.getByRole("radio").nth(3)).toBeChecked();
    await page.getByRole("button", { name: WORDS.en.back }).click();
    await at(1);
    await expect(page.getByRole("radio").nth(4)).toBeChecked();
    await tapAnswers(page, "en", ANSWERS);
    await page.reload();
    await expect(page.getByRole("heading", { name: WORDS.en.review })).toBeVisible();
    await send(page, "en");
    expect(await cast()).toBe(1);
    await context.close();
  });

  test("a code is kept while it is typed, before and after the script, and over a reload", async () => {
    const { context, page, slip, cast } = await open();
    const [address = "", code = ""] = slip(0).split("#seat=");
    const script = gate();
    await page.route("**/s/files/start-*.js", async (route) => {
      await script.opened;
      await route.continue();
    });
    await page.goto(address, { waitUntil: "commit" });
    const field = page.getByLabel(WORDS.en.slip);
    await field.pressSequentially(code.slice(0, 3));
    script.open();
    await awake(page);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(code.slice(0, 3));
    await field.pressSequentially(code.slice(3, 6));
    await page.reload();
    await awake(page);
    await expect(field).toHaveValue(`${code.slice(0, 4)}-${code.slice(4, 6)}`);
    await field.press("End");
    await page.keyboard.type(code.slice(6));
    await page.getByRole("button", { name: WORDS.en.start, exact: true }).click();
    await tapAnswers(page, "en", ANSWERS);
    await send(page, "en");
    expect(await cast()).toBe(1);
    await context.close();
  });

  test("a finger that is quicker than the script loses no answer", async () => {
    const { context, page, slip, cast } = await open();
    const script = gate();
    await page.route("**/s/files/start-*.js", async (route) => {
      await script.opened;
      await route.continue();
    });
    await page.goto(slip(0), { waitUntil: "commit" });
    await page.getByRole("radio").nth(4).click();
    script.open();
    await expect(page.getByText(WORDS.en.question(2), { exact: true }).first()).toBeVisible();
    await page.getByRole("button", { name: WORDS.en.back }).click();
    await expect(page.getByRole("radio").nth(4)).toBeChecked();
    await tapAnswers(page, "en", ANSWERS);
    await send(page, "en");
    expect(await cast()).toBe(1);
    await context.close();
  });

  test("at 200% nothing is cut off, in Arabic from the right", async () => {
    const { context, page, slip } = await open({
      // A window of 640 pixels, everything twice as large.
      viewport: { width: 320, height: 512 },
      deviceScaleFactor: 2,
      reducedMotion: "reduce",
    });
    await page.goto(slip(0, "ar"));
    await awake(page);
    const wide = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const question = page.getByRole("heading", { level: 1 });
    const { right } = await question.evaluate((heading) => {
      const range = document.createRange();
      range.selectNodeContents(heading);
      return { right: window.innerWidth - range.getBoundingClientRect().right };
    });
    expect(right, "the question begins at the right").toBeLessThan(40);
    expect(await wide()).toBeLessThanOrEqual(0);
    for (const radio of await page.getByRole("radio").all()) {
      expect((await radio.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    }
    await tapThrough(page, "ar", ANSWERS);
    await expect(page.getByRole("heading", { name: WORDS.ar.review })).toBeVisible();
    expect(await wide()).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await send(page, "ar");
    await context.close();
  });

  test("with high contrast and forced colours everything can be seen", async () => {
    const { context, page, slip } = await open({ ...PHONE, forcedColors: "active" });
    await page.emulateMedia({ contrast: "more" });
    await page.goto(slip(0));
    await admit(page, "en");
    await context.close();
  });
}
