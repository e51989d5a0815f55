import type { ChartConfiguration } from "chart.js";

/** The numbers of a chart as a table: everything the drawing says, nothing more. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * What a pure builder in `lib/charts` returns. Colours are token references such as
 * `"var(--accent)"`: the figure resolves them for the scheme in use, since a canvas cannot.
 */
export interface ChartSpec {
  readonly config: ChartConfiguration;
  readonly table: ChartTable;
  readonly summary: string;
}

const reference = /var\((--[\w-]+)\)/g;

/**
 * A copy of a configuration in which every `var(--token)` inside a string is replaced by
 * `read("--token")`. Functions and class instances are kept as they are.
 */
export function resolveTokens<T>(value: T, read: (token: string) => string): T;
export function resolveTokens(value: unknown, read: (token: string) => string): unknown {
  if (typeof value === "string") {
    return value.replace(reference, (_match, token: string) => read(token).trim());
  }
  if (Array.isArray(value)) return value.map((item: unknown) => resolveTokens(item, read));
  if (value !== null && typeof value === "object") {
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => [
        key,
        resolveTokens(item, read),
      ]),
    );
  }
  return value;
}
