import { devices, expect, type Page, test } from "@playwright/test";

import { type Locale, LOCALES, pageLanguage, textDirection } from "@/lib/i18n/locales";
import { CATALOGUE } from "@/lib/instruments/catalogue";
import { scaleOf } from "@/lib/instruments/instrument";

import { awake, WORDS } from "../support/phone";
import { type OpenPulse, openPulse } from "../support/pulse";
import { Reader } from "../support/reader";
import type { Sessions } from "../support/sessions";
import { expectAccessible } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];
/** A tap is seen for 0.35 s before the page moves on; sending waits at most 4 s on purpose, and a little more. */
const TAP_S = 0.35;
const SENDING_S = 4.5;
const LIMIT_S = 60;

const PULSES = [
  { id: "hearth-pulse-6-12", wordsPerMinute: 200 },
  { id: "hearth-pulse-3-5", wordsPerMinute: 130 },
] as const;

/** Every language from the slip to the thank-you, in both colour schemes, and how long it takes to read. */
export function languageJourneys(get: () => Sessions): void {
  let pulses: readonly OpenPulse[] = [];
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    pulses = [];
    for (const { id } of PULSES) {
      pulses = [
        ...pulses,
        await openPulse(get().instance, { classes: 1, students: 14, instrument: id }),
      ];
    }
  });

  for (const [at, locale] of LOCALES.entries()) {
    test(`in ${locale} a student reads and answers in a minute, light and dark`, async () => {
      // Two students at a time: most of it is waiting for what the page does on purpose.
      const readings = await Promise.all(
        PULSES.map(async (pulse, which) => {
          const page = await (await get().browser.newContext(PHONE)).newPage();
          await page.goto(linkOf(get(), pulses[which], at, locale));
          const reading = await walk(page, locale, pulse.id, { look: which === 0 });
          await page.context().close();
          return { pulse, reading };
        }),
      );
      for (const { pulse, reading } of readings) {
        const said = `${pulse.id}: ${describeReading(reading)}`;
        expect(secondsOf(reading, pulse), said).toBeLessThanOrEqual(LIMIT_S);
      }
    });
  }
}

interface Reading {
  readonly words: number;
  readonly taps: number;
}

/** Seconds from the scan to "done" for somebody who reads everything that is shown. */
function secondsOf({ words, taps }: Reading, pulse: { readonly wordsPerMinute: number }): number {
  return (60 * words) / pulse.wordsPerMinute + taps * TAP_S + SENDING_S;
}

function describeReading({ words, taps }: Reading): string {
  return `${String(words)} words, ${String(taps)} taps`;
}

function linkOf(
  { instance }: Sessions,
  pulse: OpenPulse | undefined,
  student: number,
  locale: Locale,
): string {
  const { joinCode = "", seatCodes = [] } = pulse?.classes[0] ?? {};
  return `${instance.url}/s/${joinCode}?lang=${locale}#seat=${seatCodes[student] ?? ""}`;
}

/** From the first screen to the thank-you: one tap a question, one to send, nothing else. */
async function walk(
  page: Page,
  locale: Locale,
  instrumentId: string,
  { look }: { readonly look: boolean },
): Promise<Reading> {
  const words = WORDS[locale];
  const reader = new Reader(page, locale);
  const instrument = CATALOGUE.find((one) => one.instrument.id === instrumentId)?.instrument;
  if (instrument === undefined) throw new Error("no such pulse");
  await awake(page);
  await expect(page.locator("html")).toHaveAttribute("lang", pageLanguage(locale));
  await expect(page.locator("html")).toHaveAttribute("dir", textDirection(locale));
  let taps = 0;
  for (const [place, item] of instrument.items.entries()) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(item.text[locale] ?? "");
    await reader.read();
    // Screens alike are looked at once.
    if (look && place === 0) await lookTwice(page);
    const labels = scaleOf(item, instrument).labels[locale] ?? [];
    await page.getByRole("radio", { name: labels.at(-1) ?? "", exact: true }).click();
    taps += 1;
  }
  await expect(page.getByRole("heading", { name: words.review })).toBeVisible();
  await reader.read();
  if (look) await lookTwice(page);
  await page.getByRole("button", { name: words.send }).click();
  taps += 1;
  await expect(page.getByRole("heading", { name: words.done })).toBeVisible({ timeout: 30_000 });
  if (look) await lookTwice(page);
  return { words: reader.words, taps };
}

async function lookTwice(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    "nothing stands out of the screen",
  ).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, "colours");
  await page.emulateMedia({ colorScheme: "light" });
}
