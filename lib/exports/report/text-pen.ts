import { type Color, type PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";
import type { DrawnLetter, OutlineFont } from "@/lib/exports/fonts/outline-font";

export interface TextStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly color: Color;
}

/**
 * Writes any text: with the fonts that every PDF reader has, and letters that they lack (ș, Ж, ế) drawn from the
 * outlines given. What neither has becomes an empty box and is remembered; nothing is refused.
 */
export class TextPen {
  /** True once a letter could only be shown as a box. */
  lacked = false;
  readonly #known: ReadonlySet<number>;

  private constructor(
    private readonly fonts: { readonly plain: PDFFont; readonly bold: PDFFont },
    private readonly outlines: readonly OutlineFont[],
  ) {
    this.#known = new Set(fonts.plain.getCharacterSet());
  }

  static async make(document: PDFDocument, outlines: readonly OutlineFont[]): Promise<TextPen> {
    const [plain, bold] = await Promise.all([
      document.embedFont(StandardFonts.Helvetica),
      document.embedFont(StandardFonts.HelveticaBold),
    ]);
    return new TextPen({ plain, bold }, outlines);
  }

  /** Width in points. */
  width(text: string, { size, bold }: Pick<TextStyle, "size" | "bold">): number {
    const font = bold ? this.fonts.bold : this.fonts.plain;
    return this.#runs(text).reduce(
      (sum, run) =>
        sum +
        (typeof run === "string"
          ? font.widthOfTextAtSize(run, size)
          : (run.letter?.advance ?? BOX) * size),
      0,
    );
  }

  /** Writes one line whose baseline begins at x, y. */
  write(page: PDFPage, text: string, at: { x: number; y: number }, style: TextStyle): void {
    const { size, bold, color } = style;
    const font = bold ? this.fonts.bold : this.fonts.plain;
    let x = at.x;
    for (const run of this.#runs(text)) {
      if (typeof run === "string") {
        page.drawText(run, { x, y: at.y, size, font, color });
        x += font.widthOfTextAtSize(run, size);
        continue;
      }
      const { letter } = run;
      if (letter === null) {
        this.lacked = true;
        const side = BOX * size;
        page.drawRectangle({
          ...{ x: x + 0.1 * side, y: at.y, width: 0.8 * side, height: side },
          ...{ borderColor: color, borderWidth: 0.05 * size },
        });
      } else if (letter.path !== "") {
        page.drawSvgPath(letter.path, {
          ...{ x, y: at.y, scale: size / letter.unitsPerEm, color },
          ...(bold ? { borderColor: color, borderWidth: 0.045 * letter.unitsPerEm } : {}),
        });
      }
      x += (letter?.advance ?? BOX) * size;
    }
  }

  /** Lines of at most this many points. A word that is longer than a line is cut. */
  lines(text: string, room: number, style: Pick<TextStyle, "size" | "bold">): string[] {
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(/\s+/u).filter((part) => part !== "")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (this.width(longer, style) <= room) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      const pieces = this.#pieces(word, room, style);
      line = pieces.pop() ?? "";
      lines.push(...pieces);
    }
    return line === "" ? lines : [...lines, line];
  }

  #pieces(word: string, room: number, style: Pick<TextStyle, "size" | "bold">): string[] {
    const pieces: string[] = [];
    let piece = "";
    for (const letter of word) {
      if (piece !== "" && this.width(piece + letter, style) > room) {
        pieces.push(piece);
        piece = "";
      }
      piece += letter;
    }
    return [...pieces, piece];
  }

  #runs(text: string): (string | { readonly letter: DrawnLetter | null })[] {
    const runs: (string | { readonly letter: DrawnLetter | null })[] = [];
    // Without control characters and joiners, which have no picture.
    for (const letter of text.normalize("NFC").replaceAll(/\s/gu, " ").replaceAll(UNSEEN, "")) {
      const code = letter.codePointAt(0) ?? 0;
      const last = runs.at(-1);
      if (!this.#known.has(code)) runs.push({ letter: this.#drawn(code) });
      else if (typeof last === "string") runs[runs.length - 1] = last + letter;
      else runs.push(letter);
    }
    return runs;
  }

  #drawn(code: number): DrawnLetter | null {
    for (const font of this.outlines) {
      const found = font.get(code);
      if (found !== undefined) return found;
    }
    return null;
  }
}

/** Side of the box in place of a letter, in parts of the size. */
const BOX = 0.7;
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
