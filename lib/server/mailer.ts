import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { type ComposedMail, oneLine } from "@/lib/digest/mail";
import { environment } from "./environment";
import type { MailSettings } from "./mail-settings";
import { deliver, type Delivery } from "./smtp-delivery";

export interface OutgoingMail extends ComposedMail {
  readonly to: { readonly name: string; readonly address: string };
  /** Stops further mails of this kind by a POST without signing in (RFC 8058). */
  readonly stopUrl?: string;
}

/** Sends one mail; `answer` is one line without the password. Never rejects. */
export interface Mailer {
  readonly send: (mail: OutgoingMail) => Promise<Delivery>;
}

/** Mail out of this process; null where no mail server is set. */
export function serverMailer(): Mailer | null {
  const { mail } = environment();
  return mail === undefined ? null : createMailer(mail);
}

export function createMailer(settings: MailSettings): Mailer {
  return {
    send: async (mail) => {
      const message = await build(settings, mail);
      const envelope = { from: settings.from.address, to: mail.to.address };
      const delivery = await deliver(settings, envelope, message);
      return { ...delivery, answer: oneAnswer(delivery.answer, settings) };
    },
  };
}

function build({ from }: MailSettings, mail: OutgoingMail): Promise<Buffer> {
  const { to, subject, text, html, stopUrl } = mail;
  return new MailComposer({
    from,
    to: { name: oneLine(to.name), address: to.address },
    ...{ subject, text, html },
    // A mail is made of words: nothing in it may name a file or an address to fetch.
    ...{ disableFileAccess: true, disableUrlAccess: true },
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(stopUrl === undefined
        ? {}
        : {
            "List-Unsubscribe": { prepared: true, value: `<${stopUrl}>` },
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }),
    },
  })
    .compile()
    .build();
}

/** A careless server may repeat what it was told. */
function oneAnswer(text: string, { login }: MailSettings): string {
  const line = oneLine(text).slice(0, 300);
  return login === undefined || login.password === "" ? line : line.replaceAll(login.password, "…");
}
