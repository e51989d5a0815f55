import { expect, test } from "@playwright/test";

import type { Sessions } from "../support/sessions";
import { arrived, visit } from "../support/visits";

/** What an administrator compares: schools, a set of their own, and a link that leads nowhere any more. */
export function cohortJourneys(get: () => Sessions): void {
  test("the administrator compares schools, saves a set of classes and follows a link to it when it is gone", async () => {
    const { url } = get().instance;
    const page = await get().page("administrator");
    await page.goto(`${url}/cohorts`);
    await page.getByRole("link", { name: "Compare the schools" }).click();
    const differences = page.getByRole("table", { name: /^Differences from Alderbrook/ });
    await expect(differences.getByRole("row")).toHaveCount(3);
    await expect(differences.getByRole("row").nth(1)).toContainText(
      /About the same|unlikely to be chance/,
    );
    await page.getByRole("button", { name: "Compare with Tamarack Middle School" }).click();
    await expect(page.getByRole("table", { name: /^Differences from Tamarack/ })).toBeVisible();
    await page.getByRole("button", { name: "Remove Lanternhill High School" }).click();
    await page.getByLabel("Add").selectOption({ label: "Grade 7, all schools" });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(
      page.getByRole("table", { name: /^Differences from Tamarack/ }).getByRole("row"),
    ).toHaveCount(3);
    await expect(page.getByText("They may share students")).toBeVisible();

    await page.goto(`${url}/cohorts/new?school=sch-2&grade=6`);
    await page.getByLabel("Name", { exact: true }).fill("Sixth grade of Tamarack, this year");
    await page.getByRole("button", { name: "Save the set" }).click();
    await arrived(page, "Sixth grade of Tamarack, this year");
    await page.getByRole("link", { name: "Compare it" }).click();
    await page.waitForURL(/\/cohorts\?c=set/);
    const link = page.url();
    await page.goto(`${url}/cohorts`);
    await page.getByRole("link", { name: "Sixth grade of Tamarack, this year" }).click();
    await page.getByRole("button", { name: "Delete…" }).click();
    await page.getByRole("button", { name: "Delete the set" }).click();
    await page.waitForURL(/\/cohorts$/);
    await visit(page, `${link}&c=school:sch-1&c=school:nowhere&wave=last`, "Compare");
    await expect(page.getByText("has been deleted, or is not yours to see")).toBeVisible();
    await expect(page.getByText("“last” is not a pulse: it is left out.")).toBeVisible();
    await expect(page.getByRole("img", { name: /^Alderbrook Middle School: \d/ })).toBeVisible();
    await page.context().close();
  });
}
