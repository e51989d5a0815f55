import type { Language, Labels, Texts } from "@/lib/instruments/instrument";
import ar from "@/lib/instruments/texts/ar.json" with { type: "json" };
import es from "@/lib/instruments/texts/es.json" with { type: "json" };
import fr from "@/lib/instruments/texts/fr.json" with { type: "json" };
import ht from "@/lib/instruments/texts/ht.json" with { type: "json" };
import pt from "@/lib/instruments/texts/pt.json" with { type: "json" };
import ru from "@/lib/instruments/texts/ru.json" with { type: "json" };
import so from "@/lib/instruments/texts/so.json" with { type: "json" };
import uk from "@/lib/instruments/texts/uk.json" with { type: "json" };
import vi from "@/lib/instruments/texts/vi.json" with { type: "json" };
import zh from "@/lib/instruments/texts/zh.json" with { type: "json" };

/** What is said with Hearth's own questions, in one language. Spanish sets the shape; English stands with each item. */
export type InstrumentTexts = typeof es;

/** One file a language. A language that is missing here does not compile; a text that is missing fails the build. */
export const TRANSLATIONS: Readonly<Record<Exclude<Language, "en">, InstrumentTexts>> = {
  es,
  ar,
  zh,
  fr,
  ht,
  pt,
  ru,
  so,
  uk,
  vi,
};

export type ItemId = keyof InstrumentTexts["items"];
export type ScaleId = keyof InstrumentTexts["labels"];
export type LeadId = keyof InstrumentTexts["leads"];
export type InstrumentId = keyof InstrumentTexts["titles"];

/** A sentence in every language, its English given. */
export function itemText(id: ItemId, english: string): Texts {
  return inAll(english, ({ items }) => items[id]);
}

export function titleText(id: InstrumentId, english: string): Texts {
  return inAll(english, ({ titles }) => titles[id]);
}

export function leadText(id: LeadId, english: string): Texts {
  return inAll(english, ({ leads }) => leads[id]);
}

/** The labels of a scale in every language, from 1 upwards. */
export function scaleLabels(id: ScaleId, english: readonly string[]): Labels {
  return inAll(english, ({ labels }) => labels[id]);
}

function inAll<T>(english: T, say: (texts: InstrumentTexts) => T): Record<Language, T> {
  const others = Object.entries(TRANSLATIONS).map(([language, texts]) => [language, say(texts)]);
  return { en: english, ...(Object.fromEntries(others) as Record<Exclude<Language, "en">, T>) };
}
