import type { Construct, Item } from "@/lib/instruments/instrument";

/** An item of the catalogue, with what a translator must know. */
export interface BankItem {
  readonly item: Item;
  /** To translators, in English: what the sentence must keep. */
  readonly note: string;
}

/** Item 1 of a construct is its first version; a changed wording is a new item version, never the old one. */
export function bankItem(
  id: string,
  construct: Construct,
  text: { readonly en: string; readonly es: string },
  note: string,
  { anchor = false, reverse = false }: { anchor?: boolean; reverse?: boolean } = {},
): BankItem {
  return { item: { id, version: 1, construct, anchor, reverse, text }, note };
}

/** The items alone, as an instrument holds them. */
export function itemsOf(bank: readonly BankItem[]): Item[] {
  return bank.map(({ item }) => item);
}
