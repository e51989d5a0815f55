import { devices, expect, test } from "@playwright/test";

import { LOCALES, pageLanguage, textDirection } from "@/lib/i18n/locales";

import { asOwner, openPulse } from "../support/pulse";
import type { Sessions } from "../support/sessions";
import { expectAccessible } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];

/** Every page for students and families beside the questions themselves, in every language, light and dark. */
export function pageLanguages(get: () => Sessions): void {
  test("axe finds nothing on any page for students and families, in any language", async () => {
    test.setTimeout(600_000);
    const { instance, browser } = get();
    const { classes, waveId } = await openPulse(instance, { classes: 1, students: 12 });
    const closed = await openPulse(instance, { classes: 1, students: 12 });
    await asOwner(instance, "UPDATE waves SET closes_at = now() WHERE id = $1", [closed.waveId]);
    const code = classes[0]?.joinCode ?? "";
    const paths = [
      "/s",
      "/s/ZZZZZZ",
      `/s/${closed.classes[0]?.joinCode ?? ""}`,
      `/s/${code}/adult`,
      "/s/no-network",
      `/trust/${waveId}`,
      "/questions/hearth-wide-6-12.2",
    ];
    const page = await (await browser.newContext(PHONE)).newPage();
    for (const locale of LOCALES) {
      for (const path of paths) {
        await page.emulateMedia({ colorScheme: "light" });
        await page.goto(`${instance.url}${path}?lang=${locale}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("html"), path).toHaveAttribute("lang", pageLanguage(locale));
        await expect(page.locator("html"), path).toHaveAttribute("dir", textDirection(locale));
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: "dark" });
        await expectAccessible(page, "colours");
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(wider, `${path} in ${locale} is no wider than a phone`).toBeLessThanOrEqual(0);
      }
    }
    await page.context().close();
  });
}
