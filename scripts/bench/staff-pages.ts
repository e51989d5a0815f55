import { type Browser, chromium } from "@playwright/test";

import { demoPages } from "@/e2e/support/demo-pages";
import { startInstance } from "@/e2e/support/instance";
import { Sessions } from "@/e2e/support/sessions";

import { CHROMIUM_FLAGS } from "./chromium-flags";
import type { Figure } from "./figure";
import { lighthouseScores } from "./lighthouse-scores";
import { benchLongList } from "./long-list";
import { weighPage } from "./page-weight";

/** Pages by their names in the list of demonstration pages. */
const AUDITED = ["overview", "class-low-and-rising", "flags"];
/** Charts and what else loads when it is in view: enough for what is in view at first. */
const SETTLE_MS = 1_000;

/** What staff's browsers get: JavaScript of every staff page, Lighthouse's desktop audit of three, and a long list. */
export async function benchStaffPages(): Promise<Figure[]> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  const instance = await startInstance({ demo: true });
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const sessions = new Sessions(instance, browser);
    const pages = (await demoPages(instance)).flatMap(({ name, path, role }) =>
      role === undefined ? [] : [{ name, role, address: instance.url + path }],
    );
    return [
      ...(await weights(browser, sessions, pages)),
      ...(await audits(executablePath, sessions, pages)),
      ...(await benchLongList(instance, browser, sessions)),
    ];
  } finally {
    await browser.close();
    await instance.stop();
  }
}

async function audits(
  executablePath: string,
  sessions: Sessions,
  pages: readonly StaffPage[],
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, role, address } of pages.filter((page) => AUDITED.includes(page.name))) {
    const { cookies } = await sessions.state(role);
    const cookie = cookies.map((one) => `${one.name}=${one.value}`).join("; ");
    const found = await lighthouseScores(executablePath, address, { desktop: true, cookie });
    figures.push({
      what: `Lighthouse, desktop, ${name}: lowest of ${String(found.audits)}`,
      result: `performance ${String(found.performance)}, accessibility ${String(found.accessibility)}`,
    });
  }
  return figures;
}

type StaffPage = { readonly name: string; readonly address: string } & {
  readonly role: Parameters<Sessions["state"]>[0];
};

/** The three that are audited by name, and the heaviest of all. */
async function weights(
  browser: Browser,
  sessions: Sessions,
  pages: readonly StaffPage[],
): Promise<Figure[]> {
  const found: { name: string; bytes: number; scripts: number }[] = [];
  for (const { name, role, address } of pages) {
    const storageState = await sessions.state(role);
    // Charts load when they come into view: a window as tall as any page shows all of them.
    const viewport = { width: 1_280, height: 8_000 };
    const weight = await weighPage(browser, address, SETTLE_MS, { storageState, viewport });
    found.push({ name, bytes: weight.scriptBytes, scripts: weight.scripts });
  }
  const line = (name: string, of: (typeof found)[number] | undefined) => ({
    what: `JavaScript, compressed, with what loads in view: ${name}`,
    result:
      of === undefined
        ? "not found"
        : `${(of.bytes / 1_000).toFixed(1)} kB in ${String(of.scripts)} files`,
  });
  const heaviest = found.toSorted((a, b) => b.bytes - a.bytes)[0];
  return [
    ...AUDITED.map((name) =>
      line(
        name,
        found.find((page) => page.name === name),
      ),
    ),
    line(`the most of ${String(found.length)} staff pages, ${heaviest?.name ?? ""}`, heaviest),
  ];
}
