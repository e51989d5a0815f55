import { PDFDocument, type PDFPage, rgb } from "pdf-lib";
import type { ReportPaper } from "@/lib/exports/export-request";
import type { OutlineFont } from "@/lib/exports/fonts/outline-font";
import { drawBand } from "@/lib/exports/report/draw-band";
import type { Report, ReportFigure, ReportSection } from "@/lib/exports/report/report";
import { TextPen, type TextStyle } from "@/lib/exports/report/text-pen";

/** Points, 1/72 inch. */
const PAGES: Readonly<Record<ReportPaper, readonly [width: number, height: number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
};
const EDGE = 50;
const BAND = { width: 150, values: 76, gap: 14 };

const INK = rgb(0.13, 0.12, 0.1);
const SOFT = rgb(0.36, 0.34, 0.31);
const TITLE: TextStyle = { size: 22, bold: true, color: INK };
const HEADING: TextStyle = { size: 12, bold: true, color: INK };
const BODY: TextStyle = { size: 9.5, bold: false, color: INK };
const QUIET: TextStyle = { size: 9.5, bold: false, color: SOFT };
const SMALL: TextStyle = { size: 7, bold: false, color: SOFT };
const LEADING = 1.35;

const LACKED =
  "Some letters are not in the fonts of this file and are shown as boxes. The page to print in a browser has them.";

/** Tried one after the other until all fits: questions may be as long as whoever wrote them liked. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

/** The report as a PDF of one page. */
export async function drawReport(
  report: Report,
  paper: ReportPaper,
  outlines: readonly OutlineFont[],
): Promise<Uint8Array> {
  for (const scale of SCALES) {
    const { document, fits } = await drawAt(scale, report, paper, outlines);
    if (fits) return document.save();
  }
  const [smallest] = SCALES.slice(-1);
  return (await drawAt(smallest ?? 1, report, paper, outlines)).document.save();
}

async function drawAt(
  scale: number,
  report: Report,
  paper: ReportPaper,
  outlines: readonly OutlineFont[],
): Promise<{ readonly document: PDFDocument; readonly fits: boolean }> {
  const document = await PDFDocument.create();
  document.setTitle(`${report.title} – ${report.about}`);
  document.setLanguage("en");
  document.setProducer("Hearth");
  document.setCreator("Hearth");
  const [width, height] = PAGES[paper];
  const page = document.addPage([width, height]);
  const pen = await TextPen.make(document, outlines);
  const sheet = new Sheet(page, pen, { width, top: height - EDGE, scale });
  sheet.text(report.title, TITLE);
  sheet.text(report.about, QUIET);
  for (const section of report.sections) sheet.section(section);
  return { document, fits: sheet.stamp(report.stamp) };
}

/** Fills a page from the top. */
class Sheet {
  #y: number;
  readonly #room: number;
  readonly #scale: number;

  constructor(
    private readonly page: PDFPage,
    private readonly pen: TextPen,
    { width, top, scale }: { readonly width: number; readonly top: number; readonly scale: number },
  ) {
    this.#scale = scale;
    this.#y = top;
    this.#room = width - 2 * EDGE;
  }

  text(text: string, full: TextStyle, room = this.#room): void {
    const style = { ...full, size: full.size * this.#scale };
    for (const line of this.pen.lines(text, room, style)) {
      this.#y -= style.size * LEADING;
      this.pen.write(this.page, line, { x: EDGE, y: this.#y }, style);
    }
  }

  section({ heading, figures, words }: ReportSection): void {
    this.#y -= 16 * this.#scale;
    this.text(heading, HEADING);
    this.#y -= 3;
    for (const figure of figures) this.#figure(figure);
    this.#y -= 2;
    for (const sentence of words) this.text(sentence, QUIET);
  }

  #figure({ label, figure }: ReportFigure): void {
    const top = this.#y;
    const room = this.#room - BAND.width - BAND.values - 2 * BAND.gap;
    if (!figure.shown) {
      this.text(label, BODY, room);
      const below = this.#y;
      this.#y = top;
      this.#right(`${figure.word}: ${figure.reason}`, room + BAND.gap);
      this.#y = Math.min(below, this.#y) - 4;
      return;
    }
    this.text(label, BODY, room);
    const size = BODY.size * this.#scale;
    const y = top - size * LEADING;
    const x = EDGE + room + BAND.gap;
    drawBand(this.page, figure.band, { x, y: y - 1, width: BAND.width });
    const { lo, hi } = figure.band;
    const words = lo === hi ? `${String(lo)}%` : `${String(lo)}% to ${String(hi)}%`;
    const style = { ...BODY, size, bold: true };
    const right = EDGE + this.#room - this.pen.width(words, style);
    this.pen.write(this.page, words, { x: right, y }, style);
    this.#y -= 4;
  }

  /** Beside a label, in the room of the band. */
  #right(text: string, from: number): void {
    const style = { ...QUIET, size: QUIET.size * this.#scale };
    for (const line of this.pen.lines(text, this.#room - from, style)) {
      this.#y -= style.size * LEADING;
      this.pen.write(this.page, line, { x: EDGE + from, y: this.#y }, style);
    }
  }

  /** At the foot of the page, always in its full size; says whether what stands above leaves it room. */
  stamp(lines: readonly string[]): boolean {
    const said = this.pen.lacked ? [...lines, LACKED] : lines;
    const broken = said.flatMap((line) => this.pen.lines(line, this.#room, SMALL));
    const top = EDGE + broken.length * SMALL.size * LEADING + 4;
    const fits = this.#y - 6 > top;
    this.page.drawLine({
      start: { x: EDGE, y: top },
      end: { x: EDGE + this.#room, y: top },
      ...{ thickness: 0.5, color: SOFT },
    });
    let y = top - 4;
    for (const line of broken) {
      y -= SMALL.size * LEADING;
      this.pen.write(this.page, line, { x: EDGE, y }, SMALL);
    }
    return fits;
  }
}
