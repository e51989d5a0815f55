import { MAX_ANSWERS } from "@/lib/ballots/wire/answer-vector";
import { itemsOf } from "@/lib/instruments/bank/bank-item";
import { CORE_ITEMS } from "@/lib/instruments/bank/core-items";
import { NETWORK_ITEMS, SEPARATE_ITEMS } from "@/lib/instruments/bank/separate-items";
import {
  type Instrument,
  instrumentSchema,
  isIndexItem,
  type Item,
  LANGUAGES,
  languagesOf,
} from "@/lib/instruments/instrument";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { HOW_MANY } from "@/lib/instruments/scales";

/** Network items with the answers they are given, to stand beside items that are asked how often. */
export const NETWORK_BESIDE: readonly Item[] = itemsOf(NETWORK_ITEMS).map((item) => ({
  ...item,
  scale: HOW_MANY,
}));

/** What a form of one's own can be put together from: all questions for grades 6 to 12, in the order of the bank. */
export const QUESTION_BANK: readonly Item[] = [
  ...itemsOf(CORE_ITEMS),
  ...itemsOf(SEPARATE_ITEMS),
  ...NETWORK_BESIDE,
];

export type Composed =
  | { readonly ok: true; readonly instrument: Instrument }
  | { readonly ok: false; readonly field: "title" | "items"; readonly reason: string };

/**
 * A fixed form of chosen questions, in the order of the bank whatever the order they were chosen in. The same questions
 * under the same title are the same instrument; others under a title that was there before are its next version.
 * @param versions of the instruments of this id that are there, with their items
 */
export function composeInstrument(
  { title, itemIds }: { readonly title: string; readonly itemIds: readonly string[] },
  known: readonly Instrument[],
): Composed {
  const chosen = new Set(itemIds);
  const items = QUESTION_BANK.filter(({ id }) => chosen.has(id));
  const slug = slugOf(title);
  if (slug === "") return refuse("title", "Give the form a name with letters or digits.");
  if (items.length < chosen.size)
    return refuse("items", "One of these questions is not there any more.");
  if (!items.some(isIndexItem)) {
    return refuse("items", "Choose at least one question that is part of the belonging figure.");
  }
  if (items.length > MAX_ANSWERS) {
    return refuse("items", `Choose at most ${String(MAX_ANSWERS)} questions.`);
  }
  const id = `own-${slug}`;
  const before = known.filter((instrument) => instrument.id === id);
  const same = before.find(
    (instrument) =>
      instrument.title.en === title &&
      sameItems(instrument.items, items) &&
      // Put together before there were as many languages: the next version has them.
      languagesOf(instrument).length === LANGUAGES.length,
  );
  if (same !== undefined) return { ok: true, instrument: same };
  const parsed = instrumentSchema.safeParse({
    ...PULSE_6_12,
    id,
    version: Math.max(0, ...before.map(({ version }) => version)) + 1,
    // A name is said as it was given, whatever the language.
    title: Object.fromEntries(LANGUAGES.map((language) => [language, title])),
    items: structuredClone(items),
  });
  return parsed.success
    ? { ok: true, instrument: parsed.data }
    : refuse("title", "Use at most 80 characters, without signs at the beginning.");
}

function sameItems(a: readonly Item[], b: readonly Item[]): boolean {
  const key = (items: readonly Item[]) =>
    items.map(({ id, version }) => `${id}/${String(version)}`);
  return key(a).join() === key(b).join();
}

/** "Más voz, otoño!" is "mas-voz-otono". */
function slugOf(title: string): string {
  return title
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, 40)
    .replaceAll(/^-+|-+$/gu, "");
}

function refuse(field: "title" | "items", reason: string): Composed {
  return { ok: false, field, reason };
}
