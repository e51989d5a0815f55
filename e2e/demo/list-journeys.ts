import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { asOwner } from "../support/pulse";
import type { Sessions } from "../support/sessions";
import { arrived, expectAccessible, visit } from "../support/visits";

/** Views in the address, files of lists, the palette and its keys, and what a page shows while it waits or fails. */
export function listJourneys(get: () => Sessions): void {
  test("a view is an address, its file holds what is shown, and what a link asks in vain is said", async () => {
    const { url } = get().instance;
    const page = await get().page("administrator");
    await visit(
      page,
      `${url}/classes?classes.is.grade=Grade+7&classes.hide=school,mood&classes.from=900`,
      "Classes",
    );
    const table = page.getByRole("table", { name: "Classes" });
    const rows = table.getByRole("row");
    await expect(rows).toHaveCount(1 + 12);
    await expect(table.getByRole("columnheader")).toHaveText(["Class", "Grade", "Flag"]);
    const said = page.getByRole("alert").filter({ hasText: "could not be followed" });
    await expect(said).toContainText("a column that this list does not have: “mood”");
    await expect(said).toContainText("begins at row 900");

    await page.getByRole("searchbox").fill("7B");
    await expect(rows).toHaveCount(1 + 2);
    await expect(said).toHaveCount(0);
    await page.waitForURL(/classes\.q=7B&classes\.is\.grade=Grade\+7&classes\.hide=school$/);
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download CSV" }).click();
    const download = await file;
    expect(download.suggestedFilename()).toMatch(/^hearth-classes-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync(await download.path(), "utf8").split("\r\n");
    expect(lines).toHaveLength(1 + 2 + 1);
    expect(lines[0]).toBe('\uFEFFClass,"Class, details",Grade,Flag');

    await rows.nth(1).getByRole("link").click();
    await arrived(page, "7B");
    await page.goBack();
    await expect(page.getByRole("searchbox")).toHaveValue("7B");
    await expect(rows).toHaveCount(1 + 2);
    await page.context().close();
  });

  test("a long list holds the rows in view, and all of them on paper", async () => {
    const page = await get().page("administrator");
    await visit(page, `${get().instance.url}/classes`, "Classes");
    const table = page.getByRole("table", { name: "Classes" });
    const last = table.locator("[aria-rowindex='61']");
    await expect(last).toHaveCount(0);
    await page.getByRole("group", { name: "Classes" }).focus();
    await page.keyboard.press("End");
    await expect(last).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await expect(table.getByRole("row")).toHaveCount(61);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await table.getByRole("row").count()).toBeLessThan(50);
    await page.context().close();
  });

  test("the palette and the keys go anywhere, and the keys can be turned off", async () => {
    const { url } = get().instance;
    const page = await get().page("administrator");
    await visit(page, `${url}/overview`, "Overview");
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await arrived(page, "Flags");
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await arrived(page, "Classes");
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("gc?");
    await expect(page.getByRole("searchbox")).toHaveValue("gc?");

    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Go to" });
    await expect(palette.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("7b tamarack");
    await expect(palette.getByRole("option")).not.toHaveCount(0);
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await arrived(page, "7B");

    await page.keyboard.press("Shift+?");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(list).toContainText("Overview");
    await expectAccessible(page);
    await list.getByRole("switch").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("o");
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, includeHidden: true })).toHaveText("7B");
    await page.context().close();
  });

  test("a page that is slow shows its outline, and one that fails says so with a way on", async () => {
    const { instance } = get();
    const page = await get().page("administrator");
    await visit(page, `${instance.url}/overview`, "Overview");
    await page.route(/\/flags\?.*_rsc=/, async (route) => {
      await new Promise((done) => setTimeout(done, 1_000));
      await route.continue();
    });
    const navigation = page.getByRole("navigation", { name: "Main" });
    await navigation.getByRole("link", { name: "Flags" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Loading…" })).toBeVisible();
    await arrived(page, "Flags");
    await expect(page.getByText("Loading…")).toHaveCount(0);

    await asOwner(instance, "ALTER TABLE help_lines RENAME TO help_lines_away");
    try {
      await page.goto(`${instance.url}/help-for-students`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Something went wrong on our side",
      );
      await expectAccessible(page);
    } finally {
      await asOwner(instance, "ALTER TABLE help_lines_away RENAME TO help_lines");
    }
    await page.getByRole("button", { name: "Try again" }).click();
    await arrived(page, "Help for students");
    await page.context().close();
  });
}
