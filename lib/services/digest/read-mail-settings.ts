import { can } from "@/lib/access/can";
import { findDigestSchedule, findDistrict } from "@/lib/data/district";
import { type DigestSchedule, nextDigest } from "@/lib/digest/schedule";
import { failure, type Result, success } from "@/lib/result";
import { environment } from "@/lib/server/environment";
import type { ServiceContext } from "../context";

/** How mail stands. Nothing here is a secret: the login and its password are on no page. */
export interface MailSettingsView {
  /** Null where no mail server is set. */
  readonly server: { readonly host: string; readonly port: number; readonly from: string } | null;
  /** A demonstration sends no mail: its people are invented. */
  readonly isDemo: boolean;
  readonly schedule: DigestSchedule;
  readonly timeZone: string;
  /** When the week's mail goes out next. */
  readonly next: Date;
}

export async function readMailSettings(
  context: ServiceContext,
): Promise<Result<MailSettingsView, "forbidden">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  const [district, schedule] = await Promise.all([findDistrict(), findDigestSchedule()]);
  if (district === null || schedule === null) return failure("forbidden");
  const { isDemo, timeZone } = district;
  const { mail } = environment();
  return success({
    server:
      mail === undefined ? null : { host: mail.host, port: mail.port, from: mail.from.address },
    ...{ isDemo, schedule, timeZone },
    next: nextDigest(context.now, timeZone, schedule),
  });
}
