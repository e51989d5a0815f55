/** What JSON can say. Absent fields are left out; `undefined` is never a value. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * One text for one value, so that a hash of it means something: RFC 8785 (JCS). Object keys are
 * sorted by UTF-16 code unit, numbers and strings are written as ECMAScript's `JSON.stringify`
 * writes them, and there is no white space.
 *
 * Throws a `TypeError` on what JSON cannot say (NaN, infinities, `undefined`, functions, class
 * instances, lone surrogates): two different values must never share a text.
 */
export function canonicalJson(value: JsonValue): string {
  return write(value, "$");
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return writeNumber(value, path);
  if (typeof value === "string") return writeString(value, path);
  if (Array.isArray(value)) {
    // Array.from also visits holes, which must be refused and not be written as nothing.
    return `[${Array.from(value, (item, i) => write(item, `${path}[${String(i)}]`)).join(",")}]`;
  }
  if (typeof value === "object" && isPlain(value)) return writeObject(value, path);
  throw new TypeError(`canonical JSON: ${path} is not a JSON value`);
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${path} is not finite`);
  return JSON.stringify(value);
}

function writeString(value: string, path: string): string {
  // A lone surrogate has no UTF-8 form; encoders replace it, and two texts would share a hash.
  if (/\p{Surrogate}/u.test(value)) {
    throw new TypeError(`canonical JSON: ${path} holds a lone surrogate`);
  }
  return JSON.stringify(value);
}

function writeObject(value: object, path: string): string {
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key, path)}:${write(member, `${path}.${key}`)}`);
  return `{${members.join(",")}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
