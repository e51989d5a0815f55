import { type AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { createMailer, type Mailer } from "@/lib/server/mailer";
import type { MailSettings } from "@/lib/server/mail-settings";

/** A real mail server on this machine that keeps what it takes. */
export interface PostOffice {
  readonly mails: ParsedMail[];
  readonly settings: MailSettings;
  readonly mailer: Mailer;
  /** Answers the next recipients so, until it is undefined again. */
  refusal: { readonly code: number; readonly text: string } | undefined;
  /** Takes the words of the next mails and hangs up before it says so. */
  hangsUp: boolean;
  readonly close: () => Promise<void>;
}

const LOGIN = { user: "hearth", password: "s3cret p@ss" };

export async function openPostOffice(options: SMTPServerOptions = {}): Promise<PostOffice> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    // A look-up of this machine's name takes a second where there is no network.
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === LOGIN.user && password === LOGIN.password) callback(null, { user: username });
      else callback(new Error(`no such login, ${password ?? ""}`));
    },
    onRcptTo: (_address, _session, callback) => {
      const { refusal } = office;
      if (refusal === undefined) callback();
      else callback(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData: (stream, _session, callback) => {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        if (office.hangsUp) hangUp();
        else callback();
      });
    },
    ...options,
  });
  const sockets = new Set<{ destroy: () => void }>();
  server.server.on("connection", (socket: { destroy: () => void }) => sockets.add(socket));
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const settings: MailSettings = {
    host: "127.0.0.1",
    port: (server.server.address() as AddressInfo).port,
    tls: "off",
    login: LOGIN,
    from: { name: "Hearth", address: "hearth@larkfield.example" },
  };
  const office: PostOffice = {
    ...{ mails, settings, mailer: createMailer(settings) },
    refusal: undefined,
    hangsUp: false,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
  return office;
}
