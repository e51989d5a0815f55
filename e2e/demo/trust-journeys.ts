import { devices, expect, type Page, test } from "@playwright/test";

import { shortHash } from "@/lib/ballots/wire/short-hash";

import { admit, awake, send, tapAnswers } from "../support/phone";
import { asOwner } from "../support/pulse";
import type { Sessions } from "../support/sessions";
import { expectAccessible, visit } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];
const NOBODYS = "00000000-0000-4000-8000-000000000000";

/** The page that everybody may read of a pulse. `slips` hands out one unused slip a call. */
export function trustJourneys(
  get: () => Sessions,
  slips: () => { readonly joinCode: string; readonly take: () => string },
): void {
  const open = async (options: Parameters<Sessions["browser"]["newContext"]>[0] = PHONE) =>
    (await get().browser.newContext(options)).newPage();
  const waveIn = async (state: string) =>
    (
      await asOwner<{ id: string }>(
        get().instance,
        // The demonstration's own: other journeys leave small ones behind.
        `SELECT id FROM waves WHERE state = $1
         ORDER BY (SELECT count(*) FROM margins WHERE wave_id = waves.id) > 20 DESC, opens_at DESC LIMIT 1`,
        [state],
      )
    )[0]?.id ?? "";
  const receiptsOf = async (waveId: string) => {
    const response = await fetch(`${get().instance.url}/api/proofs/${waveId}`);
    return (await response.text()).trim().split("\n");
  };

  test("a student reads how it stays private, answers, and is told that the list comes later", async () => {
    const page = await open();
    const requests = watchRequests(page);
    await page.goto(`${get().instance.url}/s/${slips().joinCode}?lang=en#seat=${slips().take()}`);
    await awake(page);
    await page.getByText("How this stays private", { exact: true }).click();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Read what is promised, and what is not" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "How this pulse stays private",
    );
    await expect(
      page.getByText("How many have answered so far is shown to nobody here"),
    ).toBeVisible();
    await expect(page.getByText("This device keeps no receipt of this pulse.")).toBeVisible();
    await expectAccessible(page);

    // The slip's code is still there for whoever comes back.
    await page.goBack();
    await admit(page, "en");
    await tapAnswers(page, "en", [5, 4, 4, 5, 3, 4]);
    await send(page, "en");
    await page.getByRole("link", { name: "See later that it was counted" }).click();
    await expect(page.getByText("This device keeps one receipt of this pulse.")).toBeVisible();
    await expect(
      page.getByText("Not in the list yet: lists come when the pulse is sealed."),
    ).toBeVisible();
    await expectAccessible(page);
    await page.locator("nav summary").click();
    await page.getByRole("link", { name: "Español" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(
      page.getByText("Este aparato guarda un comprobante de esta encuesta."),
    ).toBeVisible();
    expect(await page.locator("main").innerText()).not.toMatch(/\b(your|ballots?|receipts?)\b/i);
    expect(await page.context().cookies()).toEqual([]);
    expect(requests.leaky()).toEqual([]);
    await page.context().close();
  });

  test("after the seal a device finds its ballots in the list, misses one, and forgets them", async () => {
    const waveId = await waveIn("sealed");
    const receipts = await receiptsOf(waveId);
    const [own = "", other = ""] = [receipts[7], receipts.at(-9)];
    const page = await open();
    const requests = watchRequests(page);
    const address = `${get().instance.url}/trust/${waveId}?lang=en`;
    await visit(page, address, "How this pulse stays private");
    await expect(page.getByText("This device keeps no receipt of this pulse.")).toBeVisible();

    await keep(page, waveId, [own, other]);
    await expect(page.getByText("2 of 2 ballots cast on this device were counted.")).toBeVisible();
    await page.getByText("Receipts on this device", { exact: true }).click();
    await expect(page.getByRole("listitem").filter({ hasText: shortHash(own) })).toContainText(
      "counted",
    );
    await keep(page, waveId, [own, "ab".repeat(32)]);
    await expect(page.getByText("Missing from the list: 1 of 2 ballots")).toBeVisible();
    await expectAccessible(page);

    await page.getByLabel("Look for a receipt").fill(shortHash(other).slice(0, 11).toLowerCase());
    await expect(page.getByText(other)).toBeVisible();
    await page.getByLabel("Look for a receipt").fill("UUUU");
    await expect(page.getByText("No receipt in the list begins like that.")).toBeVisible();
    // Nothing of what was kept or typed has left the device.
    const asked = requests.all().join("\n");
    for (const receipt of [own, other]) {
      expect(asked).not.toContain(receipt.slice(0, 8));
      expect(asked).not.toContain(shortHash(receipt).slice(0, 6));
    }

    await page.getByText("Receipts on this device", { exact: true }).click();
    await page.getByRole("button", { name: "Forget the receipts on this device" }).click();
    await expect(page.getByText("The receipts were removed from this device.")).toBeVisible();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await expectAccessible(page);
    expect(await page.context().cookies()).toEqual([]);
    expect(requests.leaky()).toEqual([]);
    await page.context().close();
  });

  test("without a script the list is there in parts", async () => {
    const waveId = await waveIn("sealed");
    const receipts = await receiptsOf(waveId);
    const page = await open({ ...PHONE, javaScriptEnabled: false });
    await page.goto(`${get().instance.url}/trust/${waveId}?lang=en`);
    await page.getByText("The whole list", { exact: true }).click();
    const [sign = ""] = shortHash(receipts[20] ?? "");
    await page.getByRole("link", { name: sign, exact: true }).click();
    for (const receipt of receipts.filter((each) => shortHash(each).startsWith(sign))) {
      await expect(page.getByText(shortHash(receipt))).toBeVisible();
    }
    await page.context().close();
  });

  test("the page and the list of no pulse look like any other missing page", async () => {
    const page = await open();
    const shown = async (path: string) => {
      const response = await page.goto(`${get().instance.url}${path}`);
      return [response?.status(), await page.title(), await page.locator("body").innerText()];
    };
    const missing = await shown("/nothing-here");
    expect(missing[0]).toBe(404);
    expect(await shown(`/trust/${NOBODYS}`)).toEqual(missing);
    expect(await shown("/trust/no-such-pulse")).toEqual(missing);
    const lists = [NOBODYS, await waveIn("open"), "no-such-pulse"].map(async (id) => {
      const response = await fetch(`${get().instance.url}/api/proofs/${id}`);
      return [response.status, await response.text(), response.headers.get("cache-control")];
    });
    for (const list of lists) expect(await list).toEqual([404, '{"code":"missing"}', "no-store"]);
    await page.context().close();
  });
}

/** Puts receipts on the device as an earlier visit would have, and opens the page again. */
async function keep(page: Page, waveId: string, receipts: readonly string[]): Promise<void> {
  await page.evaluate(
    (kept) => {
      localStorage.setItem("hearth-receipts", JSON.stringify([kept]));
    },
    { waveId, receipts: [...receipts] },
  );
  await page.reload();
}

/** What the page asks for: all of it, and what names where it came from or goes to another host. */
function watchRequests(page: Page) {
  const all: string[] = [];
  const leaky: string[] = [];
  page.on("request", (request) => {
    all.push(`${request.url()} ${request.postData() ?? ""}`);
    const { referer = "", cookie } = request.headers();
    const foreign = new URL(request.url()).hostname !== "localhost";
    // A font names the style sheet that asks for it, which is the same on every page.
    const named = referer !== "" && !referer.includes("/_next/static/");
    if (foreign || named || cookie !== undefined) leaky.push(request.url());
  });
  return { all: () => all, leaky: () => leaky };
}
