import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

import { type Browser, chromium, type Page } from "@playwright/test";

import { demoPages } from "@/e2e/support/demo-pages";
import { type Instance, startInstance } from "@/e2e/support/instance";
import { asOwner } from "@/e2e/support/pulse";
import { type Role, ROLES, Sessions } from "@/e2e/support/sessions";
import { demoTruths } from "@/prisma/seed/truths";

import { ensureProductionBuild } from "./server/production-build";

const LARGEST_BYTES = 300_000;
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

/** One picture of the README: at the size in which it is shown. */
interface Picture {
  readonly name: string;
  readonly role?: Role;
  readonly path: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** Done on the page before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/**
 * Starts the demo from the production build and takes the README's pictures into docs/screenshots, then every page in
 * light and dark on a phone and a desktop into tmp/screenshots, which git ignores.
 */
export async function takeScreenshots(
  root: string,
  executablePath: string,
  readmeOnly: boolean,
): Promise<void> {
  const note = (line: string) => void process.stdout.write(`${line}\n`);
  await ensureProductionBuild(root, ".next-e2e", note);
  note("Starting a demo district …");
  const instance = await startInstance({ demo: true });
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath,
    args: [...args, "--disable-dev-shm-usage"],
  });
  try {
    const sessions = new Sessions(instance, browser);
    await takeForReadme(root, sessions, note);
    if (!readmeOnly) await takeEveryPage(root, sessions, note);
  } finally {
    await browser.close();
    await instance.stop();
  }
}

async function takeForReadme(
  root: string,
  sessions: Sessions,
  note: (line: string) => void,
): Promise<void> {
  const directory = join(root, "docs/screenshots");
  mkdirSync(directory, { recursive: true });
  for (const picture of await readmePictures(sessions.instance)) {
    const page = await open(sessions, picture.role, { viewport: picture.viewport });
    await page.goto(`${sessions.instance.url}${picture.path}`);
    await picture.prepare?.(page);
    await settle(page);
    const path = join(directory, `${picture.name}.png`);
    await page.screenshot({ path });
    await page.context().close();
    const { size } = statSync(path);
    if (size > LARGEST_BYTES) throw new Error(`${path} has ${String(size)} bytes: too large`);
    note(`docs/screenshots/${picture.name}.png, ${String(Math.round(size / 1000))} kB`);
  }
}

async function readmePictures(instance: Instance): Promise<Picture[]> {
  const one = async (text: string) => (await asOwner<{ id: string }>(instance, text))[0]?.id ?? "";
  const flag = await one(`SELECT id FROM flags WHERE class_id = '${demoTruths.lowAndRising}'`);
  const wave = await one("SELECT id FROM waves WHERE state = 'open'");
  const student = new URL(instance.links?.student ?? "");
  return [
    { name: "overview", role: "administrator", path: "/overview", viewport: DESKTOP },
    {
      name: "student-question",
      path: `${student.pathname}${student.hash}`,
      viewport: PHONE,
      prepare: async (page) => {
        await page.getByRole("radio").nth(3).focus();
        await page.keyboard.press("Space");
      },
    },
    {
      name: "class-page",
      role: "teacher",
      path: `/classes/${demoTruths.lowAndRising}`,
      viewport: DESKTOP,
    },
    { name: "flag", role: "administrator", path: `/flags/${flag}`, viewport: DESKTOP },
    {
      name: "class-card",
      role: "administrator",
      path: `/waves/${wave}/classes/${demoTruths.freeSeats}/card`,
      viewport: DESKTOP,
    },
  ];
}

async function takeEveryPage(
  root: string,
  sessions: Sessions,
  note: (line: string) => void,
): Promise<void> {
  const directory = join(root, "tmp/screenshots");
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const pages = await demoPages(sessions.instance);
  for (const colorScheme of ["light", "dark"] as const) {
    const opened = new Map<Role | undefined, Page>();
    for (const role of [undefined, ...ROLES]) {
      opened.set(role, await open(sessions, role, { colorScheme }));
    }
    for (const { name, path, role } of pages) {
      const page = opened.get(role);
      if (page === undefined) continue;
      for (const [device, viewport] of [
        ["desktop", DESKTOP],
        ["phone", PHONE],
      ] as const) {
        await page.setViewportSize(viewport);
        await page.goto(`${sessions.instance.url}${path}`);
        await settle(page);
        await showAll(page);
        const file = join(directory, `${name}-${device}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: true });
      }
    }
    for (const page of opened.values()) await page.context().close();
  }
  note(`${String(pages.length * 4)} pictures of ${String(pages.length)} pages in tmp/screenshots`);
}

async function open(
  sessions: Sessions,
  role: Role | undefined,
  options: Parameters<Browser["newContext"]>[0],
): Promise<Page> {
  const still = { ...options, reducedMotion: "reduce" as const };
  if (role !== undefined) return sessions.page(role, still);
  return (await sessions.browser.newContext(still)).newPage();
}

/** Waits for what comes after the page, for fonts, and for charts in sight. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Makes the window as high as the page: charts are drawn when they come into sight. */
async function showAll(page: Page): Promise<void> {
  const { width } = page.viewportSize() ?? DESKTOP;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  await settle(page);
  // One that is folded away is never drawn.
  const blank = page.locator("canvas:not([width]):visible").first();
  await blank.waitFor({ state: "detached" });
}
