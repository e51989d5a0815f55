/**
 * JSON with one spelling: keys sorted by UTF-16 code unit, no white space. What is hashed (plans,
 * releases, manifests) is written with this, so that the same content has the same bytes everywhere.
 *
 * Accepts null, booleans, finite numbers, strings, arrays and plain objects.
 * Throws TypeError on anything JSON would quietly drop or change: undefined, NaN, infinities,
 * functions, symbols, bigints, and objects with a prototype of their own (Date, Map, Uint8Array).
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "boolean":
    case "string":
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError("canonicalJson: a number is not finite");
      return JSON.stringify(value);
    case "object":
      return Array.isArray(value) ? arrayJson(value) : objectJson(value);
    default:
      throw new TypeError(`canonicalJson: ${typeof value} has no JSON form`);
  }
}

function arrayJson(values: readonly unknown[]): string {
  // Array.from, not map: a hole in a sparse array must be refused like any other undefined.
  return `[${Array.from(values, canonicalJson).join(",")}]`;
}

function objectJson(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError("canonicalJson: only plain objects have a JSON form");
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}
