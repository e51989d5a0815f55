import { expect, type Page } from "@playwright/test";

import { makeUnsubscribeToken } from "@/lib/digest/unsubscribe-token";
import { storedSecrets } from "@/lib/server/stored-secrets";
import type { PostOffice } from "@/lib/services/digest/testdata/post-office";

import type { Instance } from "./instance";
import { asOwner } from "./pulse";
import { visit } from "./visits";

/** Settings of a server whose mail goes to this post office. */
export function mailEnvironment({ settings }: PostOffice): Record<string, string> {
  const { host, port, login, from } = settings;
  const who = `${login?.user ?? ""}:${encodeURIComponent(login?.password ?? "")}`;
  return {
    HEARTH_SMTP_URL: `smtp://${who}@${host}:${String(port)}`,
    HEARTH_MAIL_FROM: `${from.name} <${from.address}>`,
  };
}

/** Sends a test mail from the settings; then stops the account's weekly mail by its link and turns it on again. */
export async function tryMail(
  page: Page,
  hearth: Instance,
  post: PostOffice,
  email: string,
): Promise<void> {
  const { url } = hearth;
  await visit(page, `${url}/settings`, "Settings");
  const password = post.settings.login?.password ?? "";
  await expect(page.getByText("127.0.0.1, port")).toBeVisible();
  expect(await page.content()).not.toContain(password);
  await page.getByRole("button", { name: "Send me a test mail" }).click();
  await expect(page.getByText(`The mail server took the mail for ${email}.`)).toBeVisible();
  expect(post.mails.map(({ subject }) => subject)).toEqual(["A test mail from Hearth"]);
  post.refusal = { code: 550, text: "mailbox is full" };
  await page.getByRole("button", { name: "Send me a test mail" }).click();
  await expect(page.getByText(/The mail was not sent.*mailbox is full/)).toBeVisible();
  post.refusal = undefined;

  const accounts = "SELECT id, weekly_mail AS weekly FROM accounts WHERE email = $1";
  const account = async () => {
    const [row] = await asOwner<{ id: string; weekly: boolean }>(hearth, accounts, [email]);
    if (row === undefined) throw new Error(`no account ${email}`);
    return row;
  };
  const token = makeUnsubscribeToken((await account()).id, storedSecrets(hearth.dataDir).nextauth);
  const oneClick = `${url}/api/mail/stop/${token}`;
  // A scanner opens the link and the page behind it: nothing changes.
  await visit(page, oneClick, "Weekly mail");
  expect((await account()).weekly).toBe(true);
  // A mail program posts to it, without a cookie and from nowhere.
  const stop = (address: string) =>
    fetch(address, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
  expect((await stop(`${url}/api/mail/stop/${token.slice(0, -4)}`)).status).toBe(404);
  expect((await account()).weekly).toBe(true);
  expect((await stop(oneClick)).status).toBe(200);
  expect((await account()).weekly).toBe(false);
  await visit(page, `${url}/account`, "Your account");
  await page.getByRole("checkbox", { name: "Send me a mail once a week" }).check();
  await page.getByRole("form", { name: "Weekly mail" }).getByRole("button").click();
  await expect(page.getByText("You get the weekly mail.")).toBeVisible();
  await page.goto(`${url}/mail/stop/${token}`);
  await page.getByRole("button", { name: "Stop the weekly mail" }).click();
  await expect(page.getByText("Stopped. You get no weekly mail any more.")).toBeVisible();
  expect((await account()).weekly).toBe(false);
}
