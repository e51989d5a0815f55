import { expect, test } from "@playwright/test";

import { PRINCIPAL, type Sessions } from "../support/sessions";
import { arrived, expectAccessible, visit } from "../support/visits";
import { demoTruths } from "@/prisma/seed/truths";

/** What each role finds in the demonstration, from the link it is given. */
export function staffJourneys(get: () => Sessions): void {
  test("the administrator goes from the overview to a flag's reason and its class", async () => {
    const { url } = get().instance;
    const page = await get().page("administrator");
    await visit(page, `${url}/home`, "Overview");
    const schools = page.getByRole("table", { name: "List of schools" });
    await expect(schools.getByRole("row")).toHaveCount(1 + 3);
    await page.getByRole("link", { name: "Look at the flags" }).click();
    await arrived(page, "Flags");
    await page.getByRole("link", { name: "Table", exact: true }).click();
    await page.waitForURL(/view=table/);
    await arrived(page, "Flags");
    const flags = page.getByRole("table", { name: "Flags" });
    await flags
      .getByRole("row", { name: /Low belonging and rising absence/ })
      .getByRole("link")
      .click();
    await arrived(page, /: low belonging and rising absence$/);
    await expect(page.getByRole("heading", { name: "Why it is here" })).toBeVisible();
    await expect(
      page.getByRole("heading", { name: "How often such a flag is wrong" }),
    ).toBeVisible();
    await expect(page.getByRole("heading", { name: "What would clear it" })).toBeVisible();
    await page.getByRole("link", { name: "Look at the class" }).click();
    await page.waitForURL(new RegExp(`/classes/${demoTruths.lowAndRising}$`));
    await arrived(page);
    await page.context().close();
  });

  test("the flags are those that were planted, but for chance findings", async () => {
    const page = await get().page("administrator");
    await visit(page, `${get().instance.url}/flags?view=table`, "Flags");
    const links = page.getByRole("table", { name: "Flags" }).getByRole("link");
    const flagged = await links.count();
    const planted = demoTruths.lowBelonging.length + demoTruths.risingAbsence.length + 1;
    expect(flagged).toBeGreaterThanOrEqual(planted);
    // 60 classes: a handful by chance, not a wall of red.
    expect(flagged).toBeLessThanOrEqual(planted + 4);
    await page.context().close();
  });

  test("the administrator finds the grade that rises, and its class says so too", async () => {
    const { url } = get().instance;
    const page = await get().page("administrator");
    await visit(page, `${url}/overview`, "Overview");
    const schools = page.getByRole("table", { name: "Absence by school and grade" });
    const row = schools.getByRole("row", { name: /Grade 11 rising \(act\)/ });
    await row.getByRole("link", { name: "Lanternhill High School" }).click();
    await arrived(page, "Lanternhill High School");
    const grades = page.getByRole("region", { name: /each beside the rest of the school/ });
    await expect(grades.getByRole("listitem").filter({ hasText: "Grade 11" })).toContainText("Act");
    await expect(grades.getByRole("listitem").filter({ hasText: "Grade 9" })).toContainText(
      "As usual",
    );
    const chronic = page.getByRole("table", { name: "Chronic absence by grade" });
    await expect(chronic.getByRole("row")).toHaveCount(1 + 1 + 4);
    await page.getByText("How to read this, how often it is wrong").click();
    await expect(page.getByText(/It misses more than it finds in small groups/)).toBeVisible();
    await expectAccessible(page);

    await visit(page, `${url}/classes/cls-3-14`);
    await expect(page.getByText("Absence rises in Grade 11 as a whole")).toBeVisible();
    await page.context().close();
  });

  test("the teacher lands on the own class: bands, flag, absence, and nothing of others", async () => {
    const { url } = get().instance;
    const page = await get().page("teacher");
    await visit(page, `${url}/home`);
    await page.waitForURL(new RegExp(`/classes/${demoTruths.lowAndRising}$`));
    for (const heading of ["How is this class?", "What to look at", "What changed?", "Absence"]) {
      await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
    }
    const navigation = page.getByRole("navigation", { name: "Main" });
    await expect(navigation.getByRole("link")).toHaveText([
      "My classes",
      "Flags",
      "Plans",
      "Pulses",
      "Questions",
    ]);
    await visit(page, `${url}/flags?view=table`, "Flags");
    await expect(page.getByRole("table", { name: "Flags" }).getByRole("row")).toHaveCount(2);
    await page.context().close();
  });

  test("another class looks exactly like one that does not exist", async () => {
    const { url } = get().instance;
    const page = await get().page("teacher");
    const looks: string[] = [];
    for (const id of [demoTruths.freeSeats, "cls-9-99"]) {
      const response = await page.goto(`${url}/classes/${id}`);
      expect(response?.status()).toBe(404);
      await expect(page.getByText("There is nothing to see here")).toBeVisible();
      await expectAccessible(page);
      looks.push(await page.locator("body").innerText());
    }
    expect(looks[0]).toBe(looks[1]);
    await page.context().close();
  });

  test("a school administrator sees the own school and no other", async () => {
    const { url } = get().instance;
    const page = await get().page("principal");
    await visit(page, `${url}/overview`, "Overview");
    await expect(page.getByText(PRINCIPAL.school).first()).toBeVisible();
    const others = ["/overview/classes?school=sch-1", "/overview/trends?school=all"];
    for (const path of ["/overview", ...others, "/classes", "/flags", "/waves", "/people"]) {
      await visit(page, `${url}${path}`);
      const text = await page.getByRole("main").innerText();
      expect(text).not.toContain("Alderbrook");
      expect(text).not.toContain("Lanternhill");
    }
    await page.context().close();
  });

  test("the audit log lists who invited whom, and can be narrowed", async () => {
    const { url } = get().instance;
    await get().state("principal");
    const page = await get().page("administrator");
    await visit(page, `${url}/audit`, "Audit log");
    const entries = page.getByRole("main").getByRole("listitem");
    await expect(entries.filter({ hasText: PRINCIPAL.email }).first()).toBeVisible();
    await expect(entries.filter({ hasText: "Sealed a pulse" }).first()).toBeVisible();

    await page.getByLabel("Show").selectOption("Invited a colleague");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/action=invitation\.created/);
    await arrived(page, "Audit log");
    await expect(entries.filter({ hasNotText: "Invited a colleague" })).toHaveCount(0);
    await expect(entries.filter({ hasText: PRINCIPAL.email })).not.toHaveCount(0);
    await page.context().close();
  });
}
