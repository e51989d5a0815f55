import { devices, expect, type Page, test } from "@playwright/test";

import { admit, awake, send, tapAnswers, WORDS } from "../support/phone";
import { asOwner, openPulse } from "../support/pulse";
import type { Sessions } from "../support/sessions";
import { expectAccessible } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];
const ANSWERS = [5, 4, 4, 5, 3, 4];

/** Students in a classroom whose network comes and goes. */
export function offlineJourneys(get: () => Sessions): void {
  const open = async (students = 12) => {
    const { instance, browser } = get();
    const pulse = await openPulse(instance, { classes: 1, students });
    const { joinCode = "", seatCodes = [] } = pulse.classes[0] ?? {};
    const context = await browser.newContext(PHONE);
    const slip = (at: number) =>
      `${instance.url}/s/${joinCode}?lang=en#seat=${seatCodes[at] ?? ""}`;
    const cast = async () =>
      (await asOwner(instance, "SELECT 1 FROM ballot_box WHERE wave_id = $1", [pulse.waveId]))
        .length;
    return { context, slip, cast, page: await context.newPage() };
  };

  test("a student answers without a network, leaves, and the ballot goes out when it is back", async () => {
    const { context, page, slip, cast } = await open();
    await page.goto(slip(0));
    await admit(page, "en");
    await readyForNoNetwork(page);
    await context.setOffline(true);
    await tapAnswers(page, "en", ANSWERS);
    await page.getByRole("button", { name: WORDS.en.send }).click();
    await expect(page.getByRole("heading", { name: WORDS.en.waiting })).toBeVisible();
    await expectAccessible(page);
    expect(await cast()).toBe(0);
    await expectNothingReadable(page);

    // A reload without a network finds the page, and the ballot.
    await page.reload();
    await expect(page.getByRole("heading", { name: WORDS.en.waiting })).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByRole("heading", { name: WORDS.en.done })).toBeVisible({
      timeout: 30_000,
    });
    expect(await cast()).toBe(1);
    await expectForgotten(page);
    await context.close();
  });

  test("two students one after the other on one device, the first without a network", async () => {
    const { context, page, slip, cast } = await open();
    await page.goto(slip(0));
    await admit(page, "en");
    await readyForNoNetwork(page);
    await context.setOffline(true);
    await tapAnswers(page, "en", ANSWERS);
    await page.getByRole("button", { name: WORDS.en.send }).click();
    await expect(page.getByRole("heading", { name: WORDS.en.waiting })).toBeVisible();
    await page.getByRole("button", { name: "Next student" }).click();
    await expect(page.getByLabel(WORDS.en.slip)).toHaveValue("");
    // The next slip is scanned into the same tab: nothing of the first student is on the screen.
    await page.goto("about:blank");
    await page.goto(slip(1));
    await awake(page);
    await expect(page.getByText(WORDS.en.question(1), { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await tapAnswers(page, "en", [1, 1, 2, 1, 2, 1]);
    await context.setOffline(false);
    await send(page, "en");
    await expect.poll(cast, { timeout: 30_000 }).toBe(2);
    // The worker has sent the first student's; the next page takes over its receipt.
    await page.reload();
    await awake(page);
    await expectForgotten(page);
    await context.close();
  });

  test("a network that fails in the middle of sending loses and doubles nothing", async () => {
    const { context, page, slip, cast } = await open();
    await page.goto(slip(0));
    await admit(page, "en");
    await tapAnswers(page, "en", ANSWERS);
    // Every request arrives, and no answer comes back, until the network is mended.
    let broken = true;
    await context.route("**/api/ballots/*", async (route) => {
      if (!broken) return route.continue();
      await route.fetch();
      return route.abort("internetdisconnected");
    });
    await page.getByRole("button", { name: WORDS.en.send }).click();
    await expect(page.getByRole("heading", { name: WORDS.en.waiting })).toBeVisible({
      timeout: 30_000,
    });
    broken = false;
    await page.getByRole("button", { name: "Send now" }).click();
    await expect(page.getByRole("heading", { name: WORDS.en.done })).toBeVisible({
      timeout: 30_000,
    });
    expect(await cast()).toBe(1);
    await context.close();
  });
}

/** The parts that come while the student reads are there, and the worker has kept the page. */
async function readyForNoNetwork(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const path = window.location.pathname;
    for (let tries = 0; tries < 100; tries++) {
      const kept = await (await caches.open("hearth-student-1")).keys();
      const paths = kept.map(({ url }) => new URL(url).pathname);
      const whole = (start: string) => paths.some((one) => one.startsWith(start));
      if (paths.includes(path) && whole("/s/files/send-ballot") && whole("/api/manifests/")) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("the page is not kept");
  });
  await page.waitForLoadState("networkidle");
}

/** Everything that the browser has stored, as text: keys are shown as what a script can get of them. */
async function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const request = indexedDB.open("hearth");
    const store = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error("no store"));
      };
    });
    const all: string[] = [];
    for (const name of store.objectStoreNames) {
      const rows = store.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => {
        rows.onsuccess = resolve;
      });
      for (const row of rows.result as Record<string, unknown>[]) {
        for (const value of Object.values(row)) {
          if (value instanceof CryptoKey) all.push(value.extractable ? "a readable key" : "key");
          else if (value instanceof ArrayBuffer) all.push(new TextDecoder("latin1").decode(value));
          else all.push(JSON.stringify(value));
        }
      }
    }
    store.close();
    return [
      ...all,
      ...Object.entries(localStorage).flat(),
      ...Object.entries(sessionStorage).flat(),
    ].join("\n");
  });
}

async function expectNothingReadable(page: Page): Promise<void> {
  const text = await stored(page);
  expect(text).toContain("key");
  for (const part of ["a readable key", "seatCode", "answers", "[5,4,4,5,3,4]"]) {
    expect(text).not.toContain(part);
  }
}

/** After the acknowledgement: receipts, and nothing else. */
async function expectForgotten(page: Page): Promise<void> {
  await expect
    .poll(() => stored(page))
    .toMatch(
      /^hearth-receipts\n\[\{"waveId":"[0-9a-f-]{36}","receipts":\[("[0-9a-f]{64}",?)+\]\}\]$/u,
    );
}
