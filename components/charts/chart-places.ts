import type { Chart } from "chart.js";

import type { ScatterBox, ScatterMarks } from "@/lib/charts/scatter-marks";

import type { Place } from "./drawing";

/** Room between what is marked and its outline. */
const AROUND = 4;
/** Half the width of a class in a scatter that has no interval. */
const LEAST_HALF = 4;

/** The axis along which a chart's readings run. */
function alongAxis(chart: Chart) {
  const key = chart.options.indexAxis === "y" ? "y" : "x";
  const scale = chart.scales[key];
  return scale === undefined ? null : { key, scale };
}

/** The whole line or column of one place: of bars and lines alike, whatever is missing in it. */
export function slotOf(chart: Chart, index: number): Place | null {
  const along = alongAxis(chart);
  const count = chart.data.labels?.length ?? 0;
  if (along === null || index < 0 || index >= count) return null;
  const { left, top, width, height } = chart.chartArea;
  const centre = along.scale.getPixelForValue(index);
  const isBar = chart.getDatasetMeta(0).type === "bar";
  const room = (along.key === "y" ? height : width) / (isBar ? count : Math.max(1, count - 1));
  const half = isBar ? room / 2 - 2 : Math.min(10, Math.max(5, room / 2));
  return along.key === "y"
    ? { x: left, y: centre - half, width, height: 2 * half }
    : { x: centre - half, y: top, width: 2 * half, height };
}

/** The place along the axis that is nearest to a point. */
export function slotAt(chart: Chart, x: number, y: number): number | null {
  const along = alongAxis(chart);
  const count = chart.data.labels?.length ?? 0;
  if (along === null || count === 0) return null;
  const value = along.scale.getValueForPixel(along.key === "y" ? y : x) ?? 0;
  return Math.min(count - 1, Math.max(0, Math.round(value)));
}

/** Where a class of a scatter is drawn: as wide as its interval, as high as its band. */
export function boxPlace(chart: Chart, box: ScatterBox): Place {
  const { x, y } = chart.scales;
  if (x === undefined || y === undefined) throw new Error("a scatter has two axes");
  const at = (value: number) =>
    Math.min(chart.chartArea.right, Math.max(chart.chartArea.left, x.getPixelForValue(value)));
  const centre = at(box.ratio);
  const left = box.ratioFrom === null ? centre - LEAST_HALF : at(box.ratioFrom);
  const right = box.ratioTo === null ? centre + LEAST_HALF : at(box.ratioTo);
  const top = y.getPixelForValue(box.hi);
  const bottom = y.getPixelForValue(box.lo);
  return { x: left, y: top, width: right - left, height: Math.max(2, bottom - top) };
}

/** The class whose band and ratio are nearest to a point: a box reaches far, its line does not. */
export function boxAt(chart: Chart, marks: ScatterMarks, x: number, y: number): number | null {
  let best: { index: number; distance: number } | null = null;
  for (const [index, box] of marks.boxes.entries()) {
    const place = boxPlace(chart, box);
    const line = chart.scales["x"]?.getPixelForValue(box.ratio) ?? 0;
    const down = Math.max(place.y - y, 0, y - place.y - place.height);
    const distance = Math.hypot(line - x, down);
    if (best === null || distance < best.distance) best = { index, distance };
  }
  return best?.index ?? null;
}

/** The outline around a place: two colours, so that one of them stands out from whatever is below. */
export function outline(
  pen: CanvasRenderingContext2D,
  { x, y, width, height }: Place,
  colours: { readonly focus: string; readonly halo: string },
): void {
  pen.save();
  for (const [colour, line] of [
    [colours.halo, 5],
    [colours.focus, 2.5],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = line;
    pen.beginPath();
    pen.roundRect(x - AROUND, y - AROUND, width + 2 * AROUND, height + 2 * AROUND, 5);
    pen.stroke();
  }
  pen.restore();
}
