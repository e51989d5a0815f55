import { createHash } from "node:crypto";

/**
 * Canonical JSON (RFC 8785) of a parsed value: keys in order of their UTF-16 code units, no white space,
 * numbers and strings as ECMAScript writes them, which is what the standard asks for. Throws for a lone
 * surrogate, which has no UTF-8 form, and for what JSON cannot hold.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    // The default order of `sort` is by UTF-16 code units.
    const keys = Object.keys(value).sort();
    const entries = new Map<string, unknown>(Object.entries(value));
    return `{${keys.map((key) => `${scalar(key)}:${canonicalText(entries.get(key))}`).join(",")}}`;
  }
  return scalar(value);
}

function scalar(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) throw new Error("half a character cannot be hashed");
    return JSON.stringify(value);
  }
  throw new Error(`JSON holds no ${typeof value}`);
}

/** SHA-256, in lower-case hexadecimal, of the canonical JSON of everything in the file but `hash`. */
export function hashWithoutHash(file: Readonly<Record<string, unknown>>): string {
  const { hash: _hash, ...rest } = file;
  return createHash("sha256").update(canonicalText(rest), "utf8").digest("hex");
}
