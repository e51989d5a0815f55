import { inTransaction } from "@/lib/data/client";
import { storeInstrument } from "@/lib/data/instruments";
import type { AuditAction } from "@/lib/audit/event";
import { instrumentHash } from "@/lib/instruments/instrument-hash";
import type { Instrument } from "@/lib/instruments/instrument";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/** Stores an instrument and says so in the audit log, if it was not there before. `changed`: it was, with other words. */
export async function storeNew(
  context: ServiceContext,
  instrument: Instrument,
  action: Extract<AuditAction, `instrument.${string}`>,
): Promise<"new" | "known" | "changed"> {
  const hash = instrumentHash(instrument);
  return inTransaction(async (tx) => {
    const outcome = await storeInstrument(tx, instrument, hash);
    if (outcome === "new") {
      await recordEvent(tx, context, {
        action,
        subjectType: "district",
        subjectId: "1",
        detail: { instrument: instrument.title.en, version: instrument.version },
      });
    }
    return outcome;
  });
}
