import { ByteReader } from "@/lib/exports/fonts/byte-reader";

export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}
/** Closed curves of one glyph, in units of the font, upwards. */
export type Outline = readonly (readonly OutlinePoint[])[];

const HEADER_SIZES = 7;

/** Outlines by glyph from the `glyf` table as WOFF2 stores it (5.1). */
export function glyphOutlines(table: Uint8Array): Outline[] {
  const head = new ByteReader(table);
  head.at = 4;
  const count = head.u16();
  head.at = 8;
  const sizes = Array.from({ length: HEADER_SIZES }, () => head.u32());
  const [contours, points, flags, glyphs, composites] = sizes.map((size) => head.part(size));
  if (!contours || !points || !flags || !glyphs || !composites)
    throw new Error("a part is missing");
  const parts: (Outline | readonly Component[])[] = Array.from({ length: count }, () => {
    const many = contours.i16();
    if (many === 0) return [];
    return many > 0 ? simple(many, points, flags, glyphs) : composite(composites, glyphs);
  });
  return parts.map((_, at) => resolved(parts, at, 0));
}

interface Component {
  readonly glyph: number;
  readonly move: (point: OutlinePoint) => OutlinePoint;
}

function isComposite(part: Outline | readonly Component[]): part is readonly Component[] {
  const [first] = part;
  return first !== undefined && "glyph" in first;
}

/** A letter with its accent is made of both; deeper than this no font goes that is not broken. */
const DEEPEST = 6;

function resolved(
  parts: readonly (Outline | readonly Component[])[],
  at: number,
  depth: number,
): Outline {
  const part = parts[at] ?? [];
  if (!isComposite(part)) return part;
  if (depth > DEEPEST) throw new Error("a glyph is made of itself");
  return part.flatMap(({ glyph, move }) =>
    resolved(parts, glyph, depth + 1).map((curve) => curve.map(move)),
  );
}

function simple(
  many: number,
  points: ByteReader,
  flags: ByteReader,
  glyphs: ByteReader,
): OutlinePoint[][] {
  const sizes = Array.from({ length: many }, () => points.short255());
  let [x, y] = [0, 0];
  const curves = sizes.map((size) =>
    Array.from({ length: size }, () => {
      const flag = flags.u8();
      const [dx, dy] = step(flag & 0x7f, glyphs);
      x += dx;
      y += dy;
      return { x, y, on: flag < 0x80 };
    }),
  );
  // Instructions lie in a part of their own; only their number stands here.
  glyphs.short255();
  return curves;
}

/** The way from one point to the next, in one to four bytes (WOFF2, 5.2). */
function step(flag: number, from: ByteReader): readonly [dx: number, dy: number] {
  const signed = (bits: number, value: number) => ((bits & 1) === 1 ? value : -value);
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + from.u8())];
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + from.u8()), 0];
  if (flag < 84) {
    const high = flag - 20;
    const low = from.u8();
    const dx = 1 + (high & 0x30) + (low >> 4);
    return [signed(flag, dx), signed(flag >> 1, 1 + ((high & 0x0c) << 2) + (low & 0x0f))];
  }
  if (flag < 120) {
    const high = flag - 84;
    const dx = 1 + (Math.floor(high / 12) << 8) + from.u8();
    return [signed(flag, dx), signed(flag >> 1, 1 + (((high % 12) >> 2) << 8) + from.u8())];
  }
  if (flag < 124) {
    const [first, second] = [from.u8(), from.u8()];
    const dy = ((second & 0x0f) << 8) + from.u8();
    return [signed(flag, (first << 4) + (second >> 4)), signed(flag >> 1, dy)];
  }
  const dx = from.u16();
  return [signed(flag, dx), signed(flag >> 1, from.u16())];
}

/** TrueType's composite glyphs: bits of their flags. */
const [WORDS, OFFSETS, SCALE, MORE, TWO_SCALES, MATRIX, INSTRUCTIONS] = [
  0x1, 0x2, 0x8, 0x20, 0x40, 0x80, 0x100,
] as const;

function composite(from: ByteReader, glyphs: ByteReader): Component[] {
  const components: Component[] = [];
  for (let flags: number = MORE, instructions = 0; (flags & MORE) !== 0;) {
    flags = from.u16();
    const glyph = from.u16();
    const next = (flags & WORDS) === 0 ? () => from.i8() : () => from.i16();
    const [first, second] = [next(), next()];
    const [dx, dy] = (flags & OFFSETS) === 0 ? [0, 0] : [first, second];
    const [a, b, c, d] = matrixOf(flags, from);
    const move = ({ x, y, on }: OutlinePoint) => ({
      x: a * x + c * y + dx,
      y: b * x + d * y + dy,
      on,
    });
    components.push({ glyph, move });
    instructions |= flags & INSTRUCTIONS;
    if ((flags & MORE) === 0 && instructions !== 0) glyphs.short255();
  }
  return components;
}

function matrixOf(flags: number, from: ByteReader): readonly [number, number, number, number] {
  const part = () => from.i16() / 0x4000;
  if ((flags & SCALE) !== 0) {
    const scale = part();
    return [scale, 0, 0, scale];
  }
  if ((flags & TWO_SCALES) !== 0) return [part(), 0, 0, part()];
  return (flags & MATRIX) === 0 ? [1, 0, 0, 1] : [part(), part(), part(), part()];
}
