import { type PDFPage, rgb } from "pdf-lib";
import type { PercentRange } from "@/lib/insight/percent";

const TRACK = rgb(0.9, 0.88, 0.85);
const FILL = rgb(0.16, 0.42, 0.47);
const MARK = rgb(0.62, 0.6, 0.56);
const HEIGHT = 8;

/** A share from end to end on a track of 0 to 100%, with marks at the quarters: never a point. */
export function drawBand(
  page: PDFPage,
  { lo, hi }: PercentRange,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const at = (percent: number) => x + (percent / 100) * width;
  page.drawRectangle({ x, y, width, height: HEIGHT, color: TRACK });
  for (const quarter of [25, 50, 75]) {
    page.drawLine({
      start: { x: at(quarter), y },
      end: { x: at(quarter), y: y + HEIGHT },
      ...{ thickness: 0.4, color: MARK },
    });
  }
  const from = Math.min(lo, 98);
  page.drawRectangle({
    ...{ x: at(from), y, height: HEIGHT, color: FILL },
    width: (Math.max(2, hi - lo) / 100) * width,
  });
}
