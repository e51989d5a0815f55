import type { DigestFacts } from "./facts";
import { type ComposedMail, writeMail } from "./mail";
import { digestSections, requestWords } from "./sections";

/** Whom a mail is for, and where Hearth answers. */
export interface MailReader {
  readonly name: string;
  readonly district: string;
  /** Address of the installation, without a trailing slash. */
  readonly url: string;
}

/** The week's mail. The subject, which lies on locked screens, says that there is one and nothing else. */
export function composeDigest(
  reader: MailReader,
  facts: DigestFacts,
  stopUrl: string,
): ComposedMail {
  return writeMail({
    subject: `Your week in Hearth: ${reader.district}`,
    greeting: `Hello ${reader.name},`,
    opening:
      "This is what waits for you. Results are never in a mail: they stay behind your sign-in.",
    sections: digestSections(facts),
    closing: [
      { text: `Sent once a week by Hearth to you as staff of ${reader.district}.` },
      { text: "Stop this weekly mail", url: stopUrl },
    ],
    url: reader.url,
  });
}

/** To those named to receive them: that requests wait, and no word of whose or what they say. */
export function composeAsked(reader: MailReader, count: number): ComposedMail {
  return writeMail({
    subject: "Something waits for you in Hearth",
    greeting: `Hello ${reader.name},`,
    opening:
      "Students may ask for an adult in Hearth, and you are named to read what they send. For their sake this mail says how many wait, and nothing else.",
    sections: [{ title: "To read", lines: [{ text: requestWords(count), path: "/asked-for" }] }],
    closing: [
      {
        text: "Sent in the morning and at noon for as long as a request waits that nobody has marked as seen.",
      },
    ],
    url: reader.url,
  });
}

/** What an administrator sends themselves to see whether mail goes out. */
export function composeTest(reader: MailReader): ComposedMail {
  return writeMail({
    subject: "A test mail from Hearth",
    greeting: `Hello ${reader.name},`,
    opening: `If you read this, mail from ${reader.district} goes out.`,
    sections: [],
    closing: [
      { text: "Sent because you asked for it under Settings.", url: `${reader.url}/settings` },
    ],
    url: reader.url,
  });
}
