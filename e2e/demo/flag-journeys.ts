import { expect, test } from "@playwright/test";

import { demoTruths } from "@/prisma/seed/truths";

import { asOwner } from "../support/pulse";
import { PRINCIPAL, type Sessions } from "../support/sessions";
import { arrived, expectAccessible, visit } from "../support/visits";

/** A flag's way over the board: taken, snoozed, back, closed with an outcome; and a teacher's answer. */
export function flagJourneys(get: () => Sessions): void {
  test("a principal takes a flag, lets it rest, brings it back and closes it", async () => {
    const { instance } = get();
    const [own] = await asOwner<{ id: string; title: string }>(
      instance,
      `SELECT f.id, c.title FROM flags f JOIN classes c ON c.id = f.class_id
       WHERE f.class_id = $1 AND f.state <> 'closed'`,
      [demoTruths.risingAbsence[0]],
    );
    if (own === undefined) throw new Error("the demonstration has no such flag");
    const page = await get().page("principal", { viewport: { width: 360, height: 780 } });
    await visit(page, `${instance.url}/flags?view=kanban`, "Flags");
    await expect(page.getByText("There is no such view of flags")).toBeVisible();
    await page.getByRole("button", { name: `Take it: ${own.title}` }).click();
    const looking = page.getByRole("region", { name: /Being looked at/ });
    const card = looking.getByRole("article").filter({ hasText: own.title });
    await expect(card).toContainText(PRINCIPAL.name);
    await expectAccessible(page);

    await card.getByRole("link", { name: own.title }).click();
    await arrived(page, `${own.title}: rising absence`);
    await page.getByRole("button", { name: "Let it rest…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Until").fill(inDays(7));
    await dialog.getByLabel("Why it can wait").fill("A week on a trip.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Let it rest" }).click();
    await expect(page.getByText("A week on a trip.").first()).toBeVisible();
    await page.getByRole("button", { name: "Bring it back now" }).click();
    await expect(page.getByRole("button", { name: "Let it rest…" })).toBeVisible();

    await page.getByRole("button", { name: "Close it…" }).click();
    await dialog.getByRole("radio", { name: "It helped" }).check();
    await dialog
      .getByLabel("What was found")
      .fill("Rides to school were missing. They are not now.");
    await dialog.getByRole("button", { name: "Close the flag" }).click();
    await expect(page.getByText("This flag is closed.")).toBeVisible();
    await visit(page, `${instance.url}/flags/how-they-work`, "How flags work");
    await expect(page.getByText(/too few to say how often flags help/)).toBeVisible();
    await page.context().close();
  });

  test("a teacher answers a flag, and the administrator reads the answer in the table", async () => {
    const { instance } = get();
    const where = `class_id = '${demoTruths.lowAndRising}' AND state <> 'closed'`;
    const [own] = await asOwner<{ id: string }>(instance, `SELECT id FROM flags WHERE ${where}`);
    try {
      const teacher = await get().page("teacher");
      await visit(teacher, `${instance.url}/flags/${own?.id ?? ""}`);
      await teacher.getByRole("radio", { name: "We had a new seating plan." }).check();
      await teacher.getByLabel("In your own words").fill("Since Monday.");
      await teacher.getByRole("button", { name: "Answer", exact: true }).click();
      await expect(teacher.getByText("Your answer stands beside the flag.")).toBeVisible();
      await expectAccessible(teacher);
      await teacher.context().close();
      const office = await get().page("administrator");
      await visit(office, `${instance.url}/flags?view=table`, "Flags");
      await expect(office.getByRole("table", { name: "Flags" })).toContainText(
        "We had a new seating plan. Since Monday.",
      );
      await office.context().close();
    } finally {
      // Other journeys find the flag as it was raised.
      await asOwner(
        instance,
        `UPDATE flags SET state = 'new', answer = NULL, answer_words = NULL, answered_by = NULL, answered_at = NULL WHERE ${where}`,
      );
    }
  });
}

/** A date for a date field, some days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10);
}
