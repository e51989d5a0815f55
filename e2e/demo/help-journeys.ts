import { devices, expect, type Page, test } from "@playwright/test";

import { admit, send, tapAnswers } from "../support/phone";
import { asOwner, openPulse } from "../support/pulse";
import { PRINCIPAL, type Sessions } from "../support/sessions";
import { expectAccessible, visit } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];

/** What students find when they want help, and how questions are read to those who cannot read yet. */
export function helpJourneys(
  get: () => Sessions,
  slips: () => { readonly joinCode: string; readonly take: () => string },
): void {
  test("an administrator sets where to find help; a student asks for an adult without a script; the receiver closes it", async () => {
    test.setTimeout(180_000);
    const { instance, browser } = get();
    await get().state("principal");
    const office = await get().page("administrator");
    await visit(office, `${instance.url}/help-for-students`, "Help for students");
    await addLine(office);
    await nameReceiver(office);
    await inBothSchemes(office);

    // With a script: the thank-you has the line, and the way to the form.
    const phone = await (await browser.newContext(PHONE)).newPage();
    await phone.goto(`${instance.url}/s/${slips().joinCode}?lang=en`);
    await admit(phone, "en", slips().take());
    await tapAnswers(phone, "en", [4, 4, 4, 4, 4, 4]);
    await send(phone, "en");
    const chat = phone.getByRole("link", { name: "Youth Line: chat online" });
    await expect(chat).toHaveAttribute("rel", "noreferrer noopener");
    await expect(phone.getByRole("link", { name: "(555) 010-0199" })).toHaveAttribute(
      "href",
      "tel:5550100199",
    );
    await phone.getByRole("link", { name: "Ask for an adult" }).click();
    await expect(phone.getByText("It goes to Dr. Solberg.")).toBeVisible();
    await inBothSchemes(phone);
    const form = phone.url();
    await phone.context().close();

    await askWithoutScript(get(), form);
    await receive(get());

    await office.getByRole("button", { name: `Remove ${PRINCIPAL.name}` }).click();
    await office.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(office.getByText("Students cannot ask yet")).toBeVisible();
    await visit(office, form, "Ask for an adult");
    await expect(office.getByText(/^Nobody receives this form here/)).toBeVisible();
    await office.context().close();
  });

  test("an administrator uploads a recording, and a child hears it in place of the device", async () => {
    const { instance, browser } = get();
    const office = await get().page("administrator");
    await visit(office, `${instance.url}/instruments/hearth-faces-k-2.2`);
    await office.getByText("Upload a recording").first().click();
    const upload = office.getByRole("form", { name: /^Recording of/ }).first();
    await upload.getByLabel("Recording", { exact: true }).setInputFiles({
      ...{ name: "voice.wav", mimeType: "text/html", buffer: Buffer.from("<html>") },
    });
    await upload.getByRole("button", { name: "Upload it" }).click();
    await expect(upload.getByText(/^This is no recording/)).toBeVisible();
    await upload.getByLabel("Recording", { exact: true }).setInputFiles({
      ...{ name: "voice.html", mimeType: "text/html", buffer: tone() },
    });
    await upload.getByRole("button", { name: "Upload it" }).click();
    await expect(office.getByText("English (1 of 4)")).toBeVisible();
    await inBothSchemes(office);
    await office.context().close();

    const size = { classes: 1, students: 12, instrument: "hearth-faces-k-2" };
    const { joinCode = "", seatCodes = [] } = (await openPulse(instance, size)).classes[0] ?? {};
    const phone = await (await browser.newContext(PHONE)).newPage();
    const page = await phone.goto(
      `${instance.url}/s/${joinCode}?lang=en#seat=${seatCodes[0] ?? ""}`,
    );
    // Nothing that the page fetches says where it was asked for.
    expect(page?.headers()["referrer-policy"]).toBe("no-referrer");
    await admit(phone, "en");
    const played = () =>
      phone.locator("audio").evaluate((audio: HTMLAudioElement) => audio.played.length);
    await phone.getByRole("button", { name: "Read it to me" }).click();
    await expect.poll(played).toBe(1);
    const heard = await phone
      .locator("audio")
      .evaluate((audio: HTMLAudioElement) => audio.currentSrc);
    expect(new URL(heard).pathname).toMatch(/^\/api\/recordings\/[0-9a-f]{64}$/);
    expect((await phone.request.get(heard)).headers()["content-type"]).toBe("audio/wav");
    await phone.context().close();
  });
}

async function addLine(office: Page): Promise<void> {
  await office.getByRole("button", { name: "Add a line" }).click();
  await office.getByLabel("Name", { exact: true }).fill("Youth Line");
  await office.getByLabel("Telephone").fill("(555) 010-0199");
  await office.getByLabel("Chat address").fill("http://chat.example.org");
  await office.getByRole("button", { name: "Save" }).click();
  await expect(office.getByText("Use an address that begins with https://")).toBeVisible();
  await office.getByLabel("Chat address").fill("https://chat.example.org");
  await expectAccessible(office);
  await office.getByRole("button", { name: "Save" }).click();
  await expect(office.getByText("Youth Line: chat online")).toBeVisible();
}

async function nameReceiver(office: Page): Promise<void> {
  await office.getByRole("button", { name: "Name somebody" }).click();
  await office
    .getByLabel("Colleague")
    .selectOption({ label: `${PRINCIPAL.name} (school administrator)` });
  await office.getByLabel("What students read").fill("Dr. Solberg");
  await expectAccessible(office);
  await office.getByRole("button", { name: "Save" }).click();
  await expect(office.getByText("Students read “Dr. Solberg”")).toBeVisible();
}

/** Axe needs scripts, so it has looked at the form already. */
async function askWithoutScript({ browser }: Sessions, address: string): Promise<void> {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel("What is it about?").fill("At lunch, please.");
  await page.getByLabel("Your name").fill("\u200b");
  await page.getByRole("button", { name: "Send this with my name" }).click();
  await expect(page.getByText("Write your name, so that they can find you.")).toBeVisible();
  await expect(page.getByLabel("What is it about?")).toHaveValue("At lunch, please.");
  await page.getByLabel("Your name").fill("Ana Ruiz");
  await page.getByRole("button", { name: "Send this with my name" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "It has been sent" })).toBeVisible();
  await expect(page.getByText(/^It went to Dr\. Solberg\./)).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await context.close();
}

async function receive(sessions: Sessions): Promise<void> {
  const { url } = sessions.instance;
  const page = await sessions.page("principal");
  await visit(page, `${url}/asked-for`, "Students who asked for an adult");
  await expect(page.getByText("1 new request").first()).toBeAttached();
  await inBothSchemes(page);
  await page.getByRole("link", { name: "Ana Ruiz" }).click();
  await expect(page.getByText("At lunch, please.")).toBeVisible();
  await inBothSchemes(page);
  await page.getByLabel(/^Done/).check();
  await page.getByLabel("Note").fill("Talked at lunch.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Last: done, Maren Solberg/)).toBeVisible();
  const events = await asOwner<{ detail: unknown }>(
    sessions.instance,
    "SELECT detail FROM audit_events WHERE action LIKE 'adult.%'",
  );
  expect(JSON.stringify(events)).not.toMatch(/Ana|lunch/);
  await page.context().close();
}

async function inBothSchemes(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Half a second of a tone: WAV, one channel, 8,000 samples a second of 8 bits. */
function tone(): Buffer {
  const samples = Buffer.from(
    Array.from({ length: 4000 }, (_sample, at) => 128 + Math.round(40 * Math.sin(at / 3))),
  );
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
