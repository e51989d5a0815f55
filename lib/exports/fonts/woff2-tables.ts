import { brotliDecompressSync } from "node:zlib";
import { ByteReader } from "@/lib/exports/fonts/byte-reader";

/** Names that the format numbers, in its order (WOFF2, 4.1); those of which we read nothing are dots. */
const KNOWN: readonly string[] = [
  ...["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf"],
  "loca",
];
const NAMED = 63;

export interface FontTable {
  readonly bytes: Uint8Array;
  /** Stored in the form of WOFF2 and not in that of TrueType. */
  readonly transformed: boolean;
}

/** The tables of a font in WOFF2 by name (https://www.w3.org/TR/WOFF2/). Throws on anything else. */
export function woff2Tables(file: Uint8Array): Map<string, FontTable> {
  const reader = new ByteReader(file);
  if (reader.u32() !== 0x77_4f_46_32) throw new Error("not a WOFF2 file");
  reader.at = 12;
  const count = reader.u16();
  reader.at = 20;
  const compressed = reader.u32();
  reader.at = 48;
  const entries = Array.from({ length: count }, () => entryOf(reader));
  const data = new ByteReader(brotliDecompressSync(reader.part(compressed).bytes));
  return new Map(
    entries.map(({ name, length, transformed }) => [
      name,
      { bytes: data.part(length).bytes, transformed },
    ]),
  );
}

function entryOf(reader: ByteReader): { name: string; length: number; transformed: boolean } {
  const flags = reader.u8();
  const number = flags & 0x3f;
  const name =
    number === NAMED
      ? String.fromCharCode(...reader.part(4).bytes)
      : (KNOWN[number] ?? `table ${String(number)}`);
  const version = flags >> 6;
  // Outlines are transformed unless it says 3; everything else unless it says 0.
  const transformed = name === "glyf" || name === "loca" ? version !== 3 : version !== 0;
  const plain = reader.base128();
  return { name, length: transformed ? reader.base128() : plain, transformed };
}
