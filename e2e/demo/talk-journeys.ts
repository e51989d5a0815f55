import { expect, test } from "@playwright/test";

import { withClient } from "@/lib/data/setup/connect";
import { demoTruths } from "@/prisma/seed/truths";

import type { Sessions } from "../support/sessions";
import { arrived, visit } from "../support/visits";

/** From the class page to the wall and back; and what stands on a page while it is read. */
export function talkJourneys(get: () => Sessions): void {
  test("the teacher talks about it with the class: slides by arrow keys, and nothing that shames", async () => {
    const { url } = get().instance;
    const page = await get().page("teacher");
    await visit(page, `${url}/classes/${demoTruths.lowAndRising}`);
    const card = page.getByRole("region", { name: "Two strengths and one thing to try" });
    await card.getByRole("link", { name: "Talk about it" }).click();
    await page.waitForURL(/\/talk$/u);
    await arrived(page);
    const place = page.getByText(/^\d of \d$/u);
    await expect(place).toHaveText(/^1 of [56]$/u);
    await page.keyboard.press("ArrowRight");
    await expect(place).toHaveText(/^2 of/u);
    await expect(
      page.getByRole("heading", { name: "How do we feel in this class?" }),
    ).toBeInViewport();
    await page.keyboard.press("End");
    await expect(page.getByText("question 3 of 3")).toBeInViewport();
    await expect(page.getByText(/absen|flag|watch|seats|participation/iu)).toHaveCount(0);
    await page.getByRole("link", { name: "Leave" }).click();
    await page.waitForURL(new RegExp(`/classes/${demoTruths.lowAndRising}$`, "u"));
    await page.context().close();
  });

  test("a withheld class sees thanks and nothing else", async () => {
    const page = await get().page("administrator");
    await visit(page, `${get().instance.url}/classes/${demoTruths.underTen[0]}/talk`);
    await expect(page.getByText("1 of 1")).toBeVisible();
    const slides = page.getByRole("region", { name: "Slides" });
    await expect(slides).toContainText("Thank you for your answers");
    await expect(slides).not.toContainText(/%|fewer|ten/iu);
    await page.context().close();
  });

  test("while a class, a school or the district is read its outline stands there", async () => {
    const { instance } = get();
    const page = await get().page("administrator");
    const { lowAndRising, risingGrade } = demoTruths;
    const held = [
      [`/classes/${lowAndRising}`, "Loading the class…", "How is this class?"],
      [`/schools/${risingGrade.schoolId}`, "Loading the school…", "How is this school?"],
      ["/district", "Loading the district…", "How is this district?"],
    ] as const;
    for (const [path, waiting, there] of held) {
      await withClient(instance.databaseUrls.owner, async (client) => {
        // Whoever reads a release waits until this transaction is over.
        await client.query("BEGIN");
        await client.query(`LOCK TABLE ${instance.schema}.release_cells IN ACCESS EXCLUSIVE MODE`);
        await page.goto(`${instance.url}${path}`, { waitUntil: "commit" });
        await expect(page.getByText(waiting)).toBeAttached();
        await expect(page.getByRole("heading", { name: there })).toHaveCount(0);
        await client.query("ROLLBACK");
      });
      await expect(page.getByRole("heading", { name: there })).toBeVisible();
    }
    await page.context().close();
  });
}
