import type { Instrument } from "@/lib/instruments/instrument";
import { listInstruments } from "./read-instruments";

/**
 * An instrument that students can be asked, by its key; null for any other. For everybody, without a session: what is
 * asked is no secret, and this says nothing of who is asked, when, or whether at all.
 */
export async function readPublicQuestions(key: string): Promise<Instrument | null> {
  const found = (await listInstruments()).find((entry) => entry.key === key);
  return found?.inPulses === true ? found.instrument : null;
}
