/**
 * Columns and cells as plain data, so that a server page can hand them to the table in the browser.
 * The column's kind says how its cells look and sort. Any cell may instead be withheld, or null
 * ("nothing to show").
 */
export interface DataColumn {
  readonly id: string;
  readonly header: string;
  readonly kind: "text" | "link" | "number" | "band" | "tier" | "date";
  /** Default true. */
  readonly sortable?: boolean;
  /** First press sorts from high to low: for tiers and counts. */
  readonly descendingFirst?: boolean;
  /** Offers a select above the table with the values that occur: for schools, grades, tiers. */
  readonly filter?: boolean;
  /** Default true for text and links. */
  readonly searchable?: boolean;
  /** Holds sentences: never narrow, rather does the table scroll sideways. */
  readonly prose?: boolean;
}

export interface LinkCell {
  readonly text: string;
  readonly href: string;
  /** A second, quieter line: the teacher under the class. */
  readonly detail?: string;
}

/** A number and how it is written: `{ value: 0.0712, text: "7.1%" }`. */
export interface NumberCell {
  readonly value: number;
  readonly text: string;
}

/** Shares 0–1, as released. */
export interface BandCell {
  readonly loShare: number;
  readonly hiShare: number;
  readonly label: string;
  readonly nLabel?: string;
}

/** `iso` sorts, `text` is shown: formatted on the server in the school's time zone. */
export interface DateCell {
  readonly iso: string;
  readonly text: string;
}

export interface WithheldCell {
  readonly withheld: string;
}

/** A string in a column of tiers is a `BadgeTier`: "act", "watch" or "none". */
export type DataCell =
  string | number | LinkCell | NumberCell | BandCell | DateCell | WithheldCell | null;

export interface DataRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, DataCell>>;
}
