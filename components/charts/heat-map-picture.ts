import type { HeatCell, HeatMapParts } from "@/lib/charts/heat-map";

import { composePicture, DRAWING_WIDTH } from "./compose-picture";
import { hatch } from "./hatch";

type Pen = CanvasRenderingContext2D;
type Read = (token: string) => string;

const LABEL_WIDTH = 160;
const HEAD_HEIGHT = 44;
const ROW_HEIGHT = 40;
const GAP = 4;

/** A heat map as a picture: the same cells, painted. */
export function heatMapPicture(chart: {
  readonly title: string;
  readonly parts: HeatMapParts;
  readonly stamp?: string | undefined;
}): Promise<Blob> {
  const { parts } = chart;
  return composePicture({
    ...chart,
    twin: parts,
    height: HEAD_HEIGHT + parts.rows.length * ROW_HEIGHT,
    paint: (pen, stage) => {
      const style = getComputedStyle(stage);
      const read: Read = (token) => style.getPropertyValue(token).trim();
      paintTable(pen, parts, read, style.fontFamily);
    },
  });
}

function paintTable(pen: Pen, { columns, rows }: HeatMapParts, read: Read, family: string): void {
  const width = (DRAWING_WIDTH - LABEL_WIDTH) / Math.max(1, columns.length);
  const pattern = hatch(read);
  pen.textBaseline = "top";
  pen.font = `600 13px ${family}`;
  pen.fillStyle = read("--ink");
  for (const [at, column] of columns.entries()) {
    pen.fillText(column, LABEL_WIDTH + at * width + GAP, 16, width - 2 * GAP);
  }
  for (const [rowAt, row] of rows.entries()) {
    const y = HEAD_HEIGHT + rowAt * ROW_HEIGHT;
    pen.font = `500 14px ${family}`;
    pen.fillStyle = read("--ink");
    pen.fillText(row.label, 0, y + 4, LABEL_WIDTH - GAP);
    pen.font = `12px ${family}`;
    for (const [at, cell] of row.cells.entries()) {
      const box = { x: LABEL_WIDTH + at * width + GAP, y, width: width - 2 * GAP };
      paintCell(pen, cell, box, read, pattern);
    }
  }
}

function paintCell(
  pen: Pen,
  cell: HeatCell,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  read: Read,
  pattern: CanvasPattern | string,
): void {
  if (cell.kind === "withheld") {
    pen.fillStyle = pattern;
    pen.fillRect(x, y, width, 18);
    pen.fillStyle = read("--ink-soft");
    pen.fillText("withheld", x, y + 22, width);
    return;
  }
  pen.fillStyle = read(`--belonging-${String(cell.loStep)}`);
  pen.fillRect(x, y, width / 2, 18);
  pen.fillStyle = read(`--belonging-${String(cell.hiStep)}`);
  pen.fillRect(x + width / 2, y, width / 2, 18);
  const { lo, hi } = cell.range;
  pen.fillStyle = read("--ink");
  pen.fillText(lo === hi ? `${String(lo)}%` : `${String(lo)}–${String(hi)}%`, x, y + 22, width);
}
