import { readFile } from "node:fs/promises";

import { expect, type Page, test } from "@playwright/test";

import type { Sessions } from "../support/sessions";
import { visit } from "../support/visits";

/** Charts without eyes and without a mouse, and what is left of them outside of Hearth. */
export function chartJourneys(get: () => Sessions): void {
  test("a chart is read with the keyboard, and saved as a picture and a file", async () => {
    const page = await get().page("administrator");
    await visit(page, `${get().instance.url}/overview/classes`, "Classes of a school");
    const title = "Belonging beside change in absence";
    const figure = page.getByRole("figure", { name: title });
    const chart = figure.getByRole("application", { name: title });
    await chart.scrollIntoViewIfNeeded();
    await expect(page.locator("canvas[width]").last()).toBeVisible();
    await chart.focus();
    const drawn = () => chart.locator("canvas").evaluate((c: HTMLCanvasElement) => c.toDataURL());
    await expect.poll(async () => (await drawn()).length).toBeGreaterThan(10_000);
    const before = await drawn();

    await page.keyboard.press("ArrowRight");
    const line = figure.locator("[aria-live=polite]");
    await expect(line).toContainText("of the answers were favourable");
    await expect(figure.locator("[data-chart-tooltip]")).toBeVisible();
    expect(await drawn(), "the place is marked in the drawing").not.toBe(before);
    const first = await line.innerText();
    await page.keyboard.press("ArrowRight");
    await expect(line).not.toHaveText(first);
    await page.keyboard.press("Escape");
    await expect(line).toHaveText("");
    expect(await drawn()).toBe(before);

    const png = await saved(page, `PNG: ${title}`);
    expect(png.name).toBe("belonging-beside-change-in-absence.png");
    expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.bytes.readUInt32BE(16), "twice the width of the page").toBe(2000);
    const csv = await saved(page, `CSV: ${title}`);
    const text = csv.bytes.toString("utf8");
    await figure.getByText("Show as table").click();
    const cells = await figure.getByRole("table").getByRole("row").nth(1).getByRole("cell").all();
    for (const cell of cells) expect(text).toContain(await cell.innerText());
    expect(text).toMatch(/Source,"?.*Release /u);

    const grid = page.getByRole("grid", { name: "Classes by what was asked about" });
    await grid.getByRole("gridcell").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await expect(grid.getByRole("row").nth(2).getByRole("gridcell").last()).toBeFocused();
    await expect(page.locator("[data-chart-tooltip]")).toBeVisible();
    const map = await saved(page, "PNG: Classes by what was asked about");
    expect(map.bytes.readUInt32BE(16)).toBe(2000);

    await page.goto(`${get().instance.url}/overview/classes?school=no-such-school`);
    await expect(page.getByText("That school is not here")).toBeVisible();
    await expect(grid).toBeVisible();
    await page.context().close();
  });
}

async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const waits = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).click();
  const download = await waits;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
