import { expect, type Page } from "@playwright/test";

import { type Locale, LOCALES } from "@/lib/i18n/locales";
import { translateTo } from "@/lib/i18n/translate";

import { expectAccessible } from "./visits";

export type Language = Locale;

/** The words a student meets, by language. */
export const WORDS = Object.fromEntries(
  LOCALES.map((locale) => [locale, wordsIn(locale)]),
) as Readonly<Record<Language, ReturnType<typeof wordsIn>>>;

function wordsIn(locale: Language) {
  const t = translateTo(locale);
  return {
    nameIfYouWant: t("join.nameIfYouWant"),
    slip: t("seat.label"),
    start: t("seat.check"),
    question: (at: number, of = 6) => t("questions.progress", { current: at, total: of }),
    next: t("questions.next"),
    back: t("questions.back"),
    toReview: t("questions.toPreview"),
    words: t("words.title"),
    nominations: t("nominations.title"),
    whoAreYou: t("nominations.whoAreYou"),
    skipNaming: t("nominations.skip"),
    review: t("preview.title"),
    send: t("preview.send"),
    waiting: t("offline.title"),
    done: t("done.title"),
    help: t("help.title"),
  };
}

/*
 * Axe looks at the screens that every student meets in e2e/students/language-journeys.ts, in every language and both
 * schemes; these walks are for what happens on the way.
 */

/** Types the slip's code and goes to the first question; who came by the slip's link is there already. */
export async function admit(page: Page, language: Language, seatCode?: string): Promise<void> {
  const words = WORDS[language];
  if (seatCode === undefined) {
    await expect(page.getByRole("radio").first()).toBeVisible();
    await awake(page);
    return;
  }
  await page.getByLabel(words.slip).fill(seatCode);
  await page.getByRole("button", { name: words.start, exact: true }).click();
}

/** Waits until the page's script has taken over from what the server drew. */
export async function awake(page: Page): Promise<void> {
  await expect(page.locator("[data-beginning]")).toHaveCount(0);
}

/** Taps one answer a question; a tap moves on by itself. Ends on the review, with `text` written if given. */
export async function tapAnswers(
  page: Page,
  language: Language,
  answers: readonly number[],
  text?: string,
): Promise<void> {
  await tapThrough(page, language, answers);
  const words = WORDS[language];
  if (text !== undefined) {
    await expect(page.getByRole("heading", { name: words.words })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(words.words).fill(text);
    await page.getByRole("button", { name: words.toReview }).click();
  }
  await expect(page.getByRole("heading", { name: words.review })).toBeVisible();
}

/** Taps one answer a question, and ends on whatever comes after the last. */
export async function tapThrough(
  page: Page,
  language: Language,
  answers: readonly number[],
): Promise<void> {
  for (const [at, answer] of answers.entries()) {
    const place = page.getByText(WORDS[language].question(at + 1, answers.length), { exact: true });
    await expect(place.first()).toBeVisible();
    await page
      .getByRole("radio")
      .nth(answer - 1)
      .click();
  }
}

/** Sends and waits for the thank-you with where to find help. */
export async function send(page: Page, language: Language): Promise<void> {
  const words = WORDS[language];
  await page.getByRole("button", { name: words.send }).click();
  await expect(page.getByRole("heading", { name: words.done })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(words.help)).toBeVisible();
}
