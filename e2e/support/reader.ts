import type { Page } from "@playwright/test";

import { type Locale, pageLanguage } from "@/lib/i18n/locales";

/** Reads what a page shows, as a student would: every text once, at so many words a minute. */
export class Reader {
  readonly #read = new Set<string>();
  readonly #segmenter: Intl.Segmenter;
  #words = 0;

  constructor(
    private readonly page: Page,
    locale: Locale,
  ) {
    this.#segmenter = new Intl.Segmenter(pageLanguage(locale), { granularity: "word" });
  }

  /** Reads whatever is on the screen now and was not read before: answers that come again are known. */
  async read(): Promise<void> {
    for (const text of await this.page.evaluate(visibleTexts)) {
      if (this.#read.has(text)) continue;
      this.#read.add(text);
      for (const { isWordLike } of this.#segmenter.segment(text)) {
        if (isWordLike === true) this.#words += 1;
      }
    }
  }

  get words(): number {
    return this.#words;
  }

  /** Seconds of reading so far. */
  secondsAt(wordsPerMinute: number): number {
    return (60 * this.#words) / wordsPerMinute;
  }
}

/** In the page: the texts of its main part that can be seen, in their order. What is folded away is not read. */
function visibleTexts(): string[] {
  const main = document.querySelector("main");
  if (main === null) return [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? "").trim();
    const element = node.parentElement;
    if (text === "" || element === null) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const { width, height } = element.getBoundingClientRect();
    // What only screen readers get is a pixel large.
    if (width > 1 && height > 1) texts.push(text);
  }
  return texts;
}
