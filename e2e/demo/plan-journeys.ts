import { expect, test } from "@playwright/test";

import { demoTruths } from "@/prisma/seed/truths";

import type { Sessions } from "../support/sessions";
import { arrived, visit } from "../support/visits";

/** What a teacher does with a result: choose something to try, keep to it, and look again. */
export function planJourneys(get: () => Sessions): void {
  test("a teacher starts a plan from the class, marks a step and ends it", async () => {
    const { instance } = get();
    const page = await get().page("teacher");
    await page.goto(`${instance.url}/classes/${demoTruths.lowAndRising}`);
    const running = page.getByRole("list", { name: "Plans of this class" });
    await expect(running.getByRole("link")).toHaveText(["Greet everybody at the door"]);
    await page.getByRole("link", { name: "More to try" }).click();
    await expect(page).toHaveURL(/\/strategies\?about=[a-z-]+&class=cls-1-11$/u);
    await page.getByRole("combobox", { name: "What is low" }).selectOption("Making up again");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByRole("link", { name: "Talk it over, then begin again" }).click();
    await arrived(page, "Talk it over, then begin again");

    await page
      .getByLabel("Look again", { exact: true })
      .fill(await page.getByLabel("Start", { exact: true }).inputValue());
    await page.getByRole("button", { name: "Start the plan" }).click();
    await expect(page.getByText("Look again after the start, not before it.")).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: "Start the plan" }).click();
    await arrived(page, "Talk it over, then begin again");
    await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/u);
    await expect(page.getByText("There is no result yet of a pulse that opened")).toBeVisible();

    await page.getByRole("button", { name: "Mark step 2 as done" }).click();
    await page.getByRole("button", { name: "Mark as done", exact: true }).click();
    await expect(page.getByText("1 of 5 done")).toBeVisible();
    await page.getByRole("button", { name: "Finish or stop" }).click();
    await page.getByRole("radio", { name: "Stopped" }).check();
    await page.getByLabel("Why", { exact: true }).fill("Tried in a test.");
    await page.getByRole("button", { name: "End the plan" }).click();
    await expect(page.getByText("Stopped", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Finish or stop" })).toHaveCount(0);
    await page.context().close();
  });

  test("what followed is said plan by plan, with chance named, and an unknown filter is left out", async () => {
    const { instance } = get();
    const page = await get().page("administrator");
    await visit(page, `${instance.url}/plans`, "Plans");
    const row = page.getByRole("row", { name: /Tasks that need each other/u });
    await expect(row).toContainText("Finished");
    await expect(row).toContainText(/Most likely between .* and .*\./u);
    await expect(page.getByText(/no proof that the plan did it/u)).toBeVisible();
    await page.goto(`${instance.url}/strategies?about=grit`);
    await expect(page.getByText("“grit” is nothing that strategies are listed for.")).toBeVisible();
    await page.context().close();
  });
}
