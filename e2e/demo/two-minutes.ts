import { expect, type Locator, type Page, test } from "@playwright/test";

import type { Sessions } from "../support/sessions";

/** Long for a browser and short for a person: who reads the pages as they come has used a part of it. */
const WITHIN_MS = 20_000;

/** Presses what is on the page, and counts: nothing is typed, no address is known. */
class Visitor {
  presses = 0;
  private readonly began = Date.now();
  constructor(private readonly page: Page) {}

  async press(what: Locator): Promise<void> {
    this.presses += 1;
    await what.click();
  }

  async arrives(heading: RegExp): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(heading);
  }

  /** Presses the class of the first card on the board, and reads why it is there. */
  async readsFirstFlag(): Promise<void> {
    const card = this.page.getByRole("main").getByRole("article").first();
    const first = card.getByRole("heading").getByRole("link");
    const title = await first.innerText();
    await this.press(first);
    await this.arrives(new RegExp(`^${title.replaceAll(".", "\\.")}: `));
    await expectReason(this.page);
  }

  took(): number {
    return Date.now() - this.began;
  }
}

/**
 * "The first two minutes" of README.md: from a printed link to the reason of the first flag, by presses alone. Who
 * changes the path changes the README.
 */
export function twoMinutes(get: () => Sessions): void {
  test("from the administrator's printed link it is three presses to the first flag's reason", async ({
    browser,
  }, info) => {
    const page = await (await browser.newContext()).newPage();
    const visitor = new Visitor(page);
    await page.goto(get().instance.links?.administrator ?? "");
    await visitor.press(page.getByRole("button", { name: "Sign in" }));
    await visitor.arrives(/^Overview$/);
    await visitor.press(page.getByRole("link", { name: "Look at the flags" }));
    await visitor.arrives(/^Flags$/);
    await visitor.readsFirstFlag();
    finish(visitor, info.annotations);
    await page.context().close();
  });

  test("from the teacher's printed link it is three, too", async ({ browser }, info) => {
    const page = await (await browser.newContext()).newPage();
    const visitor = new Visitor(page);
    await page.goto(get().instance.links?.teacher ?? "");
    await visitor.press(page.getByRole("button", { name: "Sign in" }));
    await expect(page).toHaveURL(/\/classes/);
    await visitor.press(page.getByRole("navigation").getByRole("link", { name: "Flags" }));
    await visitor.arrives(/^Flags$/);
    await visitor.readsFirstFlag();
    finish(visitor, info.annotations);
    await page.context().close();
  });
}

/** The reason is on the screen without scrolling, in a sentence, with what it rests on. */
async function expectReason(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Why it is here" })).toBeInViewport();
  const reason = page
    .getByRole("region", { name: "Why it is here" })
    .getByRole("paragraph")
    .first();
  await expect(reason).toBeInViewport();
  await expect(reason).toHaveText(/\w+.*\d.*\.$/s);
}

function finish(visitor: Visitor, annotations: { type: string; description?: string }[]): void {
  expect(visitor.presses).toBe(3);
  expect(visitor.took()).toBeLessThan(WITHIN_MS);
  annotations.push({ type: "milliseconds", description: String(visitor.took()) });
}
