const reference = /var\((--[\w-]+)\)/g;

/**
 * A copy of a chart configuration in which every `var(--token)` inside a string is replaced by
 * `read("--token")`, because a canvas cannot resolve it. Functions and class instances are kept as
 * they are.
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
