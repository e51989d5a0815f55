import type { Browser, Page } from "@playwright/test";

import type { Instance } from "@/e2e/support/instance";
import { asOwner } from "@/e2e/support/pulse";
import type { Sessions } from "@/e2e/support/sessions";

import { type Figure, percentile, whole } from "./figure";

const ROWS = 5_000;
const SORTS = 10;
const STEPS = 120;
const STEP_PIXELS = 600;

/** A list of 5,000 classes: how long a press takes to be seen, and how long frames take while it scrolls. */
export async function benchLongList(
  instance: Instance,
  browser: Browser,
  sessions: Sessions,
): Promise<Figure[]> {
  await asOwner(
    instance,
    `INSERT INTO classes (id, title, class_type, grades, school_id, term_ids)
     SELECT 'bench-' || n, 'Room ' || n, 'homeroom', ARRAY[(1 + n % 12)::text], 'sch-1', '{}'
     FROM generate_series(1, ${String(ROWS)} - (SELECT count(*)::int FROM classes)) AS n`,
  );
  const storageState = await sessions.state("administrator");
  const figures: Figure[] = [];
  for (const [name, viewport] of [
    ["desktop", { width: 1_280, height: 900 }],
    ["phone", { width: 390, height: 844 }],
  ] as const) {
    const context = await browser.newContext({ storageState, viewport });
    const page = await context.newPage();
    await page.goto(`${instance.url}/classes`);
    await page.waitForLoadState("networkidle");
    const what = `List of ${whole(ROWS)} classes, ${name}`;
    const sorts = await timeSorts(page, name === "phone");
    const searches = await timeSearches(page);
    const frames = await timeScrolling(page);
    const words = (times: readonly number[]) =>
      `median ${percentile(times, 0.5).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`;
    figures.push(
      { what: `${what}: from a change of the order to the next paint`, result: words(sorts) },
      { what: `${what}: from a letter of a search to the next paint`, result: words(searches) },
      {
        what: `${what}: frames while it scrolls, ${whole(STEP_PIXELS)} pixels each`,
        result: `median ${percentile(frames, 0.5).toFixed(1)} ms, p95 ${percentile(frames, 0.95).toFixed(1)} ms, slowest ${Math.max(...frames).toFixed(0)} ms`,
      },
      {
        what: `${what}: rows in the page`,
        result: String(await page.locator("tbody tr[data-index]").count()),
      },
    );
    await context.close();
  }
  return figures;
}

/** In the page, as text: what is compiled here calls functions that no page has. */
const painted = (act: string) => `(async () => {
  const began = performance.now();
  ${act}
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - began;
})()`;

async function timeSorts(page: Page, phone: boolean): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < SORTS; round += 1) {
    const act = phone
      ? `const order = [...document.querySelectorAll("main select")].at(-1);
         const value = ["class:asc", "class:desc", "grade:asc"][${String(round % 3)}];
         Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(order, value);
         order.dispatchEvent(new Event("change", { bubbles: true }));`
      : `document.querySelectorAll("th button")[${String(round % 3)}].click();`;
    times.push(await page.evaluate<number>(painted(act)));
    await page.waitForTimeout(400);
  }
  return times;
}

async function timeSearches(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const text of ["r", "ro", "roo", "room", "room 4", "room 49", "room 4", "room", ""]) {
    const act = `const field = document.querySelector("main input[type=search]");
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, ${JSON.stringify(text)});
      field.dispatchEvent(new Event("input", { bubbles: true }));`;
    times.push(await page.evaluate<number>(painted(act)));
    await page.waitForTimeout(400);
  }
  return times;
}

async function timeScrolling(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(`(async () => {
    const frame = document.querySelector("main [role=group] > table").parentElement;
    const times = [];
    let last = 0;
    for (let step = 0; step < ${String(STEPS)}; step += 1) {
      frame.scrollTop += ${String(STEP_PIXELS)};
      const now = await new Promise((done) => requestAnimationFrame(done));
      if (last > 0) times.push(now - last);
      last = now;
    }
    return times;
  })()`);
}
