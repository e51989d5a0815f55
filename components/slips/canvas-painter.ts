import type { TextPainter } from "./draw-slips";

/** Pixels a point: about 290 an inch, as sharp as a school's printer. */
const SHARPNESS = 4;
/** Whatever the system writes names with; the browser takes letters it lacks from its other fonts. */
const FAMILY = "Helvetica, Arial, 'Noto Sans', 'Liberation Sans', sans-serif";

/** Paints texts on a canvas of the page, with the fonts of the computer in front of which somebody sits. */
export function canvasPainter(): TextPainter {
  const context = contextOf(document.createElement("canvas"));
  const measure = (text: string, bold: boolean, size: number) => {
    context.font = fontOf(bold, size * SHARPNESS);
    return context.measureText(text);
  };
  return {
    width: (text, bold, size) => measure(text, bold, size).width / SHARPNESS,
    paint: async (text, bold, size) => {
      const metrics = measure(text, bold, size);
      // Marks above and below of some scripts reach further than the font says.
      const ascent = Math.ceil(metrics.actualBoundingBoxAscent) + 1;
      const descent = Math.ceil(metrics.actualBoundingBoxDescent) + 1;
      const canvas = document.createElement("canvas");
      canvas.width = Math.max(1, Math.ceil(metrics.width) + 1);
      canvas.height = Math.max(1, ascent + descent);
      const drawn = contextOf(canvas);
      drawn.font = fontOf(bold, size * SHARPNESS);
      drawn.fillText(text, 0, ascent);
      return {
        png: await pngOf(canvas),
        width: canvas.width / SHARPNESS,
        height: canvas.height / SHARPNESS,
        descent: descent / SHARPNESS,
      };
    },
  };
}

function fontOf(bold: boolean, pixels: number): string {
  return `${bold ? "bold " : ""}${String(pixels)}px ${FAMILY}`;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws on no canvas");
  return context;
}

async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (blob === null) throw new Error("this browser makes no PNG");
  return new Uint8Array(await blob.arrayBuffer());
}
