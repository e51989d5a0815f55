import { can } from "@/lib/access/can";
import { listImportedInstruments } from "@/lib/data/instruments";
import { composeInstrument } from "@/lib/instruments/compose";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { instrumentKey } from "./read-instruments";
import { storeNew } from "./store-new";

const LONGEST_TITLE = 80;

/** Puts a form of one's own together from Hearth's questions, for pulses to ask. */
export async function composeForm(
  context: ServiceContext,
  request: { readonly title: string; readonly items: readonly string[] },
): Promise<Result<{ readonly key: string }, "forbidden" | "invalid">> {
  if (!can(context.actor, "instruments.import", undefined).allowed) return failure("forbidden");
  const title = request.title.trim();
  if (title.length > LONGEST_TITLE) {
    return failure("invalid", { fields: { title: "Use at most 80 characters." } });
  }
  const composed = composeInstrument(
    { title, itemIds: request.items },
    await listImportedInstruments(),
  );
  if (!composed.ok) return failure("invalid", { fields: { [composed.field]: composed.reason } });
  const { instrument } = composed;
  const stored = await storeNew(context, instrument, "instrument.composed");
  if (stored === "changed") {
    // Somebody else made one of this name in the same moment.
    return failure("invalid", { fields: { title: "Try again: there is a new version by now." } });
  }
  return success({ key: instrumentKey(instrument) });
}
