import { isLocale } from "@/lib/i18n/locales";
import type { RecordingKey } from "@/lib/data/recordings";
import { saidHash, spokenWords } from "@/lib/recordings/spoken-words";
import { listInstruments } from "../instruments/read-instruments";

/** An item of an instrument in a language, as a form names it. */
export interface SpokenItem {
  /** The instrument's key. */
  readonly instrument: string;
  readonly itemId: string;
  readonly language: string;
}

/** What a recording of it is stored under; null when there is no such item, or not in this language. */
export async function recordingKeyOf(asked: SpokenItem): Promise<RecordingKey | null> {
  const { language, itemId } = asked;
  const found = (await listInstruments()).find(({ key }) => key === asked.instrument);
  const item = found?.instrument.items.find(({ id }) => id === itemId);
  if (found === undefined || item === undefined || !isLocale(language)) return null;
  const words = spokenWords(found.instrument, item, language);
  if (words === null) return null;
  return { itemId, itemVersion: item.version, language, said: saidHash(words) };
}
