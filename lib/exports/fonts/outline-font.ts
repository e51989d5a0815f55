import { ByteReader } from "@/lib/exports/fonts/byte-reader";
import { glyphOutlines, type Outline } from "@/lib/exports/fonts/glyph-outlines";
import { woff2Tables } from "@/lib/exports/fonts/woff2-tables";

/** A letter as a drawing: for letters that the fonts of every PDF reader do not have. */
export interface DrawnLetter {
  /** In parts of the size of the font. */
  readonly advance: number;
  /** SVG path, downwards as SVG counts, in units of the font. */
  readonly path: string;
  readonly unitsPerEm: number;
}

export type OutlineFont = ReadonlyMap<number, DrawnLetter>;

/** The letters of a font in WOFF2, by code point, in its usual weight. Throws on a file that is none. */
export function readOutlineFont(file: Uint8Array): OutlineFont {
  const tables = woff2Tables(file);
  const table = (name: string) => {
    const found = tables.get(name);
    if (found === undefined) throw new Error(`the font has no table ${name}`);
    return found;
  };
  const glyf = table("glyf");
  if (!glyf.transformed) throw new Error("the outlines are not stored as WOFF2 stores them");
  const outlines = glyphOutlines(glyf.bytes);
  const head = new ByteReader(table("head").bytes);
  head.at = 18;
  const unitsPerEm = head.u16();
  const advances = advancesOf(table("hhea").bytes, table("hmtx"));
  const letters = new Map<number, DrawnLetter>();
  for (const [codePoint, glyph] of characterMap(table("cmap").bytes)) {
    const advance = (advances[Math.min(glyph, advances.length - 1)] ?? 0) / unitsPerEm;
    letters.set(codePoint, { advance, path: svgPath(outlines[glyph] ?? []), unitsPerEm });
  }
  return letters;
}

function advancesOf(
  hhea: Uint8Array,
  hmtx: { readonly bytes: Uint8Array; readonly transformed: boolean },
): number[] {
  const header = new ByteReader(hhea);
  header.at = 34;
  const count = header.u16();
  const metrics = new ByteReader(hmtx.bytes);
  // Transformed, all advances stand together behind a byte; else each has its side bearing beside it.
  if (hmtx.transformed) metrics.u8();
  return Array.from({ length: count }, () => {
    const advance = metrics.u16();
    if (!hmtx.transformed) metrics.u16();
    return advance;
  });
}

/** Code points with their glyphs, from the first table of the forms 4 and 12. */
function* characterMap(bytes: Uint8Array): Generator<readonly [codePoint: number, glyph: number]> {
  const reader = new ByteReader(bytes);
  reader.at = 2;
  const offsets = Array.from({ length: reader.u16() }, () => {
    reader.at += 4;
    return reader.u32();
  });
  for (const offset of offsets) {
    const part = new ByteReader(bytes.subarray(offset));
    const format = part.u16();
    if (format === 4) return yield* segments(part);
    if (format === 12) return yield* ranges(part);
  }
}

function* segments(part: ByteReader): Generator<readonly [number, number], void> {
  part.at = 6;
  const count = part.u16() / 2;
  part.at = 14;
  const list = (read: () => number) => Array.from({ length: count }, read);
  const ends = list(() => part.u16());
  part.at += 2;
  const starts = list(() => part.u16());
  const deltas = list(() => part.i16());
  const from = part.at;
  const offsets = list(() => part.u16());
  for (const [at, end] of ends.entries()) {
    const [start, delta, offset] = [starts[at] ?? 0, deltas[at] ?? 0, offsets[at] ?? 0];
    for (let code = start; code <= end && code < 0xffff; code++) {
      if (offset !== 0) part.at = from + 2 * at + offset + 2 * (code - start);
      const raw = offset === 0 ? code : part.u16();
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) yield [code, glyph];
    }
  }
}

function* ranges(part: ByteReader): Generator<readonly [number, number], void> {
  part.at = 12;
  for (let left = part.u32(); left > 0; left--) {
    const [start, end, glyph] = [part.u32(), part.u32(), part.u32()];
    for (let code = start; code <= end; code++) yield [code, glyph + code - start];
  }
}

/** TrueType's quadratic curves: between two points off the curve lies one on it, in the middle. */
function svgPath(outline: Outline): string {
  let path = "";
  for (const curve of outline) {
    const points = curve.flatMap((point, at) => {
      const before = curve.at(at - 1) ?? point;
      if (point.on || before.on) return [point];
      return [{ x: (before.x + point.x) / 2, y: (before.y + point.y) / 2, on: true }, point];
    });
    const first = points.findIndex(({ on }) => on);
    if (first === -1) continue;
    const turned = [...points.slice(first), ...points.slice(0, first + 1)];
    for (const [at, { x, y, on }] of turned.entries()) {
      const place = `${String(x)} ${String(-y)}`;
      const control = turned[at - 1];
      if (at === 0) path += `M${place}`;
      else if (!on) continue;
      else if (control === undefined || control.on) path += `L${place}`;
      else path += `Q${String(control.x)} ${String(-control.y)} ${place}`;
    }
    path += "Z";
  }
  return path;
}
