import type { Construct, Item } from "@/lib/instruments/instrument";
import { type ItemId, itemText } from "@/lib/instruments/texts/translated";

/** An item of the catalogue, with what a translator must know. */
export interface BankItem {
  readonly item: Item;
  /** To translators, in English: what the sentence must keep. */
  readonly note: string;
}

/**
 * An item with its translations (`texts/`). A changed wording is a new version, never the old one: answers to other words
 * are not compared.
 */
export function bankItem(
  id: ItemId,
  construct: Construct,
  english: string,
  note: string,
  {
    anchor = false,
    reverse = false,
    version = 1,
  }: { anchor?: boolean; reverse?: boolean; version?: number } = {},
): BankItem {
  const text = itemText(id, english);
  return { item: { id, version, construct, anchor, reverse, text }, note };
}

/** The items alone, as an instrument holds them. */
export function itemsOf(bank: readonly BankItem[]): Item[] {
  return bank.map(({ item }) => item);
}
