import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Every rule of WCAG 2.2 A and AA that a machine can check, and axe's own best practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails unless axe finds nothing on the page as it stands now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours in the middle of a transition are nobody's colours. What never ends is not waited for.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const ends = effect?.getComputedTiming().endTime !== Infinity;
      return playState !== "running" || !ends;
    }),
  );
  const { violations, passes } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(passes.length, "axe has looked at something").toBeGreaterThan(5);
  const found = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`),
  }));
  expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
}

/** Opens an address, waits for its heading, and lets axe look. */
export async function visit(page: Page, address: string, heading?: string | RegExp): Promise<void> {
  await page.goto(address);
  await arrived(page, heading);
}

/** Waits until the page that a press led to is there, and lets axe look. */
export async function arrived(page: Page, heading?: string | RegExp): Promise<void> {
  const title = page.getByRole("heading", { level: 1 });
  if (heading === undefined) await expect(title).toBeVisible();
  else await expect(title).toHaveText(heading);
  await page.waitForLoadState("networkidle");
  await expectAccessible(page);
}

/** Signs in with the form and waits for the home of the role. */
export async function signIn(
  page: Page,
  origin: string,
  who: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Signs in through a link of the demonstration, which fills the form in. */
export async function followDemoLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByText("Demonstration account filled in")).toBeVisible();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
