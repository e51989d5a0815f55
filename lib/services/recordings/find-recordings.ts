import { findRecordingBytes, listRecordings } from "@/lib/data/recordings";
import type { Instrument, Language } from "@/lib/instruments/instrument";
import { saidHash, spokenWords } from "@/lib/recordings/spoken-words";

/** A recording of an item's own words in a language. */
export interface FoundRecording {
  readonly itemId: string;
  readonly language: Language;
  readonly sha256: string;
}

/** Every recording that says the words of this instrument; those of other words under the same name are left out. */
export async function findRecordings(instrument: Instrument): Promise<FoundRecording[]> {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const rows = await listRecordings([...items.keys()]);
  return rows.flatMap(({ itemId, itemVersion, language, said, sha256 }) => {
    const item = items.get(itemId);
    if (item === undefined || item.version !== itemVersion) return [];
    const words = spokenWords(instrument, item, language as Language);
    if (words === null || saidHash(words) !== said) return [];
    return [{ itemId, language: language as Language, sha256 }];
  });
}

/** The sound with this hash, for anybody: it says what every student reads. Null when no item has it now. */
export async function readRecording(
  sha256: string,
): Promise<{ readonly contentType: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  return /^[0-9a-f]{64}$/.test(sha256) ? findRecordingBytes(sha256) : null;
}
