import { expect, type Page } from "@playwright/test";

import { normaliseCode } from "@/lib/ballots/wire/admission-code";
import { readManifest, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";

import type { OpenPulse } from "./pulse";
import { arrived, expectAccessible, visit } from "./visits";

/** What staff do with a pulse, by the words on the pages. */

/** Opens a pulse now for some classes of the one school, by their titles. Returns its id. */
export async function openPulseFor(
  page: Page,
  origin: string,
  pulse: {
    readonly title: string;
    readonly classes: readonly string[];
    readonly teacher?: boolean;
    /** Lets students write a few words. */
    readonly words?: boolean;
  },
): Promise<string> {
  await visit(page, `${origin}/waves/new`, "New pulse");
  await page.getByLabel("Name", { exact: true }).fill(pulse.title);
  if (pulse.teacher !== true) {
    await page.getByRole("radio", { name: "Some classes" }).check();
    for (const title of pulse.classes) await page.getByRole("checkbox", { name: title }).check();
  } else {
    for (const title of pulse.classes) await page.getByRole("radio", { name: title }).check();
  }
  await page.getByRole("radio", { name: "Now" }).check();
  if (pulse.words === true) {
    await page.getByRole("checkbox", { name: "Let students write a few words" }).check();
  }
  await page.getByRole("button", { name: "Open the pulse" }).click();
  await page.waitForURL(/\/waves\/[0-9a-f-]{36}$/, { timeout: 60_000 });
  await arrived(page, pulse.title);
  await expect(page.getByText(/^Open until /)).toBeVisible();
  return new URL(page.url()).pathname.slice("/waves/".length);
}

/** What stands on a printed sheet. */
export interface PrintedSlips {
  readonly classId: string;
  readonly title: string;
  readonly joinCode: string;
  readonly seatCodes: readonly string[];
}

/** Makes the slips of a class and reads the codes off the sheet, as whoever cuts it up does. */
export async function printSlips(
  page: Page,
  origin: string,
  target: { readonly waveId: string; readonly classId: string; readonly title: string },
): Promise<PrintedSlips> {
  const { waveId, classId, title } = target;
  await visit(page, `${origin}/waves/${waveId}`);
  await visit(page, `${origin}/waves/${waveId}/classes/${classId}/slips`, `Slips for ${title}`);
  const make = page.getByRole("button", { name: /^Make \d+ slips$/ });
  const again = page.getByRole("button", { name: "Make slips again" });
  await expect(make.or(again)).toBeVisible();
  if (await again.isVisible()) await again.click();
  await make.click();
  const slips = page.getByRole("list", { name: `Slips for ${title}` }).getByRole("listitem");
  await expect(slips.first()).toBeVisible();
  await arrived(page, `Slips for ${title}`);
  const texts = await slips.allInnerTexts();
  const read = (label: string) =>
    texts.map((text) => normaliseCode(new RegExp(`^${label} (.+)$`, "m").exec(text)?.[1] ?? ""));
  const [joinCode = ""] = read("Class");
  const seatCodes = read("Seat");
  expect(new Set(seatCodes).size, "every slip has a code of its own").toBe(texts.length);
  return { classId, title, joinCode, seatCodes };
}

/** The pulse as the phones of its students know it: the manifest from the server, the codes from paper. */
export async function pulseOnPaper(
  origin: string,
  waveId: string,
  sheets: readonly PrintedSlips[],
): Promise<OpenPulse> {
  const response = await fetch(`${origin}/api/manifests/${waveId}`);
  expect(response.status).toBe(200);
  const manifest = await response.text();
  const margins = readManifest(manifest)?.margins ?? [];
  // The town has one school: its margin for words, if there is one, is every student's.
  const words = margins.filter(({ level }) => level === TEXT_LEVEL).map(({ id }) => id);
  return {
    waveId,
    manifest,
    classes: sheets.map((sheet) => ({
      ...sheet,
      marginId:
        margins.find(({ label, level }) => label === sheet.title && level === "class")?.id ?? "",
      extraMargins: sheet.seatCodes.map(() => words),
    })),
  };
}

/** Closes an open pulse and waits until its results have been made. */
export async function closeAndAwaitResults(
  page: Page,
  origin: string,
  waveId: string,
): Promise<void> {
  await visit(page, `${origin}/waves/${waveId}`);
  await page.getByRole("button", { name: "Close now" }).click();
  const dialog = page.getByRole("dialog", { name: "Close this pulse for good?" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Close now" }).click();
  await expect(page.getByText("The results are in")).toBeVisible({ timeout: 60_000 });
  await arrived(page);
}
