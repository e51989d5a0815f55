import { expect, type Page } from "@playwright/test";

import { arrived, visit } from "./visits";

/** What the school office does in Hearth before and around a pulse, by the words on the pages. */

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The first run of an empty installation: district and first administrator. Ends on their first page. */
export async function setUpDistrict(
  page: Page,
  { url, setUpPath }: { readonly url: string; readonly setUpPath: string },
  district: string,
  administrator: Account,
): Promise<void> {
  await visit(page, `${url}/`);
  await visit(page, `${url}${setUpPath}`, "Set up Hearth");
  await page.getByLabel("Name of your district or school").fill(district);
  await page.getByLabel("Time zone").selectOption("America/Chicago");
  await page.getByLabel("Your name").fill(administrator.name);
  await page.getByLabel("Your e-mail address").fill(administrator.email);
  await page.getByLabel("Choose a password").fill(administrator.password);
  await page.getByRole("button", { name: "Set up Hearth" }).click();
  await page.waitForURL((url) => url.pathname !== "/set-up");
  await arrived(page);
}

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Uploads a roster and stops at the page that shows what it would change. */
export async function uploadRoster(page: Page, origin: string, file: Upload): Promise<void> {
  await visit(page, `${origin}/rosters`, "Rosters");
  await page.getByLabel("OneRoster file").setInputFiles(file);
  await page.getByRole("button", { name: "Upload and compare" }).click();
}

export async function importRoster(page: Page, origin: string, file: Upload): Promise<void> {
  await uploadRoster(page, origin, file);
  await arrived(page, "What this roster changes");
  await page.getByRole("button", { name: "Apply these changes" }).click();
  await expect(page.getByText("The roster was imported.")).toBeVisible({ timeout: 60_000 });
  await arrived(page, "Rosters");
}

/** Uploads attendance and stops at what was understood of it, or at the columns to choose. */
export async function uploadAttendance(page: Page, origin: string, file: Upload): Promise<void> {
  await visit(page, `${origin}/attendance`, "Attendance");
  await page.getByLabel("Attendance file").setInputFiles(file);
  await page.getByRole("button", { name: "Upload and check" }).first().click();
}

export async function importAttendance(page: Page, origin: string, file: Upload): Promise<void> {
  await uploadAttendance(page, origin, file);
  await arrived(page, "Check an attendance file");
  await page.getByRole("button", { name: /^Import [\d,]+ rows$/ }).click();
  await expect(page.getByText("Attendance was imported.")).toBeVisible({ timeout: 60_000 });
  await arrived(page, "Attendance");
}

/** Invites a teacher of the roster and returns the link that the page shows once. */
export async function inviteTeacher(page: Page, origin: string, teacher: string): Promise<string> {
  await visit(page, `${origin}/people`, "People");
  const form = page.getByRole("form", { name: "Invite a colleague" });
  await form.getByRole("radio", { name: /^Teacher/ }).check();
  const choice = form.getByLabel("Who they are on the roster");
  const option = choice.getByRole("option", { name: new RegExp(`^${teacher}`) });
  await choice.selectOption(await option.getAttribute("value"));
  await form.getByRole("button", { name: "Make an invitation link" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  await arrived(page, "People");
  return link;
}

export async function acceptInvitation(page: Page, link: string, account: Account): Promise<void> {
  await visit(page, link, `Welcome, ${account.name}`);
  await page.getByLabel("Choose a password").fill(account.password);
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/invitation"));
  await arrived(page);
}

/** Invites a colleague who is not on the roster, for one school, and returns the link. */
export async function inviteColleague(
  page: Page,
  origin: string,
  colleague: Account & { readonly role: string; readonly school: string },
): Promise<string> {
  await visit(page, `${origin}/people`, "People");
  const form = page.getByRole("form", { name: "Invite a colleague" });
  await form.getByRole("radio", { name: colleague.role }).check();
  await form.getByRole("checkbox", { name: colleague.school }).check();
  await form.getByLabel("Name", { exact: true }).fill(colleague.name);
  await form.getByLabel("E-mail address").fill(colleague.email);
  await form.getByRole("button", { name: "Make an invitation link" }).click();
  return page.getByLabel("Invitation link").inputValue();
}
