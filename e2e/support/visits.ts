import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Every rule of WCAG 2.2 A and AA that a machine can check, and axe's own best practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that another colour scheme can break where a page was looked at in the first. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * Fails unless axe finds nothing on the page as it stands now.
 * @param look "colours" for a page that was looked at whole a moment ago, in the other colour scheme
 */
export async function expectAccessible(
  page: Page,
  look: "whole" | "colours" = "whole",
): Promise<void> {
  // Colours in the middle of a transition are nobody's colours. What never ends is not waited for.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const ends = effect?.getComputedTiming().endTime !== Infinity;
      return playState !== "running" || !ends;
    }),
  );
  // No page holds a frame: axe asked in the page itself takes a third of what putting partial answers together takes.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations, passes } = await (
    look === "whole" ? axe.withTags(RULES) : axe.withRules(COLOUR_RULES)
  ).analyze();
  expect(passes.length, "axe has looked at something").toBeGreaterThan(look === "whole" ? 5 : 0);
  const found = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`),
  }));
  expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
}

/** Opens an address, waits for its heading, and lets axe look (see `arrived`; every page in pages.spec.ts). */
export async function visit(page: Page, address: string, heading?: string | RegExp): Promise<void> {
  await page.goto(address);
  await arrived(page, heading);
}

/** Kinds of pages that axe has looked at in this file of tests: journeys pass the same ones again and again. */
const looked = new Set<string>();

/** A page's path without what differs from one class, pulse or person to the next. */
function kindOf(address: string): string {
  return new URL(address).pathname.replaceAll(/\/[^/]*\d[^/]*/gu, "/*");
}

/** Waits until the page that a press led to is there, and lets axe look if it is the first of its kind. */
export async function arrived(page: Page, heading?: string | RegExp): Promise<void> {
  const title = page.getByRole("heading", { level: 1 });
  if (heading === undefined) await expect(title).toBeVisible();
  else await expect(title).toHaveText(heading);
  await page.waitForLoadState("networkidle");
  const kind = kindOf(page.url());
  if (looked.has(kind)) return;
  looked.add(kind);
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
