import { expect, test } from "@playwright/test";

import type { Sessions } from "../support/sessions";
import { expectAccessible, visit } from "../support/visits";

/** The list of classes with the keyboard: search, filter, sort, open. */
export function tableJourneys(get: () => Sessions): void {
  test("search, filters and sorting of a table work with the keyboard alone", async () => {
    const page = await get().page("administrator");
    await visit(page, `${get().instance.url}/classes`, "Classes");
    const table = page.getByRole("table", { name: "Classes" });
    const rows = table.getByRole("row");
    // Sixty classes and the header; only those in view are on the page.
    await expect(table).toHaveAttribute("aria-rowcount", "61");
    expect(await rows.count()).toBeLessThan(50);

    const grade = page.getByRole("combobox", { name: "Grade" });
    await grade.focus();
    await page.keyboard.type("Grade 7");
    await expect(rows).toHaveCount(1 + 12);
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("7B");
    await expect(rows).toHaveCount(1 + 2);

    const header = table.getByRole("columnheader", { name: "School" });
    await header.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect(header).toHaveAttribute("aria-sort", "ascending");
    await expect(rows.nth(1)).toContainText("Alderbrook");
    await page.keyboard.press("Enter");
    await expect(header).toHaveAttribute("aria-sort", "descending");
    await expect(rows.nth(1)).toContainText("Tamarack");
    await expectAccessible(page);

    await rows.nth(1).getByRole("link").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("7B");
    await page.context().close();
  });

  test("the first press of the Tab key offers to skip the navigation", async () => {
    const page = await get().page("administrator");
    await page.goto(`${get().instance.url}/classes`);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: /Skip to/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.context().close();
  });
}
