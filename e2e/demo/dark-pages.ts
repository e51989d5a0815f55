import { expect, type Page, test } from "@playwright/test";

import { demoPages } from "../support/demo-pages";
import { admit, tapAnswers } from "../support/phone";
import { type Role, ROLES, type Sessions } from "../support/sessions";
import { expectAccessible } from "../support/visits";

/** Axe over every page in the dark scheme, and none of them wider than a small phone. */
export function darkPages(
  get: () => Sessions,
  slips: () => { readonly joinCode: string; readonly take: () => string },
): void {
  test("axe finds nothing on any page in the dark, and no page is wider than a phone", async () => {
    test.setTimeout(240_000);
    const pages = new Map<Role | undefined, Page>();
    const options = { colorScheme: "dark", reducedMotion: "reduce" } as const;
    for (const role of ROLES) pages.set(role, await get().page(role, options));
    pages.set(undefined, await (await get().browser.newContext(options)).newPage());

    for (const { path, role } of await demoPages(get().instance)) {
      const page = pages.get(role);
      if (page === undefined) throw new Error("no browser for this role");
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${get().instance.url}${path}`);
      await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 740 });
      await expectNoSideways(page, path);
      await expectAccessible(page);
    }
    for (const page of pages.values()) await page.context().close();
  });

  test("axe finds nothing in a student's questions in the dark", async () => {
    const context = await get().browser.newContext({
      colorScheme: "dark",
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(`${get().instance.url}/s/${slips().joinCode}`);
    await admit(page, "en", slips().take());
    await expectNoSideways(page, "question");
    await tapAnswers(page, "en", [1, 2, 3, 4, 5, 1]);
    await expectNoSideways(page, "review");
    await context.close();
  });
}

async function expectNoSideways(page: Page, path: string): Promise<void> {
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await expect.poll(() => page.evaluate(wider), { message: `${path} at 360 px` }).toBe(0);
}
