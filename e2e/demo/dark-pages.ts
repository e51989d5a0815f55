import { expect, type Page, test } from "@playwright/test";

import { demoPages } from "../support/demo-pages";
import { admit, tapAnswers } from "../support/phone";
import { type Role, ROLES, type Sessions } from "../support/sessions";
import { expectAccessible } from "../support/visits";

/** Where the sidebar comes and goes, where columns do, and what is between: nothing may stick out. */
const WIDTHS = [1280, 1024, 768, 640];

/**
 * Axe over every page, narrow in the dark, where it looks at everything, and wide in the light, where it looks at
 * colours (journeys look at the rest); and no page is wider than its window, from a small phone on.
 */
export function darkPages(
  get: () => Sessions,
  slips: () => { readonly joinCode: string; readonly take: () => string },
): void {
  test("axe finds nothing on any page, light or dark, and no page is wider than its window", async () => {
    test.setTimeout(900_000);
    const pages = new Map<Role | undefined, Page>();
    const options = { reducedMotion: "reduce" } as const;
    for (const role of ROLES) pages.set(role, await get().page(role, options));
    pages.set(undefined, await (await get().browser.newContext(options)).newPage());

    // Whatever is wrong with one page, the others are looked at too.
    const found: string[] = [];
    for (const { path, role } of await demoPages(get().instance)) {
      const page = pages.get(role);
      if (page === undefined) throw new Error("no browser for this role");
      await lookAt(page, `${get().instance.url}${path}`).catch((error: unknown) => {
        found.push(`${path}: ${String(error)}`);
      });
    }
    expect(found).toEqual([]);
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

async function lookAt(page: Page, address: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectAccessible(page, "colours");
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSideways(page, address);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoSideways(page, address);
  await expectAccessible(page);
}

async function expectNoSideways(page: Page, path: string): Promise<void> {
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await expect
    .poll(() => page.evaluate(wider), {
      message: `${path} at ${String(page.viewportSize()?.width)} px`,
    })
    .toBe(0);
}
