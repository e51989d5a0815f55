import { canonicalJson } from "@/lib/canonical-json";
import {
  type Instrument,
  type Item,
  type Language,
  languagesOf,
  sayIn,
  scaleOf,
} from "@/lib/instruments/instrument";
import { sha256Hex } from "@/lib/sha256";

/** What is read aloud of an item: its lead, its question, its answers. */
export interface SpokenWords {
  readonly lead: string;
  readonly text: string;
  readonly labels: readonly string[];
}

/** The words of an item in a language of its instrument; null where it is not said in it. */
export function spokenWords(
  instrument: Instrument,
  item: Item,
  language: Language,
): SpokenWords | null {
  if (!languagesOf(instrument).includes(language)) return null;
  return {
    // An item with answers of its own says all there is to say.
    lead: item.scale === undefined ? sayIn(instrument.lead, language).said : "",
    text: sayIn(item.text, language).said,
    labels: sayIn(scaleOf(item, instrument).labels, language).said,
  };
}

/**
 * A hash of the words. Two instruments may have an item of one id and version with other answers, or other words: a
 * recording is played only where it says what stands on the screen.
 */
export function saidHash(words: SpokenWords): string {
  return sha256Hex(canonicalJson({ ...words }));
}
