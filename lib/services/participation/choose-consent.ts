import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { findDistrict, setConsent } from "@/lib/data/district";
import { failure, type Result, success } from "@/lib/result";
import type { Consent } from "@/lib/waves/consent";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/** Sets whether students take part unless, or only if, their family says so: in waves planned from now on. */
export async function chooseConsent(
  context: ServiceContext,
  { consent }: { readonly consent: Consent },
): Promise<Result<{ readonly consent: Consent }, "forbidden">> {
  if (!can(context.actor, "participation.configure", undefined).allowed) {
    return failure("forbidden");
  }
  return inTransaction(async (tx) => {
    const before = (await findDistrict(tx))?.consent;
    if (before === consent) return success({ consent });
    await setConsent(tx, consent);
    await recordEvent(tx, context, {
      action: "participation.consent",
      subjectType: "district",
      subjectId: "1",
      detail: { from: before ?? "passive", to: consent },
    });
    return success({ consent });
  });
}
