import { devices, expect, type Page, test } from "@playwright/test";

import { ROTATING_6_12 } from "@/lib/instruments/pulse-6-12";

import type { Instance } from "../support/instance";
import { admit, send, tapAnswers, WORDS } from "../support/phone";
import { asOwner, openPulse } from "../support/pulse";
import type { Sessions } from "../support/sessions";
import { expectAccessible } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];

/** Students of the demonstration's open pulse. `seats` hands out one unused slip a call. */
export function studentJourneys(
  get: () => Sessions,
  slips: () => { readonly joinCode: string; readonly take: () => string },
): void {
  const open = async (options: Parameters<Sessions["browser"]["newContext"]>[0] = PHONE) =>
    (await get().browser.newContext(options)).newPage();
  const address = (instance: Instance, language = "en") =>
    `${instance.url}/s/${slips().joinCode}?lang=${language}`;

  test("a student answers with the link of a slip and changes an answer before sending", async () => {
    const page = await open();
    await page.goto(`${address(get().instance)}#seat=${slips().take()}`);
    await admit(page, "en");
    expect(page.url(), "the code leaves the address bar").not.toContain("seat=");
    await tapAnswers(page, "en", [5, 4, 4, 5, 3, 4]);
    await page.getByText("Your answers", { exact: true }).click();
    await page.getByRole("button", { name: "Change your answer to question 2" }).click();
    await page.getByRole("radio").nth(0).click();
    await expect(page.getByRole("heading", { name: WORDS.en.review })).toBeVisible();
    await send(page, "en");
    await expectOnlyReceiptsKept(page);
    await page.context().close();
  });

  test("a student answers in Spanish", async () => {
    const page = await open({ ...PHONE, locale: "es-MX" });
    await page.goto(address(get().instance, "es"));
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expectAccessible(page);
    await admit(page, "es", slips().take());
    await tapAnswers(page, "es", [3, 3, 4, 2, 5, 4]);
    expect(await page.locator("body").innerText()).not.toMatch(/\b(your|answers|question)\b/i);
    await send(page, "es");
    await page.context().close();
  });

  test("a student is dealt six of twenty questions, keeps them over a reload, and sends them", async () => {
    const { instance } = get();
    const pulse = await openPulse(instance, {
      ...{ classes: 1, students: 12, instrument: ROTATING_6_12.id },
    });
    const { joinCode = "", seatCodes = [] } = pulse.classes[0] ?? {};
    const texts = new Set(ROTATING_6_12.items.map(({ text }) => text.en));
    const dealt = new Set<string>();
    for (const seat of seatCodes.slice(0, 3)) {
      const page = await open();
      await page.goto(`${instance.url}/s/${joinCode}#seat=${seat}`);
      await admit(page, "en");
      const asked: string[] = [];
      for (let at = 1; at <= 6; at++) {
        await expect(page.getByText(WORDS.en.question(at), { exact: true }).first()).toBeVisible();
        asked.push((await page.getByRole("heading", { level: 1 }).innerText()).trim());
        if (at === 3) {
          await page.reload();
          await expect(page.getByRole("heading", { level: 1 })).toHaveText(asked[2] ?? "");
        }
        await page.getByRole("radio").nth(4).click();
      }
      expect(new Set(asked).size).toBe(6);
      expect(asked.filter((text) => !texts.has(text))).toEqual([]);
      dealt.add(asked.join());
      await send(page, "en");
      await page.context().close();
    }
    // Three times the same of 36 forms by chance: once in 1,296 runs.
    expect(dealt.size).toBeGreaterThan(1);
    const stored = await asOwner(instance, "SELECT 1 FROM ballot_box WHERE wave_id = $1", [
      pulse.waveId,
    ]);
    expect(stored).toHaveLength(3);
  });

  test("a child who cannot read yet is read to, by a voice of the device only, and taps faces", async () => {
    const { instance } = get();
    const pulse = await openPulse(instance, {
      ...{ classes: 1, students: 12, instrument: "hearth-faces-k-2" },
    });
    const { joinCode = "", seatCodes = [] } = pulse.classes[0] ?? {};
    const page = await open();
    await page.addInitScript(fakeVoices);
    await page.goto(`${instance.url}/s/${joinCode}#seat=${seatCodes[0] ?? ""}`);
    await admit(page, "en");
    for (let at = 1; at <= 4; at++) {
      await expect(
        page.getByText(`Question ${String(at)} of 4`, { exact: true }).first(),
      ).toBeVisible();
      const question = (await page.getByRole("heading", { level: 1 }).innerText()).trim();
      await expect.poll(() => spoken(page)).toContain(question);
      if (at === 1) {
        await page.getByRole("button", { name: "Read it to me" }).click();
        expect(await spoken(page)).toContain("on the device");
        await expectAccessible(page);
      }
      const face = page.getByRole("radio").nth(2);
      const box = await face.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      await face.click();
    }
    await expect(page.getByRole("heading", { name: WORDS.en.review })).toBeVisible();
    // One face is favourable: there is no second answer to name.
    await page.getByText("Only an example", { exact: true }).click();
    await expect(page.getByText(/chose “Yes”\./)).toBeVisible();
    await send(page, "en");
    await page.context().close();
  });

  test("a student answers with the keyboard alone, and skips a question", async () => {
    const page = await open({ viewport: { width: 900, height: 800 } });
    const words = WORDS.en;
    await page.goto(address(get().instance));
    await expect(page.getByRole("button", { name: words.start })).toBeEnabled();
    await tabTo(page, words.slip);
    await page.keyboard.type(slips().take());
    await page.keyboard.press("Enter");
    for (let at = 1; at <= 6; at++) {
      await expect(page.getByText(words.question(at), { exact: true }).first()).toBeVisible();
      if (at !== 3) {
        await tabToRole(page, "radio");
        await page.keyboard.press("Space");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("ArrowDown");
      }
      await tabTo(page, at === 3 ? "Skip this question" : at === 6 ? words.toReview : words.next);
      await page.keyboard.press("Enter");
    }
    await expect(page.getByRole("heading", { name: words.review })).toBeFocused();
    await tabTo(page, words.send);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: words.done })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    await page.context().close();
  });
}

/** Two voices, one of which would send what it reads to somebody's server; what is spoken is kept in the page. */
function fakeVoices(): void {
  const said: string[] = [];
  const voices = [
    { name: "somewhere else", lang: "en-US", localService: false, default: true },
    { name: "on the device", lang: "en-US", localService: true, default: false },
  ];
  Object.defineProperty(window, "saidAloud", { value: said });
  Object.defineProperty(window, "SpeechSynthesisUtterance", {
    value: class {
      voice = { name: "" };
      constructor(readonly text: string) {}
    },
  });
  Object.defineProperty(window, "speechSynthesis", {
    value: {
      getVoices: () => voices,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      cancel: () => undefined,
      speak: (one: { text: string; voice: { name: string } }) => {
        said.push(`${one.voice.name}: ${one.text}`);
      },
    },
  });
}

function spoken(page: Page): Promise<string> {
  return page.evaluate(() =>
    (window as unknown as { saidAloud: string[] }).saidAloud.slice(-1).join(""),
  );
}

/** Of what a student did nothing stays in the browser but receipts: hashes of sealed ballots. */
async function expectOnlyReceiptsKept(page: Page): Promise<void> {
  expect(await page.context().cookies()).toEqual([]);
  const kept = await page.evaluate(() => [
    ...Object.entries(window.localStorage),
    ...Object.entries(window.sessionStorage),
  ]);
  expect(kept.map(([key]) => key)).toEqual(["hearth-receipts"]);
  expect(kept[0]?.[1]).toMatch(/^\[\{"waveId":"[0-9a-f-]{36}","receipts":\["[0-9a-f]{64}"\]\}\]$/);
}

const MOST_TABS = 20;

async function tabTo(page: Page, name: string): Promise<void> {
  await tabUntil(page, name, (wanted) => {
    const focused = document.activeElement;
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : null;
    return (label ?? focused?.textContent)?.trim() === wanted;
  });
}

async function tabToRole(page: Page, type: string): Promise<void> {
  await tabUntil(page, type, (wanted) => {
    const focused = document.activeElement;
    return focused instanceof HTMLInputElement && focused.type === wanted;
  });
}

async function tabUntil(
  page: Page,
  wanted: string,
  there: (wanted: string) => boolean,
): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await page.evaluate(there, wanted)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach "${wanted}"`);
}
