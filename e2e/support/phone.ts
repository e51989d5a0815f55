import { expect, type Page } from "@playwright/test";

import { expectAccessible } from "./visits";

/** The words a student meets, by language. */
export const WORDS = {
  en: {
    slip: "Code on your slip",
    start: "Start",
    question: (at: number) => `Question ${String(at)} of 6`,
    next: "Next",
    toReview: "Look it over",
    words: "Do you want to add something?",
    nominations: "Whom in this class could you ask for help?",
    whoAreYou: "Which of these is you?",
    skipNaming: "Skip this",
    review: "Before you send",
    send: "Send my answers",
    done: "Thank you. Your answers are in.",
    help: "Do you want to talk to someone?",
  },
  es: {
    slip: "Código de tu papelito",
    start: "Empezar",
    question: (at: number) => `Pregunta ${String(at)} de 6`,
    next: "Siguiente",
    toReview: "Revisar",
    words: "¿Quieres agregar algo?",
    nominations: "¿A quién de esta clase podrías pedirle ayuda?",
    whoAreYou: "¿Cuál de estos nombres es el tuyo?",
    skipNaming: "Saltar esto",
    review: "Antes de enviar",
    send: "Enviar mis respuestas",
    done: "Gracias. Tus respuestas llegaron.",
    help: "¿Quieres hablar con alguien?",
  },
} as const;

export type Language = keyof typeof WORDS;

/** Types the slip's code, or takes the one the link has filled in, and goes to the first question. */
export async function admit(page: Page, language: Language, seatCode?: string): Promise<void> {
  const words = WORDS[language];
  const field = page.getByLabel(words.slip);
  if (seatCode !== undefined) await field.fill(seatCode);
  await expectAccessible(page);
  await page.getByRole("button", { name: words.start, exact: true }).click();
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
  await expectAccessible(page);
}

/** Taps one answer a question, and ends on whatever comes after the last. */
export async function tapThrough(
  page: Page,
  language: Language,
  answers: readonly number[],
): Promise<void> {
  for (const [at, answer] of answers.entries()) {
    const place = page.getByText(WORDS[language].question(at + 1), { exact: true });
    await expect(place.first()).toBeVisible();
    if (at < 2) await expectAccessible(page);
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
  await expectAccessible(page);
}
