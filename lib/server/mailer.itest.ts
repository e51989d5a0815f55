import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { composeTest } from "@/lib/digest/compose";
import { openPostOffice, type PostOffice } from "@/lib/services/digest/testdata/post-office";
import { createMailer } from "./mailer";

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  office.mails.length = 0;
  office.refusal = undefined;
  office.hangsUp = false;
});

const reader = { name: "Kim Elm", district: "Larkfield", url: "http://localhost:3000" };
const mail = { ...composeTest(reader), to: { name: "Kim Elm", address: "kim@larkfield.example" } };

describe("mail through a real server", () => {
  it("arrives with both alternatives, from and to, as sent by a machine", async () => {
    const sent = await office.mailer.send({ ...mail, stopUrl: "http://localhost:3000/stop/a.b" });
    expect(sent).toMatchObject({ state: "sent" });
    const [got] = office.mails;
    expect(got?.from?.value).toEqual([{ name: "Hearth", address: "hearth@larkfield.example" }]);
    expect(got?.text).toContain("mail from Larkfield goes out");
    expect(got?.html).toContain("mail from Larkfield goes out");
    expect(got?.headers.get("auto-submitted")).toBe("auto-generated");
    const raw = Object.fromEntries(got?.headerLines.map(({ key, line }) => [key, line]) ?? []);
    expect(raw["list-unsubscribe"]).toBe("List-Unsubscribe: <http://localhost:3000/stop/a.b>");
    expect(raw["list-unsubscribe-post"]).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });

  it("lets no name start a header or reach a second mailbox", async () => {
    const name = 'Kim" <all@evil.example>,\r\nBcc: all@evil.example\r\n\r\nX';
    const subject = "Hi\r\nBcc: all@evil.example\r\nX-Evil: 1";
    await office.mailer.send({ ...mail, subject, to: { ...mail.to, name } });
    const [got] = office.mails;
    const to = got?.to;
    const all = to === undefined ? [] : Array.isArray(to) ? to.flatMap((of) => of.value) : to.value;
    expect(all.map(({ address }) => address)).toEqual(["kim@larkfield.example"]);
    expect(got?.bcc).toBeUndefined();
    expect(got?.headers.has("x-evil")).toBe(false);
    expect(got?.subject).toMatch(/^Hi\s+Bcc: all@evil\.example/);
  });

  it("is refused for now, for good, or with an end that nobody knows", async () => {
    office.refusal = { code: 451, text: "Try again later" };
    expect(await office.mailer.send(mail)).toMatchObject({ state: "refused", forGood: false });
    office.refusal = { code: 550, text: "No such mailbox" };
    const refused = await office.mailer.send(mail);
    expect(refused).toMatchObject({ state: "refused", forGood: true });
    expect(refused.answer).toContain("No such mailbox");
    office.refusal = undefined;
    office.hangsUp = true;
    expect(await office.mailer.send(mail)).toMatchObject({ state: "unknown" });
    expect(office.mails).toHaveLength(1);
  });

  it("is not sent with a wrong login, and the password is not in what the page is told", async () => {
    const login = { user: "hearth", password: "hunter2" };
    const sent = await createMailer({ ...office.settings, login }).send(mail);
    expect(sent).toMatchObject({ state: "refused", forGood: false });
    expect(sent.answer).toContain("no such login");
    expect(sent.answer).not.toContain("hunter2");
  });

  it("is not sent in the clear, nor to a server that cannot prove its name", async () => {
    const required = { ...office.settings, tls: "required" as const };
    expect(await createMailer(required).send(mail)).toMatchObject({ state: "refused" });
    const selfSigned = await openPostOffice({ disabledCommands: [] });
    const sent = await createMailer({ ...selfSigned.settings, tls: "required" }).send(mail);
    expect(sent).toMatchObject({ state: "refused", forGood: false });
    expect(sent.answer).toMatch(/certificate/i);
    const implicit = await openPostOffice({ secure: true });
    const over = await createMailer({ ...implicit.settings, tls: "implicit" }).send(mail);
    expect(over.answer).toMatch(/certificate/i);
    expect([...office.mails, ...selfSigned.mails, ...implicit.mails]).toEqual([]);
    await Promise.all([selfSigned.close(), implicit.close()]);
  });

  it("says so where no server answers", async () => {
    const gone = await openPostOffice();
    await gone.close();
    const sent = await gone.mailer.send(mail);
    expect(sent).toMatchObject({ state: "refused", forGood: false });
    expect(sent.answer).toContain("ECONNREFUSED");
  });
});
