import { type Paper, type PrintedSlip, type Sheet, slipNote } from "./sheet";

/** Points, 1/72 inch, as PDF counts; from the lower left corner of the page. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface PlacedText extends Place {
  readonly text: string;
  readonly style: TextStyle;
  /** Points; smaller than the style's where the text would not fit. */
  readonly size: number;
}

/** A line to cut along. */
export interface Cut {
  readonly start: Place;
  readonly end: Place;
}

/** One slip on a page: its frame, a square for the QR code, and lines whose `y` is their baseline. */
export interface PlacedSlip {
  readonly frame: Place & { readonly width: number; readonly height: number };
  readonly qr: Place & { readonly side: number; readonly link: string };
  readonly lines: readonly PlacedText[];
}

export interface SlipPage {
  readonly width: number;
  readonly height: number;
  readonly slips: readonly PlacedSlip[];
  /** Each once, also between two slips: dashes drawn twice are no dashes. */
  readonly cuts: readonly Cut[];
}

export type TextStyle = "bold" | "plain" | "note" | "code";

/** Width in points of a text at a size. */
export type Measure = (text: string, style: TextStyle, size: number) => number;

const MM = 72 / 25.4;
const PAGES = {
  a4: { width: 210 * MM, height: 297 * MM },
  letter: { width: 612, height: 792 },
} as const satisfies Record<Paper, object>;
/** What every printer leaves free. */
const EDGE = 10 * MM;
const COLUMNS = 2;
const ROWS = 7;
export const SLIPS_PER_PAGE = COLUMNS * ROWS;
const PADDING = 2.5 * MM;
const QR_SIDE = 29 * MM;
const GAP = 3 * MM;
const SIZES: Record<TextStyle, number> = { bold: 8.5, plain: 8, note: 6.8, code: 11 };
const LEADING = 1.28;
/** Below this nobody reads it: longer texts end in "…". */
const SMALLEST = 5.5;

/** Places every slip of a sheet on pages of one size, in two columns, from the top left. */
export function layOutSlips(sheet: Sheet, paper: Paper, measure: Measure): SlipPage[] {
  const page = PAGES[paper];
  const width = (page.width - 2 * EDGE) / COLUMNS;
  const height = (page.height - 2 * EDGE) / ROWS;
  const pages: SlipPage[] = [];
  for (let first = 0; first < sheet.slips.length; first += SLIPS_PER_PAGE) {
    const slips = sheet.slips.slice(first, first + SLIPS_PER_PAGE).map((slip, at) => {
      const row = Math.floor(at / COLUMNS);
      const x = EDGE + (at % COLUMNS) * width;
      const y = page.height - EDGE - (row + 1) * height;
      return placeSlip(sheet, slip, { x, y, width, height }, measure);
    });
    pages.push({ ...page, slips, cuts: cutsOf(slips.map(({ frame }) => frame)) });
  }
  return pages;
}

/** The sides of all frames: right and lower ones, and those with which a page begins. */
function cutsOf(frames: readonly PlacedSlip["frame"][]): Cut[] {
  const [first] = frames;
  return frames.flatMap(({ x, y, width, height }) => {
    const [right, top] = [x + width, y + height];
    const corner = { leftTop: { x, y: top }, rightTop: { x: right, y: top } };
    const bottom = { start: { x, y }, end: { x: right, y } };
    return [
      bottom,
      { start: corner.rightTop, end: bottom.end },
      ...(y === first?.y ? [{ start: corner.leftTop, end: corner.rightTop }] : []),
      ...(x === first?.x ? [{ start: corner.leftTop, end: bottom.start }] : []),
    ];
  });
}

function placeSlip(
  sheet: Sheet,
  slip: PrintedSlip,
  frame: PlacedSlip["frame"],
  measure: Measure,
): PlacedSlip {
  const qr = {
    x: frame.x + PADDING,
    y: frame.y + (frame.height - QR_SIDE) / 2,
    side: QR_SIDE,
    link: slip.link,
  };
  const left = qr.x + QR_SIDE + GAP;
  const room = frame.x + frame.width - PADDING - left;
  const texts = linesOf(sheet, slip);
  const tall = texts.reduce((sum, { style }) => sum + SIZES[style] * LEADING, 0);
  let top = frame.y + (frame.height + tall) / 2;
  const lines = texts.map(({ text, style }) => {
    top -= SIZES[style] * LEADING;
    // A fifth of a letter hangs below its baseline.
    return { x: left, y: top + 0.25 * SIZES[style], style, ...fitted(text, style, room, measure) };
  });
  return { frame, qr, lines };
}

function linesOf(
  sheet: Sheet,
  slip: PrintedSlip,
): { readonly text: string; readonly style: TextStyle }[] {
  const title =
    slip.name === null
      ? [{ text: sheet.waveTitle, style: "bold" as const }]
      : [
          { text: slip.name, style: "bold" as const },
          { text: sheet.waveTitle, style: "note" as const },
        ];
  return [
    ...title,
    { text: "Scan, or type both codes at", style: "plain" },
    { text: sheet.address, style: "bold" },
    { text: `Class ${sheet.joinCode}`, style: "code" },
    { text: `Seat  ${slip.code}`, style: "code" },
    { text: slipNote(slip), style: "note" },
    { text: `Keys ${sheet.fingerprint}`, style: "note" },
  ];
}

/** A text as large as its style says, or as large as fits; and if that is too small to read, its beginning. */
function fitted(
  text: string,
  style: TextStyle,
  room: number,
  measure: Measure,
): { readonly text: string; readonly size: number } {
  const size = Math.min(SIZES[style], (SIZES[style] * room) / measure(text, style, SIZES[style]));
  if (size >= SMALLEST) return { text, size };
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join("")}…`, style, SMALLEST) > room) {
    letters.pop();
  }
  return { text: `${letters.join("")}…`, size: SMALLEST };
}
