import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";
import QRCode from "qrcode";
import type { Paper, Sheet } from "./sheet";
import {
  layOutSlips,
  type Measure,
  type PlacedSlip,
  type PlacedText,
  type TextStyle,
} from "./slip-layout";

/** A line of text as a picture: what the fonts that every PDF reader has cannot write. */
export interface TextPicture {
  readonly png: Uint8Array;
  /** Points, with the part below the baseline in `descent`. */
  readonly width: number;
  readonly height: number;
  readonly descent: number;
}

/** Draws texts with the system's own fonts. */
export interface TextPainter {
  readonly width: (text: string, bold: boolean, size: number) => number;
  readonly paint: (text: string, bold: boolean, size: number) => Promise<TextPicture>;
}

const FONTS: Record<TextStyle, StandardFonts> = {
  bold: StandardFonts.HelveticaBold,
  plain: StandardFonts.Helvetica,
  note: StandardFonts.Helvetica,
  code: StandardFonts.CourierBold,
};
const BLACK = rgb(0, 0, 0);
const CUT = { color: rgb(0.47, 0.47, 0.47), thickness: 0.6, dashArray: [3, 2] };
/** Light modules around a QR code, of which scanners need some. */
const QUIET = 2;

/**
 * The sheet as a PDF: every slip with lines to cut along. Made where the codes already are; nothing is sent
 * anywhere. Letters outside of WinAnsi (Ł, ș, 李) are painted, because the standard fonts do not have them.
 */
export async function drawSlips(
  sheet: Sheet,
  paper: Paper,
  painter: TextPainter,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(`Slips for ${sheet.classTitle}`);
  document.setLanguage("en");
  const fonts = await embedFonts(document);
  const drawer = { document, fonts, painter };
  for (const { width, height, slips, cuts } of layOutSlips(sheet, paper, measureWith(drawer))) {
    const page = document.addPage([width, height]);
    for (const cut of cuts) page.drawLine({ ...cut, ...CUT });
    for (const slip of slips) await drawSlip(drawer, page, slip);
  }
  return document.save();
}

type Fonts = Readonly<Record<TextStyle, PDFFont>>;

interface Drawer {
  readonly document: PDFDocument;
  readonly fonts: Fonts;
  readonly painter: TextPainter;
}

async function embedFonts(document: PDFDocument): Promise<Fonts> {
  const [bold, plain, note, code] = await Promise.all([
    document.embedFont(FONTS.bold),
    document.embedFont(FONTS.plain),
    document.embedFont(FONTS.note),
    document.embedFont(FONTS.code),
  ]);
  return { bold, plain, note, code };
}

function measureWith({ fonts, painter }: Drawer): Measure {
  return (text, style, size) =>
    canWrite(fonts[style], text)
      ? fonts[style].widthOfTextAtSize(text, size)
      : painter.width(text, style === "bold", size);
}

function canWrite(font: PDFFont, text: string): boolean {
  const known = new Set(font.getCharacterSet());
  return [...text].every((letter) => known.has(letter.codePointAt(0) ?? 0));
}

async function drawSlip(drawer: Drawer, page: PDFPage, slip: PlacedSlip): Promise<void> {
  drawQr(page, slip.qr);
  for (const line of slip.lines) await drawLine(drawer, page, line);
}

async function drawLine(
  { document, fonts, painter }: Drawer,
  page: PDFPage,
  { text, style, size, x, y }: PlacedText,
): Promise<void> {
  const font = fonts[style];
  if (canWrite(font, text)) {
    page.drawText(text, { x, y, size, font, color: BLACK });
    return;
  }
  const { png, width, height, descent } = await painter.paint(text, style === "bold", size);
  page.drawImage(await document.embedPng(png), { x, y: y - descent, width, height });
}

/** One path for the whole code: rectangles drawn one by one show hairlines between them. */
function drawQr(page: PDFPage, { x, y, side, link }: PlacedSlip["qr"]): void {
  const { size, data } = QRCode.create(link, { errorCorrectionLevel: "M" }).modules;
  const scale = side / (size + 2 * QUIET);
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column] !== 1) continue;
      let end = column;
      while (end + 1 < size && data[row * size + end + 1] === 1) end += 1;
      path += `M${String(column)} ${String(row)}h${String(end + 1 - column)}v1h${String(column - end - 1)}z`;
      column = end;
    }
  }
  page.drawSvgPath(path, {
    x: x + QUIET * scale,
    y: y + side - QUIET * scale,
    scale,
    color: BLACK,
  });
}
