import SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import type { MailSettings } from "./mail-settings";

const CONNECT_MS = 10_000;
const SILENT_MS = 30_000;

/**
 * What became of a message. refused: it is certain that nobody got it; `forGood` where the server says that there is no
 * such mailbox. unknown: the connection broke after the words were on their way, and they may have arrived. `answer` is
 * the server's own, or what went wrong.
 */
export type Delivery =
  | { readonly state: "sent"; readonly answer: string }
  | { readonly state: "refused"; readonly forGood: boolean; readonly answer: string }
  | { readonly state: "unknown"; readonly answer: string };

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/**
 * Hands one message to the mail server, on a connection of its own. nodemailer's transports try again by themselves when
 * a connection closes, and then nobody knows whether a message went out once or twice; here each stage is seen. Never
 * rejects.
 */
export function deliver(
  { host, port, tls, login }: MailSettings,
  envelope: Envelope,
  message: Buffer,
): Promise<Delivery> {
  const connection = new SMTPConnection({
    ...{ host, port },
    secure: tls === "implicit",
    requireTLS: tls === "required",
    ignoreTLS: tls === "off",
    tls: { minVersion: "TLSv1.2" },
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
  });
  return new Promise((resolve) => {
    let sending = false;
    const end = (delivery: Delivery) => {
      // In this order: closing ends the connection, and what comes after the first answer changes nothing.
      resolve(delivery);
      connection.close();
    };
    const fail = (error: SMTPConnection.SMTPError) => {
      end(failureOf(error, sending));
    };
    connection.on("error", fail);
    connection.on("end", () => {
      fail(new Error("the mail server closed the connection"));
    });
    const send = () => {
      sending = true;
      connection.send({ from: envelope.from, to: [envelope.to] }, message, (error, info) => {
        if (error) fail(error);
        else end({ state: "sent", answer: info.response });
      });
    };
    connection.connect((error) => {
      if (error) fail(error);
      else if (login === undefined) send();
      else {
        connection.login({ user: login.user, pass: login.password }, (refused) => {
          if (refused) fail(refused);
          else send();
        });
      }
    });
  });
}

function failureOf(error: SMTPConnection.SMTPError, sending: boolean): Delivery {
  const answer = error.response ?? error.message;
  const code = error.responseCode ?? 0;
  if (sending && code < 400 && error.code !== "EENVELOPE") return { state: "unknown", answer };
  return { state: "refused", forGood: error.command === "RCPT TO" && code >= 500, answer };
}
