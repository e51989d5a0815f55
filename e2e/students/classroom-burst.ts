import { type BrowserContext, devices, expect, test } from "@playwright/test";

import { awake, WORDS } from "../support/phone";
import { asOwner, openPulse } from "../support/pulse";
import type { Sessions } from "../support/sessions";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];
const STUDENTS = 30;

/** A whole class at once: as many browsers, each with storage of its own, behind one address. */
export function classroomBurst(get: () => Sessions): void {
  test(`${String(STUDENTS)} students answer at the same time: all are done, none is lost`, async () => {
    test.setTimeout(240_000);
    const { instance, browser } = get();
    const pulse = await openPulse(instance, { classes: 1, students: STUDENTS });
    const { joinCode = "", seatCodes = [] } = pulse.classes[0] ?? {};
    const contexts = await Promise.all(seatCodes.map(() => browser.newContext(PHONE)));
    const answer = async (context: BrowserContext, seat: string) => {
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      await page.goto(`${instance.url}/s/${joinCode}?lang=en#seat=${seat}`);
      await awake(page);
      for (let at = 1; at <= 6; at += 1) {
        await page.getByText(WORDS.en.question(at), { exact: true }).first().waitFor();
        await page
          .getByRole("radio")
          .nth(at % 5)
          .click();
      }
      await page.getByRole("button", { name: WORDS.en.send }).click();
      await page.getByRole("heading", { name: WORDS.en.done }).waitFor();
    };
    await Promise.all(contexts.map((context, at) => answer(context, seatCodes[at] ?? "")));
    const cast = await asOwner<{ nullifier: Buffer }>(
      instance,
      "SELECT nullifier FROM ballot_box WHERE wave_id = $1",
      [pulse.waveId],
    );
    expect(cast).toHaveLength(STUDENTS);
    expect(new Set(cast.map(({ nullifier }) => nullifier.toString("hex"))).size).toBe(STUDENTS);
    await Promise.all(contexts.map((context) => context.close()));
  });
}
