import { toHex, type Bytes } from "@/lib/ballots/wire/bytes";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID in its one canonical text: lower case, with dashes. Any version is accepted. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The 16 bytes of a UUID. Throws a `RangeError` unless {@link isUuid}. */
export function uuidToBytes(uuid: string): Bytes {
  if (!isUuid(uuid)) throw new RangeError("not a canonical UUID");
  const hex = uuid.replaceAll("-", "");
  return Uint8Array.from({ length: 16 }, (_, i) =>
    Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16),
  );
}

/** The canonical text of 16 bytes. Throws a `RangeError` on any other length. */
export function bytesToUuid(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError("a UUID has 16 bytes");
  const hex = toHex(bytes);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...groups, hex.slice(20)].join("-");
}
