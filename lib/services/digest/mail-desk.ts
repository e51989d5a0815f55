import { findDistrict } from "@/lib/data/district";
import type { Mailer } from "@/lib/server/mailer";

/** What every mail of this installation needs. */
export interface MailDesk {
  readonly mailer: Mailer;
  /** Address of the installation, without a trailing slash. */
  readonly url: string;
  /** Signs links that stop a mail. */
  readonly secret: string;
}

/** The district whose staff is written to; null where nobody is: not set up, or a demonstration of invented people. */
export async function findMailDistrict(): Promise<{
  readonly name: string;
  readonly timeZone: string;
} | null> {
  const district = await findDistrict();
  return district === null || district.isDemo ? null : district;
}
