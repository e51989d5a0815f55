import { expect, type Page, test } from "@playwright/test";

import { generateCode } from "@/lib/ballots/wire/admission-code";

import { uploadAttendance, uploadRoster } from "../support/office";
import { admit, tapAnswers, WORDS } from "../support/phone";
import { asOwner, openPulse } from "../support/pulse";
import type { Sessions } from "../support/sessions";
import { arrived, expectAccessible, visit } from "../support/visits";

const ANSWERS = [3, 4, 3, 4, 3, 4];
/** Everything an import writes. */
const IMPORTED = [
  "orgs",
  "classes",
  "people",
  "enrollments",
  "attendance_records",
  "calendar_days",
];

/** What goes wrong in a school office and in a classroom: a message, and nothing half-written. */
export function badInput(
  get: () => Sessions,
  slips: () => { readonly joinCode: string; readonly take: () => string },
): void {
  const office = () => get().page("administrator");
  const counts = async () => {
    const rows = await asOwner<{ found: string }>(
      get().instance,
      `SELECT concat_ws(' ', ${IMPORTED.map((name) => `(SELECT count(*) FROM ${name})`).join(", ")}) AS found`,
    );
    return rows[0]?.found;
  };

  test("a zip that is broken is refused in words, and nothing changes", async () => {
    const page = await office();
    const before = await counts();
    const buffer = Buffer.from("PK\u0003\u0004 this was cut off");
    await uploadRoster(page, get().instance.url, {
      name: "broken.zip",
      mimeType: "application/zip",
      buffer,
    });
    await expect(page.getByText("This file cannot be used. Nothing was changed.")).toBeVisible();
    await arrived(page);
    await page.getByRole("button", { name: "Discard this file" }).click();
    await arrived(page, "Rosters");
    expect(await counts()).toBe(before);
    await page.context().close();
  });

  test("a roster whose files are not all there is refused, and nothing changes", async () => {
    const page = await office();
    const before = await counts();
    await uploadRoster(page, get().instance.url, {
      name: "orgs.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("sourcedId,name,type\r\nx,Elm,castle\r\n"),
    });
    await expect(page.getByText("This file cannot be used. Nothing was changed.")).toBeVisible();
    await arrived(page);
    expect(await counts()).toBe(before);
    await page.context().close();
  });

  test("a file that is no attendance is refused, and nothing changes", async () => {
    const page = await office();
    const before = await counts();
    await uploadAttendance(page, get().instance.url, {
      name: "attendance.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 255, 254]),
    });
    await expect(page.getByText(/cannot be read|cannot be used/).first()).toBeVisible();
    await arrived(page);
    expect(await counts()).toBe(before);
    await page.context().close();
  });

  test("columns that Hearth does not know are asked about", async () => {
    const page = await office();
    await uploadAttendance(page, get().instance.url, {
      name: "absences.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        "Kid,Day,What\r\nstu-0001,2026-09-30,gone\r\nstu-0002,2026-09-30,here\r\n",
      ),
    });
    await arrived(page, "Check an attendance file");
    await expect(page.getByRole("combobox", { name: "Student's number" })).toBeVisible();
    await page.context().close();
  });

  test("a session that has ended is said in the form, and the change is not made", async () => {
    const { url } = get().instance;
    const page = await office();
    await visit(page, `${url}/people`, "People");
    const form = page.getByRole("form", { name: "Invite a colleague" });
    await form.getByRole("radio", { name: "District administrator" }).check();
    await form.getByLabel("Name", { exact: true }).fill("Late Comer");
    await form.getByLabel("E-mail address").fill("late.comer@larkfield.example");
    await page.context().clearCookies();
    await form.getByRole("button", { name: "Make an invitation link" }).click();
    await expect(page.getByText("Your session has ended. Sign in again.")).toBeVisible();
    await expect(form.getByLabel("Name", { exact: true })).toHaveValue("Late Comer");
    const found = await asOwner(
      get().instance,
      "SELECT 1 FROM invitations WHERE email LIKE 'late%'",
    );
    expect(found).toEqual([]);
    await page.context().close();
  });

  test("a wrong password says no more than that it was wrong", async () => {
    const page = await (await get().browser.newContext()).newPage();
    const messages: string[] = [];
    for (const email of ["administrator@larkfield.example", "nobody@larkfield.example"]) {
      await visit(page, `${get().instance.url}/sign-in`, "Sign in");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password", { exact: true }).fill("not the password");
      await page.getByRole("button", { name: "Sign in" }).click();
      const message = page.getByRole("main").getByRole("alert");
      await expect(message).toBeVisible();
      await expectAccessible(page);
      messages.push(await message.innerText());
    }
    expect(messages[0]).toBe(messages[1]);
    await page.context().close();
  });

  test("codes: unknown class, mistyped slip, another class's slip, used slip", async () => {
    const { url } = get().instance;
    const page = await (await get().browser.newContext()).newPage();
    await page.goto(`${url}/s/ZZZZZZ`);
    await expect(page.getByText("We do not know this class code.")).toBeVisible();
    await expectAccessible(page);

    const seat = slips().take();
    await page.goto(`${url}/s/${slips().joinCode}`);
    await admit(page, "en", seat.slice(0, 7));
    await expect(page.getByRole("alert").filter({ hasText: "needs 8" })).toBeVisible();
    await admit(
      page,
      "en",
      generateCode("seat", (size) => crypto.getRandomValues(new Uint8Array(size))),
    );
    await tapAnswers(page, "en", ANSWERS);
    await refusedWith(page, "This code does not belong to this class.");
    await page.getByRole("button", { name: "Correct the code" }).click();
    await page.getByLabel(WORDS.en.slip).fill(seat);
    await page.getByRole("button", { name: /Send|Start/ }).click();
    await expect(page.getByRole("heading", { name: WORDS.en.done })).toBeVisible({
      timeout: 30_000,
    });

    await page.goto("about:blank");
    await page.goto(`${url}/s/${slips().joinCode}`);
    await admit(page, "en", seat);
    await tapAnswers(page, "en", ANSWERS);
    await refusedWith(page, "This slip has been used or replaced.");
    await page.context().close();
  });

  test("a pulse that closes while a student answers takes nothing, and says so", async () => {
    const { url } = get().instance;
    const page = await (await get().browser.newContext()).newPage();
    const pulse = await openPulse(get().instance, { classes: 1, students: 12 });
    const { joinCode = "", seatCodes } = pulse.classes[0] ?? { seatCodes: [] };
    await page.goto(`${url}/s/${joinCode}`);
    await admit(page, "en", seatCodes[0]);
    await tapAnswers(page, "en", ANSWERS);
    await asOwner(get().instance, "UPDATE waves SET closes_at = now() WHERE id = $1", [
      pulse.waveId,
    ]);
    await refusedWith(page, "This has closed.");
    await page.goto(`${url}/s/${joinCode}`);
    await expect(page.getByRole("heading", { name: "This has closed" })).toBeVisible();
    await expectAccessible(page);
    await page.context().close();
  });
}

async function refusedWith(page: Page, message: string): Promise<void> {
  await page.getByRole("button", { name: WORDS.en.send }).click();
  await expect(page.getByText(message).last()).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
}
