import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { demoTruths } from "@/prisma/seed/truths";

import { textsOfPdf } from "../support/pdf-texts";
import { gate } from "../support/student";
import type { Sessions } from "../support/sessions";
import { expectAccessible, visit } from "../support/visits";

/** A teacher takes their class's results away: the menu with the keyboard, a file, the page to print. */
export function exportJourneys(get: () => Sessions): void {
  test("a class's results are downloaded from a menu, and its report is one page", async () => {
    const page = await get().page("teacher");
    const { url } = get().instance;
    await page.goto(`${url}/classes/${demoTruths.lowAndRising}`);
    await page.getByRole("button", { name: "Download" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: /Excel/ })).toBeVisible();
    await expectAccessible(page);
    const waiting = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: /PDF/ }).press("Enter");
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/ report\.pdf$/);
    const text = textsOfPdf(readFileSync(await file.path())).join(" ");
    expect(text).toMatch(/\d+% to \d+%/);
    expect(text).toMatch(/fingerprint \(SHA-256\): [0-9a-f]{64}/);

    const choose = async (name: RegExp) => {
      await page.getByRole("button", { name: "Download" }).click();
      await page.getByRole("menuitem", { name }).click();
    };
    const server = gate();
    await page.route("**/api/exports/**", async (route) => {
      await server.opened;
      await route.continue();
    });
    await choose(/Excel/);
    await expect(page.getByRole("progressbar", { name: "Making Excel …" })).toBeVisible();
    const table = page.waitForEvent("download");
    server.open();
    expect((await table).suggestedFilename()).toMatch(/\.xlsx$/);
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    await page.context().setOffline(true);
    await choose(/CSV/);
    await expect(page.getByText("The file did not arrive.")).toBeVisible();
    await page.context().setOffline(false);

    await visit(page, `${url}/classes/${demoTruths.lowAndRising}/report`, "Class report");
    const printed = await page.pdf({ format: "A4", preferCSSPageSize: false });
    expect(printed.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const refused = await page.request.get(
      `${url}/api/exports/classes/${demoTruths.lowAndRising}?format=docx`,
    );
    expect(refused.status()).toBe(400);
    expect(await refused.json()).toMatchObject({ message: "Choose a format: csv, xlsx, pdf." });
    await page.context().close();
  });
}
