import type { DataColumn } from "./table-data";

/** What somebody made of a list: it is kept in the address, so a link or a bookmark is a saved view. */
export interface TableView {
  readonly query: string;
  readonly sort: { readonly columnId: string; readonly descending: boolean } | null;
  /** Chosen value by column id. */
  readonly filters: Readonly<Record<string, string>>;
  readonly hidden: readonly string[];
  /** The row at the top of a long list, from 1. */
  readonly from: number;
}

/** What a view can speak of. */
export interface ViewShape {
  readonly columns: readonly DataColumn[];
  /** Values that occur, by the id of each column that filters. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly initialSort: TableView["sort"];
}

export interface ParsedView {
  readonly view: TableView;
  /** What the address asks for and the list cannot give, in whole sentences. */
  readonly problems: readonly string[];
}

export const LONGEST_QUERY = 200;
const LONGEST_QUOTE = 60;
const ROW_NUMBER = /^[1-9]\d{0,8}$/;

export function plainView(shape: ViewShape): TableView {
  return { query: "", sort: shape.initialSort, filters: {}, hidden: [], from: 1 };
}

/** The key of a list in the address: "List of classes" → "list-of-classes". */
export function keyOf(caption: string): string {
  return caption
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/**
 * The view that an address asks for, as far as the list can give it.
 *
 * @param search the query of the address; parameters of other lists are passed over
 */
export function parseView(search: URLSearchParams, key: string, shape: ViewShape): ParsedView {
  const problems: string[] = [];
  let view = plainView(shape);
  const seen = new Set<string>();
  for (const [full, value] of search) {
    if (!full.startsWith(`${key}.`)) continue;
    const name = full.slice(key.length + 1);
    if (seen.has(name)) {
      problems.push(`This link says “${quote(name)}” twice; the first counts.`);
      continue;
    }
    seen.add(name);
    const part = partOf(name, value, shape);
    problems.push(...part.problems);
    view = { ...view, ...part.view, filters: { ...view.filters, ...part.view.filters } };
  }
  return { view, problems };
}

interface Part {
  readonly view: Partial<TableView>;
  readonly problems: readonly string[];
}

const found = (view: Partial<TableView>): Part => ({ view, problems: [] });
const problem = (sentence: string): Part => ({ view: {}, problems: [sentence] });

function partOf(name: string, value: string, shape: ViewShape): Part {
  if (name === "q") {
    return value.length <= LONGEST_QUERY
      ? found({ query: value })
      : problem("This link searches for a text that is too long; nothing is searched.");
  }
  if (name === "sort") return sortOf(value, shape);
  if (name === "hide") return hiddenOf(value, shape);
  if (name === "from") {
    return ROW_NUMBER.test(value)
      ? found({ from: Number(value) })
      : problem(`This link begins at “${quote(value)}”, which is not the number of a row.`);
  }
  if (name.startsWith("is.")) return filterOf(name.slice(3), value, shape);
  return problem(`This list does not know what “${quote(name)}” in this link means.`);
}

function sortOf(value: string, { columns }: ViewShape): Part {
  const descending = value.startsWith("-");
  const id = descending ? value.slice(1) : value;
  const column = columns.find((one) => one.id === id);
  if (column === undefined) return problem(noColumn("sorts by", id));
  return column.sortable === false
    ? problem(`This list cannot be sorted by ${column.header}; it is in its usual order.`)
    : found({ sort: { columnId: id, descending } });
}

function hiddenOf(value: string, { columns }: ViewShape): Part {
  const problems: string[] = [];
  const hidden = new Set<string>();
  for (const id of value.split(",")) {
    const at = columns.findIndex((one) => one.id === id);
    if (at === -1) problems.push(noColumn("hides", id));
    else if (at === 0) problems.push(`${columns[0]?.header ?? ""} always stays in this list.`);
    else hidden.add(id);
  }
  return { view: { hidden: ordered(hidden, columns) }, problems };
}

function filterOf(id: string, value: string, { columns, choices }: ViewShape): Part {
  const column = columns.find((one) => one.id === id);
  if (column === undefined) return problem(noColumn("filters by", id));
  const values = choices[id];
  if (values === undefined) {
    return problem(`This list cannot be filtered by ${column.header}; all rows are shown.`);
  }
  return values.includes(value)
    ? found({ filters: { [id]: value } })
    : problem(`Nothing here has “${quote(value)}” under ${column.header}; that filter is off.`);
}

/** A view as parameters of an address; what is as usual is left out. */
export function viewParameters(view: TableView, key: string, shape: ViewShape): [string, string][] {
  const { query, sort, filters, hidden, from } = view;
  const usual = shape.initialSort;
  const parameters: [string, string][] = [];
  const say = (name: string, value: string) => parameters.push([`${key}.${name}`, value]);
  if (query !== "") say("q", query);
  for (const { id } of shape.columns) if (filters[id] !== undefined) say(`is.${id}`, filters[id]);
  if (
    sort !== null &&
    (sort.columnId !== usual?.columnId || sort.descending !== usual.descending)
  ) {
    say("sort", `${sort.descending ? "-" : ""}${sort.columnId}`);
  }
  if (hidden.length > 0) say("hide", ordered(new Set(hidden), shape.columns).join(","));
  if (from > 1) say("from", String(from));
  return parameters;
}

/** The part of an address that speaks of this list, to compare. */
export function ownPart(search: URLSearchParams, key: string): string {
  return new URLSearchParams([...search].filter(([name]) => name.startsWith(`${key}.`))).toString();
}

/** The query of an address with this list's part replaced; what belongs to others stays. */
export function withView(
  search: URLSearchParams,
  key: string,
  parameters: readonly [string, string][],
): string {
  const others = [...search].filter(([name]) => !name.startsWith(`${key}.`));
  return new URLSearchParams([...others, ...parameters]).toString();
}

function ordered(ids: ReadonlySet<string>, columns: readonly DataColumn[]): string[] {
  return columns.flatMap(({ id }) => (ids.has(id) ? [id] : []));
}

function noColumn(does: string, id: string): string {
  return `This link ${does} a column that this list does not have: “${quote(id)}”.`;
}

function quote(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
