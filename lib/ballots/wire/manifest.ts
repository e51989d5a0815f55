import { canonicalJson, type JsonValue } from "@/lib/canonical-json";
import { fromBase64url } from "@/lib/ballots/wire/bytes";
import { isUuid } from "@/lib/ballots/wire/uuid";

export const MANIFEST_FORMAT = "hearth-manifest/1";
/** The level of a margin that collects what students of a school wrote. */
export const TEXT_LEVEL = "text";
/** The level of a margin that collects whom students of a class named. */
export const NOMINATIONS_LEVEL = "nominations";

/**
 * Every public key of a wave in one document that all students fetch alike. Its hash is on the
 * class's QR card and on the public page: a server that hands one student a key of his own, to
 * recognise his ballot later, has to hand him another hash.
 */
export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  readonly waveId: string;
  readonly title: string;
  readonly instrument: { readonly id: string; readonly version: string; readonly hash: string };
  /** ISO 8601 in UTC, as `2026-11-23T08:00:00.000Z`. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** SHA-256 of the plan, hexadecimal: what may be published was fixed before anybody answered. */
  readonly planHash: string;
  /** X25519, 32 raw bytes, base64url. */
  readonly hpkePublicKey: string;
  readonly margins: readonly ManifestMargin[];
  /**
   * Where people hold the opening key between them: how many, and how many are needed. In what is hashed, so that a
   * server which dropped its trustees quietly would have to hand out another hash.
   */
  readonly trustees?: { readonly of: number; readonly needed: number };
}

export interface ManifestMargin {
  readonly id: string;
  /**
   * "class", "grade", "school", "district", a level and a demographic ("school/gender"), `TEXT_LEVEL` or
   * `NOMINATIONS_LEVEL`.
   */
  readonly level: string;
  readonly label: string;
  /** RSA-2048 SPKI, DER, base64url. */
  readonly publicKey: string;
}

/** DER of an rsaEncryption SPKI up to a 2048-bit modulus, and the exponent 65537 at its end. */
const RSA_2048_SPKI_START = [
  0x30, 0x82, 0x01, 0x22, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01,
  0x01, 0x05, 0x00, 0x03, 0x82, 0x01, 0x0f, 0x00, 0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01,
  0x00,
];
const RSA_2048_SPKI_END = [0x02, 0x03, 0x01, 0x00, 0x01];
const RSA_2048_SPKI_BYTES = 294;

/** The text that is hashed and served. Throws on a manifest that {@link readManifest} would refuse. */
export function manifestText(manifest: Manifest): string {
  const text = canonicalJson({
    ...manifest,
    instrument: { ...manifest.instrument },
    margins: manifest.margins.map((margin) => ({ ...margin })),
    ...(manifest.trustees === undefined ? {} : { trustees: { ...manifest.trustees } }),
  });
  if (readManifest(text) === null) throw new RangeError("not a valid manifest");
  return text;
}

/**
 * Parses and checks a manifest; null for anything that is not exactly one, byte for byte in its
 * canonical form (white space or an extra field could tell two students' copies apart).
 */
export function readManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isManifest(value) && canonicalJson(value) === text ? value : null;
  } catch {
    return null;
  }
}

function isManifest(value: JsonValue): value is JsonValue & Manifest {
  const shared = hasExactly(value, [...MANIFEST_FIELDS, "trustees"].sort());
  if (!shared && !hasExactly(value, MANIFEST_FIELDS)) return false;
  if (shared && !isSharing(value["trustees"])) return false;
  const { instrument, margins, opensAt, closesAt } = value;
  return (
    value["format"] === MANIFEST_FORMAT &&
    isId(value["waveId"]) &&
    isText(value["title"]) &&
    hasExactly(instrument, ["hash", "id", "version"]) &&
    Object.values(instrument).every(isText) &&
    isInstant(opensAt) &&
    isInstant(closesAt) &&
    opensAt < closesAt &&
    isSha256(value["planHash"]) &&
    isX25519Key(value["hpkePublicKey"]) &&
    Array.isArray(margins) &&
    margins.length > 0 &&
    margins.every(isMargin) &&
    allDiffer(margins.map((margin) => margin.id)) &&
    // One key for two margins would let a ballot of one class be cast in another.
    allDiffer(margins.map((margin) => margin.publicKey))
  );
}

const MANIFEST_FIELDS = [
  "closesAt",
  "format",
  "hpkePublicKey",
  "instrument",
  "margins",
  "opensAt",
  "planHash",
  "title",
  "waveId",
];

function isSharing(value: unknown): boolean {
  if (!hasExactly(value, ["needed", "of"])) return false;
  const { needed, of } = value;
  return (
    Number.isInteger(of) &&
    Number.isInteger(needed) &&
    Number(needed) > 1 &&
    Number(of) >= Number(needed)
  );
}

function isMargin(value: unknown): value is ManifestMargin {
  return (
    hasExactly(value, ["id", "label", "level", "publicKey"]) &&
    isId(value["id"]) &&
    isLevel(value["level"]) &&
    isText(value["label"]) &&
    isRsa2048Key(value["publicKey"])
  );
}

/** A level of the hierarchy, one with a demographic, or that of words or nominations. */
function isLevel(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^(text|nominations|(class|grade|school|district)(\/.{1,60})?)$/u.test(value)
  );
}

function hasExactly(value: unknown, fields: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.keys(value).sort().join() === fields.join();
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= 500;
}

function isId(value: unknown): value is string {
  return typeof value === "string" && isUuid(value);
}

function isInstant(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value))
    return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
}

function isSha256(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function isX25519Key(value: unknown): boolean {
  return typeof value === "string" && fromBase64url(value)?.length === 32;
}

// Odd keys (another size, a tiny or even exponent) weaken blindness, see RFC 9474 section 7.
function isRsa2048Key(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const der = fromBase64url(value);
  if (der?.length !== RSA_2048_SPKI_BYTES) return false;
  const tail = RSA_2048_SPKI_BYTES - RSA_2048_SPKI_END.length;
  return (
    RSA_2048_SPKI_START.every((byte, i) => der[i] === byte) &&
    RSA_2048_SPKI_END.every((byte, i) => der[tail + i] === byte)
  );
}

function allDiffer(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
